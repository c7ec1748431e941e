// Where a file of Markdown finds its pictures.
// Thread safety: belongs to one conversion on one thread.
#pragma once

#include <string>

#include "offprint/byte_sink.hpp"
#include "offprint/document.hpp"

namespace offprint::markdown {

class Images {
public:
    /// Keeps references to both.
    Images(const Document& document, ByteSink& sink) : document_(document), sink_(sink) {}

    /// The address of a picture: a file beside the output where one was asked for, else the address that the source
    /// names, else a data: URL. Empty if there is no picture.
    std::string address(const Image& image);

private:
    const Document& document_;
    ByteSink& sink_;
};

}  // namespace offprint::markdown
