// Short cuts for tests: run one reader, one writer or the whole pipeline, through the real registry.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "offprint/context.hpp"
#include "offprint/converter.hpp"
#include "offprint/document.hpp"
#include "offprint/plugin_registry.hpp"

namespace offprint::testing {

/// The registry over the build tree's plugins, shared by all tests of a program.
std::shared_ptr<const PluginRegistry> registry();

/// What a conversion gave and said.
struct ReadResult {
    Document document;
    std::vector<Diagnostic> diagnostics;

    /// True if a diagnostic with this code was reported.
    bool reported(std::string_view code) const;
};

/// The reader alone, without transforms: `bytes` through plugin `format`. Checks that the document
/// is sound (a test failure otherwise).
ReadResult read_only(std::string_view format, std::string bytes, const OptionValues& options = {});

/// Read, validate and transform, as the program does.
ReadResult read_article(std::string_view format, std::string bytes, const OptionValues& options = {});

/// A sound document through the writer of `format`.
std::string write(std::string_view format, const Document& document, const OptionValues& options = {});

/// A document that uses every node kind, every field and every enumerator of the model.
Document every_node();

/// The content of a file beneath the source tree: "fixtures/html/...".
std::string source_file(std::string_view path);

}  // namespace offprint::testing
