// What a command line asks of each of its conversions, made ready once: formats, options, limits.
// Thread safety: immutable after construction; its members may be called from many threads at once, each with a context
// of its own.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "cli/command_line.hpp"
#include "offprint/byte_sink.hpp"
#include "offprint/byte_source.hpp"
#include "offprint/context.hpp"
#include "offprint/converter.hpp"

namespace offprint::cli {

class Conversion {
public:
    /// `line`, the converter's registry included, must outlive the conversion. Throws `Error{usage}` for what makes no
    /// sense whatever the input is, and `Error{input}` for a file that an option names.
    Conversion(const CommandLine& line, const Converter& converter);

    /// The format that is written.
    const FormatInfo& writer() const { return writer_; }

    /// Of the outputs, without a dot.
    const std::string& extension() const { return extension_; }

    /// True if an output holds one document a line.
    bool writes_lines() const;

    /// Limits and time, to be completed with what is to be called.
    ContextSettings context_settings() const;

    /// Reads one input, which errors call `input`; the metadata that the user gave are those of `alone` inputs, not of
    /// a book's articles.
    Document read(ByteSource& source, const std::string& input, Context& context, bool alone) const;

    /// Writes and commits nothing.
    void write(Document document, ByteSink& sink, Context& context) const;

    /// A file, with the folder for its images that the user wants, if any.
    std::unique_ptr<ByteSink> create_output(const std::filesystem::path& path) const;
    /// The same for an output that is made; `base` is the folder that its addresses start from.
    std::unique_ptr<ByteSink> with_media(std::unique_ptr<ByteSink> output, const std::filesystem::path& base) const;

private:
    void check_usage() const;
    void set_target();
    void ask_for_lines();
    Document read(ByteSource& source, Context& context, bool alone) const;

    const CommandLine& line_;
    const Converter& converter_;
    std::optional<std::int64_t> epoch_;
    FormatInfo writer_;
    std::string extension_;
    OptionValues options_;
};

}  // namespace offprint::cli
