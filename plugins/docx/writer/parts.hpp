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

/// A part, relationships included.
struct Part {
    std::string name;  ///< a path without a leading '/': "word/styles.xml"
    std::string content_type;
    std::string content;
    Relationships relationships{};
};

class Parts {
public:
    void add(Part part);

    /// Adds an image, whose content type goes by its extension.
    void add_image(std::string_view name, std::string_view media_type, std::shared_ptr<const std::string> bytes);

    /// The finished package; `relationships` are those of the package itself. To be called once, last.
    void zip(const Relationships& relationships, ByteSink& sink);

private:
    struct Media {
        std::string name;
        std::string media_type;
        std::shared_ptr<const std::string> bytes;
    };

    std::string content_types() const;

    std::vector<Part> parts_;
    std::vector<Media> media_;
};

}  // namespace offprint::docx
