#include "checker/style_check.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "offprint/text.hpp"

namespace offprint::epub::check {

namespace {

constexpr std::string_view space = " \t\r\n\f";

/// Walks the tokens that matter here (CSS Syntax, section 4): comments, strings, url(), blocks and declarations.
class StyleCheck {
public:
    StyleCheck(Book& book, const std::string& path, std::string_view css, XmlPlace place)
        : book_(book), path_(path), css_(css), place_(place) {}

    void run() {
        while (at_ < css_.size()) {
            book_.context.checkpoint();
            step();
        }
        if (depth_ != 0) fault("a block is not closed");
    }

private:
    void step() {
        const char c = css_[at_];
        if (css_.substr(at_, 2) == "/*") return skip_comment();
        if (c == '"' || c == '\'') return take_string();
        if (is_name_character(c)) return take_name();
        if (c == '{' || c == ';') statement_ = {};
        if (c == '{') ++depth_;
        if (c == '}') close_block();
        if (c == ':' && depth_ > 0) check_property(statement_);
        advance(1);
    }

    void close_block() {
        statement_ = {};
        if (depth_ == 0) return fault("a block is closed that was not opened");
        --depth_;
    }

    /// Keeps count of lines as it goes.
    void advance(std::size_t count) {
        for (const std::size_t end = std::min(css_.size(), at_ + count); at_ < end; ++at_) {
            const bool is_line_end = css_[at_] == '\n';
            place_.line += is_line_end ? 1 : 0;
            place_.column = is_line_end ? 1 : place_.column + 1;
        }
    }

    void skip_comment() {
        const std::size_t end = css_.find("*/", at_ + 2);
        if (end == std::string_view::npos) fault("a comment is not closed");
        advance(end == std::string_view::npos ? css_.size() : end + 2 - at_);
    }

    void take_string() {
        const std::string_view text = string_at(at_);
        if (statement_ == "@import") refer(text, ReferenceKind::style_sheet);
        advance(text.size() + 2);
    }

    /// What is quoted at `begin`.
    std::string_view string_at(std::size_t begin) const {
        std::size_t end = begin + 1;
        while (end < css_.size() && css_[end] != css_[begin] && css_[end] != '\n') end += css_[end] == '\\' ? 2 : 1;
        return css_.substr(begin + 1, std::min(end, css_.size()) - begin - 1);
    }

    static bool is_name_character(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
               c == '@' || c == '\\';
    }

    void take_name() {
        std::size_t end = at_;
        while (end < css_.size() && is_name_character(css_[end])) ++end;
        const std::string name = to_lower_ascii(css_.substr(at_, end - at_));
        if (name == "url" && end < css_.size() && css_[end] == '(') return take_url(end + 1);
        if (statement_.empty()) statement_ = name;
        advance(end - at_);
    }

    void take_url(std::size_t begin) {
        begin = std::min(css_.find_first_not_of(space, begin), css_.size());
        const bool is_quoted = begin < css_.size() && (css_[begin] == '"' || css_[begin] == '\'');
        std::string_view url = is_quoted ? string_at(begin) : css_.substr(begin, css_.find(')', begin) - begin);
        const std::size_t close = css_.find(')', begin + url.size());
        refer(trim_xml(url), statement_ == "@import" ? ReferenceKind::style_sheet
                             : statement_ == "src"   ? ReferenceKind::media
                                                     : ReferenceKind::resource);
        advance(close == std::string_view::npos ? css_.size() : close + 1 - at_);
    }

    void refer(std::string_view url, ReferenceKind kind) {
        if (!url.empty() && !url.starts_with('#')) book_.references.push_back({path_, place_, kind, std::string(url)});
    }

    /// Both belong to the markup, so that they hold without the style sheet.
    void check_property(std::string_view name) {
        if (name != "direction" && name != "unicode-bidi") return;
        book_.findings.report(Severity::error, "epub.css-001", {path_, place_},
                              fmt::format("the property '{}' is not allowed", name));
    }

    void fault(std::string_view message) {
        if (is_faulty_) return;
        is_faulty_ = true;
        book_.findings.report(Severity::error, "epub.css-008", {path_, place_}, message);
    }

    Book& book_;
    const std::string& path_;
    std::string_view css_;
    XmlPlace place_;
    std::size_t at_ = 0;
    std::size_t depth_ = 0;
    std::string statement_;  ///< the first name of the statement: a property, or an at-rule
    bool is_faulty_ = false;
};

}  // namespace

void check_style_sheet(Book& book, const std::string& path, std::string_view css, XmlPlace place) {
    StyleCheck(book, path, css, place).run();
}

}  // namespace offprint::epub::check
