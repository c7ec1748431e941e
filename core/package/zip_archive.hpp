// A ZIP archive in memory, as EPUB (OCF 3.3) and DOCX (ECMA-376 Part 2) want it: entries in the order of
// adding, no extra fields, every time 1980-01-01, the same bytes for the same content.
// Thread safety: an archive belongs to one thread.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "offprint/byte_sink.hpp"

namespace offprint::package {

class ZipArchive {
public:
    ZipArchive();
    ~ZipArchive();
    ZipArchive(const ZipArchive&) = delete;
    ZipArchive& operator=(const ZipArchive&) = delete;

    /// Adds a file, deflated. Names are relative, '/'-separated and unique. Throws `Error{output}`.
    void add(std::string_view name, std::string content);

    /// Adds a file as it is: what is compressed already, and EPUB's `mimetype`. The archive shares
    /// `content`.
    void add_stored(std::string_view name, std::shared_ptr<const std::string> content);

    /// Appends the finished archive to `sink` and answers its size in bytes. To be called once, last. Throws
    /// `Error{output}`.
    std::uint64_t finish(ByteSink& sink);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace offprint::package
