// The key functions of the interfaces that plugins implement: their vtables live here.
#include "offprint/checker.hpp"
#include "offprint/image_converter.hpp"
#include "offprint/reader.hpp"
#include "offprint/writer.hpp"

namespace offprint {

Reader::~Reader() = default;
Writer::~Writer() = default;
Checker::~Checker() = default;
void Writer::narrow(ImageRequest&, const Options&) const {}
ImageConverter::~ImageConverter() = default;

}  // namespace offprint
