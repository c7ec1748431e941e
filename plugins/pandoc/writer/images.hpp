// Where the images of a document are, as links of pandoc's AST say it.
// Thread safety: belongs to one conversion on one thread.
#pragma once

#include <cstdint>
#include <string>

#include "offprint/byte_sink.hpp"
#include "offprint/context.hpp"
#include "offprint/document.hpp"

namespace offprint::pandoc {

/// Makes files beside the output of resources where the user wants that, else `data:` URLs, so that the output needs no
/// other file.
class ImageAddresses {
public:
    /// All must outlive it.
    ImageAddresses(const Document& document, ByteSink& sink, const Context& context)
        : document_(document), sink_(sink), context_(context) {}

    /// The address of the resource `key`. Throws `Error{limit_exceeded}` when images that are shown again and again
    /// come to more than the limit on resources.
    std::string address(const std::string& key);

private:
    const Document& document_;
    ByteSink& sink_;
    const Context& context_;
    std::uint64_t written_bytes_ = 0;
};

}  // namespace offprint::pandoc
