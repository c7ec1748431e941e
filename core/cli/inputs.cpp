#include "cli/inputs.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "offprint/document_lines.hpp"
#include "offprint/text.hpp"

namespace offprint::cli {

namespace {

namespace fs = std::filesystem;

std::unique_ptr<ByteSource> open_source(const std::string& name) {
    return is_stream(name) ? open_descriptor(STDIN_FILENO) : open_file(name);
}

std::string stem_of(const std::string& name) {
    return is_stream(name) ? "stdin" : fs::path(name).stem().string();
}

/// As errors name it.
std::string shown(const std::string& name) {
    return is_stream(name) ? "input" : name;
}

std::string extension_of(const std::string& name) {
    const std::string extension = fs::path(name).extension().string();
    return to_lower_ascii(std::string_view(extension).substr(std::min<std::size_t>(extension.size(), 1)));
}

std::size_t count_documents(std::string_view lines) {
    std::size_t count = 0;
    while (!lines.empty()) {
        const std::string_view line = lines.substr(0, lines.find('\n'));
        if (!trim(line).empty()) ++count;
        lines.remove_prefix(std::min(line.size() + 1, lines.size()));
    }
    return count;
}

Input whole(const InputName& name) {
    return {is_stream(name.name) ? "" : name.name, stem_of(name.name), name.folder, name.name, {}, {}};
}

}  // namespace

bool is_stream(std::string_view name) {
    return name.empty() || name == "-";
}

std::unique_ptr<ByteSource> Input::open() const {
    if (failure) throw Error(*failure);
    if (!line) return open_source(file);
    if (is_stream(file)) return open_memory(*line);
    const fs::path path(file);
    return open_memory(*line, path.filename().string(), path.has_parent_path() ? path.parent_path() : ".");
}

Inputs::Inputs(std::vector<InputName> names, const std::string& from, const Limits& limits)
    : names_(std::move(names)), from_(from), limits_(limits), count_(names_.size()) {}

bool Inputs::holds_lines(const std::string& name) const {
    return offprint::holds_lines(from_.empty() ? extension_of(name) : from_);
}

bool Inputs::is_single() const {
    return names_.size() == 1 && !holds_lines(names_.front().name);
}

std::optional<Input> Inputs::next() {
    if (std::optional<Input> line = next_line()) return line;
    if (next_name_ == names_.size()) return std::nullopt;
    const InputName& name = names_[next_name_++];
    Input input = whole(name);
    if (!holds_lines(name.name)) return input;
    offset_ = line_number_ = 0;
    try {
        text_ = open_source(name.name)->read_all(limits_);
    } catch (const Error& error) {
        text_.clear();
        input.failure = error;
        return input;
    }
    count_ += std::max<std::size_t>(count_documents(text_), 1) - 1;
    if (std::optional<Input> line = next_line()) return line;
    input.failure = Error(ErrorCode::malformed_input, "there is no document in it", shown(name.name));
    return input;
}

std::optional<Input> Inputs::next_line() {
    while (offset_ < text_.size()) {
        const std::string_view rest = std::string_view(text_).substr(offset_);
        const std::string_view line = rest.substr(0, rest.find('\n'));
        offset_ += std::min(line.size() + 1, rest.size());
        ++line_number_;
        if (trim(line).empty()) continue;
        Input input = whole(names_[next_name_ - 1]);
        input.name = fmt::format("{}:{}", shown(input.file), line_number_);
        input.stem = fmt::format("{}-{}", input.stem, line_number_);
        input.line = line;
        return input;
    }
    return std::nullopt;
}

}  // namespace offprint::cli
