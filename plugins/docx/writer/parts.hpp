// The parts of the file, collected first because the list of their content types has to lead the archive
// (ECMA-376 Part 2, 10.1).
// Thread safety: an object belongs to one thread.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "offprint/byte_sink.hpp"
#include "relationships.hpp"

namespace offprint::docx {

class Parts {
public:
    /// Adds an XML part and, if it has any, its relationships. `name` is a path without a leading '/'.
    void add(std::string_view name, std::string_view content_type, std::string content,
             const Relationships& relationships = {});

    /// Adds an image, whose content type goes by its extension.
    void add_image(std::string_view name, std::string_view media_type, std::shared_ptr<const std::string> bytes);

    /// The finished package; `relationships` are those of the package itself. To be called once, last.
    void zip(const Relationships& relationships, ByteSink& sink);

private:
    struct Part {
        std::string name;
        std::string content_type;
        std::string content;
        std::shared_ptr<const std::string> image;  ///< instead of `content`
    };

    std::string content_types() const;

    std::vector<Part> parts_;
    std::vector<std::pair<std::string, std::string>> relationship_parts_;
};

}  // namespace offprint::docx
