// The DOCX reader: WordprocessingML, ECMA-376, Transitional and Strict.
// Thread safety: an instance serves one conversion on one thread.
#pragma once

#include "offprint/reader.hpp"

namespace offprint::docx {

class DocxReader final : public Reader {
public:
    Document read(ByteSource& source, const Options& options, Context& context) override;
};

}  // namespace offprint::docx
