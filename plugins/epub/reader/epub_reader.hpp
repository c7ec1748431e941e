// Reads EPUB 2 and 3, of any maker.
// Thread safety: an instance serves one conversion on one thread.
#pragma once

#include "offprint/reader.hpp"

namespace offprint::epub {

/// Reads the files of the spine as one document; a book of several articles that this program wrote becomes one again.
class EpubReader final : public Reader {
public:
    Document read(ByteSource& source, const Options& options, Context& context) override;
};

}  // namespace offprint::epub
