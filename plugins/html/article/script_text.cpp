#include "article/script_text.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "article/script_data.hpp"
#include "article/statistics.hpp"
#include "credits/words.hpp"
#include "metadata/json_text.hpp"
#include "offprint/text.hpp"
#include "offprint/walk.hpp"

namespace offprint::html {

namespace {

/// The words without markup, so that the same ones compare equal however they were written.
std::string words_alone(std::string_view text) {
    std::string words;
    while (!text.empty()) {
        const std::size_t markup = std::min(text.find('<'), text.size());
        words += text.substr(0, markup);
        text.remove_prefix(markup);
        if (!text.empty()) words += ' ';
        const std::size_t end = text.find('>');
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return slug(words);
}

/// How a text begins: words that two texts do not share by chance; empty when there are not as many.
std::string beginning_of(std::string_view text) {
    constexpr std::size_t enough = 48;  // bytes
    const std::string words = words_alone(text);
    return words.size() < enough ? std::string() : words.substr(0, enough);
}

/// The words of one block. `plain_text` of a list made of it would copy its pictures.
std::string words_of(const Block& block) {
    std::string words;
    walk(block, overloaded{[&](const Text& node) { words += node.text; }, [&](const Code& node) { words += node.text; },
                           [&](const CodeBlock& node) { words += node.text; }, [&](const LineBreak&) { words += ' '; },
                           [&](const auto& node) {
                               if constexpr (std::is_constructible_v<Block, decltype(node)>) words += ' ';
                           }});
    return words;
}

/// How the page's article begins, by what is known of it without its scripts.
class Beginnings {
public:
    Beginnings(const Metadata& metadata, const Blocks& content) : description_(beginning_of(metadata.description)) {
        constexpr std::size_t enough = 8;
        for (const Block& block : content) {
            std::string shown = beginning_of(words_of(block));
            if (!shown.empty()) shown_.push_back(std::move(shown));
            if (shown_.size() == enough) break;
        }
    }

    bool begin(std::string_view text) const {
        constexpr std::size_t introduction = 2000;  // bytes, of markup as well
        const std::string words = words_alone(text.substr(0, 4 * introduction));
        const auto has = [&](const std::string& part) { return words.find(part) != std::string::npos; };
        if (!description_.empty() && words.substr(0, introduction).find(description_) != std::string::npos) return true;
        return std::any_of(shown_.begin(), shown_.end(), has);
    }

private:
    std::string description_;
    std::vector<std::string> shown_;
};

/// Goes through data for the longest text of the article.
class TextFinder : public DataListener {
public:
    /// `title` is what the page calls the article outside its scripts.
    TextFinder(std::string_view title, const Beginnings& beginnings, Context& context)
        : title_(credits::comparable(title)), beginnings_(beginnings), context_(context) {}

    void begin_object() override { open({}); }

    void begin_array() override {
        Value array;
        array.is_array = true;
        array.is_list = is_text() || key_ == "paragraphs" || key_ == "blocks" || key_ == "children";
        open(std::move(array));
    }

    void key(std::string_view name) override { key_ = name; }

    void text(std::string_view value) override {
        if (values_.empty() || depth_ > deepest) return;
        if (is_data(value)) return read_inner(value);
        Value& holder = values_.back();
        if (!holder.is_array && is_title()) {
            holder.has_title = true;
            holder.has_page_title |= is_page_title(credits::comparable(unescape_html(value)));
        } else if (holder.is_array ? holder.is_list : is_text()) {
            add(std::string(value), false);
        }
    }

    void end() override { close(); }

    /// Empty if nothing was found.
    const std::string& found() const { return found_; }

private:
    /// An object or an array that is open.
    struct Value {
        bool is_array = false;
        bool is_list = false;     ///< of the parts of one text
        bool is_in_list = false;  ///< below such a list
        bool holds_list = false;
        bool has_title = false;
        bool has_page_title = false;
        std::string text;
    };

    /// JSON that a string holds.
    static bool is_data(std::string_view value) {
        return value.starts_with("{\"") || value.starts_with("[{\"") || value.starts_with("[[\"");
    }

    void read_inner(std::string_view data) {
        constexpr int most_levels = 2;
        if (levels_ == most_levels) return;
        ++levels_;
        const int depth = depth_;
        read_json(data, *this);
        while (depth_ > depth) close();  // it was cut
        --levels_;
    }

    void open(Value value) {
        context_.checkpoint();
        if (++depth_ > deepest) return;
        value.is_in_list = !values_.empty() && (values_.back().is_list || values_.back().is_in_list);
        values_.push_back(std::move(value));
    }

    void close() {
        if (depth_-- > deepest) return;
        const Value value = std::move(values_.back());
        values_.pop_back();
        // What has no title of its own is a part of what it stands in.
        if (!value.has_title && !values_.empty())
            add(value.text, value.is_list || value.holds_list);
        else
            consider(value);
    }

    /// A list's parts are paragraphs; but a list in a list, if it has no lists itself, is of pieces of one. An object
    /// has its text once, in several forms.
    void add(std::string text, bool is_of_list) {
        if (text.empty()) return;
        Value& holder = values_.back();
        holder.holds_list |= is_of_list;
        if (!holder.is_list) {
            if (text.size() > holder.text.size()) holder.text = std::move(text);
            return;
        }
        if (!holder.text.empty() && (is_of_list || !holder.is_in_list)) holder.text += "\n\n";
        holder.text += text;
    }

    bool is_title() const { return key_ == "headline" || key_ == "title" || key_ == "name"; }

    /// The site's name may stand before or behind it.
    bool is_page_title(const std::string& title) const {
        constexpr std::size_t shortest = 8;  // bytes
        if (title == title_) return !title.empty();
        return title.size() >= shortest && (title_.starts_with(title) || title_.ends_with(title));
    }

    bool is_text() const {
        constexpr auto names =
            std::to_array<std::string_view>({"articleBody", "body", "bodyHtml", "body_html", "content", "contentHtml",
                                             "content_html", "html", "rendered", "text"});
        return std::find(names.begin(), names.end(), key_) != names.end();
    }

    void consider(const Value& value) {
        if (value.text.size() <= found_.size()) return;
        if (value.has_page_title || beginnings_.begin(value.text)) found_ = value.text;
    }

    static constexpr int deepest = 128;

    std::string title_;
    const Beginnings& beginnings_;
    Context& context_;
    std::vector<Value> values_;
    int depth_ = 0;
    int levels_ = 0;  ///< of data in strings
    std::string key_;
    std::string found_;
};

/// That JSON-LD agrees with itself proves nothing.
std::string title_outside_scripts(const Dom& dom, const Metadata& metadata) {
    const auto origin = metadata.provenance.find(MetadataField::title);
    if (origin != metadata.provenance.end() && origin->second != Origin::json_ld) return metadata.title;
    const NodeIndex node = dom.find(dom.root(), Tag::title);
    return node == no_node ? std::string() : dom.text(node);
}

}  // namespace

std::optional<ScriptText> find_script_text(const Dom& dom, const Metadata& metadata, const Blocks& content,
                                           Context& context) {
    constexpr std::size_t shortest = 400;
    constexpr std::size_t much_more = 4;
    const std::size_t enough = std::max(shortest, much_more * count_letters(plain_text(content)));
    const Beginnings beginnings(metadata, content);
    const std::string title = title_outside_scripts(dom, metadata);
    ScriptText best;
    for (NodeIndex node = 0; node < dom.size(); ++node) {
        context.checkpoint();
        if (dom.tag(node) != Tag::script) continue;
        TextFinder finder(title, beginnings, context);
        read_script_data(dom, node, enough, finder);
        if (finder.found().size() > best.text.size()) best = {node, unescape_html(finder.found())};
    }
    return count_letters(words_alone(best.text)) >= enough ? std::optional(std::move(best)) : std::nullopt;
}

}  // namespace offprint::html
