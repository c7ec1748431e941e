#include "cli/inputs.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "offprint/document_lines.hpp"
#include "offprint/error.hpp"
#include "offprint/text.hpp"

namespace offprint::cli {

namespace {

std::unique_ptr<ByteSource> open(const std::string& name) {
    return is_stream(name) ? open_descriptor(STDIN_FILENO) : open_file(name);
}

std::string stem_of(const std::string& name) {
    return is_stream(name) ? "stdin" : std::filesystem::path(name).stem().string();
}

/// As errors name it.
std::string shown(const std::string& name) {
    return is_stream(name) ? "input" : name;
}

std::string extension_of(const std::string& name) {
    const std::string extension = std::filesystem::path(name).extension().string();
    return to_lower_ascii(std::string_view(extension).substr(std::min<std::size_t>(extension.size(), 1)));
}

}  // namespace

bool is_stream(std::string_view name) {
    return name.empty() || name == "-";
}

Inputs::Inputs(const std::vector<std::string>& names, const std::string& from, const Limits& limits)
    : names_(names), from_(from), limits_(limits) {}

bool Inputs::holds_lines(const std::string& name) const {
    return offprint::holds_lines(from_.empty() ? extension_of(name) : from_);
}

bool Inputs::is_single() const {
    return names_.size() == 1 && !holds_lines(names_.front());
}

std::optional<Input> Inputs::next() {
    if (std::optional<Input> line = next_line()) return line;
    if (next_name_ == names_.size()) return std::nullopt;
    const std::string& name = names_[next_name_++];
    std::unique_ptr<ByteSource> source = open(name);
    if (!holds_lines(name)) return Input{is_stream(name) ? "" : name, stem_of(name), std::move(source)};
    text_ = source->read_all(limits_);
    file_ = std::move(source);
    offset_ = line_number_ = 0;
    if (std::optional<Input> line = next_line()) return line;
    throw Error(ErrorCode::malformed_input, "there is no document in it", shown(name));
}

std::optional<Input> Inputs::next_line() {
    while (offset_ < text_.size()) {
        const std::string_view rest = std::string_view(text_).substr(offset_);
        const std::string_view line = rest.substr(0, rest.find('\n'));
        offset_ += std::min(line.size() + 1, rest.size());
        ++line_number_;
        if (trim(line).empty()) continue;
        const std::string& name = names_[next_name_ - 1];
        return Input{fmt::format("{}:{}", shown(name), line_number_), fmt::format("{}-{}", stem_of(name), line_number_),
                     open_memory(std::string(line), file_->name(), file_->folder())};
    }
    return std::nullopt;
}

}  // namespace offprint::cli
