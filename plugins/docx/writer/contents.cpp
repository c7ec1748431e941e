#include "contents.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "languages.hpp"
#include "markup.hpp"
#include "offprint/text.hpp"
#include "runs.hpp"
#include "styles.hpp"

namespace offprint::docx {

namespace {

struct Entry {
    int level;
    std::string text;
    std::string bookmark;
    bool right_to_left;
};

/// The words of a paragraph in one line, without the readings of ruby.
void append_words(pugi::xml_node node, std::string& words) {
    for (const pugi::xml_node child : node.children()) {
        const std::string_view name = child.name();
        if (name == "w:t" || name == "m:t")
            words += child.text().get();
        else if (name == "w:br" || name == "w:tab")
            words += ' ';
        else if (name == "w:noBreakHyphen")
            words += "\u2011";
        else if (name != "w:rt" && name != "w:pPr")
            append_words(child, words);
    }
}

/// The bookmark that a heading has, or one of the kind that Word makes for contents.
std::string bookmark_of(pugi::xml_node heading, Bookmarks& bookmarks) {
    if (const pugi::xml_node mark = heading.child("w:bookmarkStart")) return mark.attribute("w:name").value();
    const std::string name = bookmarks.make_name("_Toc1");
    const int number = bookmarks.begin(heading, name);
    bookmarks.end(heading, number);
    return name;
}

void find_headings(pugi::xml_node node, int depth, Bookmarks& bookmarks, std::vector<Entry>& entries) {
    for (const pugi::xml_node child : node.children()) {
        if (std::string_view(child.name()) != "w:p") {
            find_headings(child, depth, bookmarks, entries);
            continue;
        }
        const pugi::xml_node properties = child.child("w:pPr");
        const int level = style_id::heading_level(properties.child("w:pStyle").attribute("w:val").value());
        if (level == 0 || level > depth) continue;
        std::string words;
        append_words(child, words);
        words = collapse_space(words);
        if (words.empty()) continue;
        const bool right_to_left = !properties.child("w:bidi").empty();
        entries.push_back({level, std::move(words), bookmark_of(child, bookmarks), right_to_left});
    }
}

void append_field_mark(pugi::xml_node paragraph, const char* type) {
    set(append(append(paragraph, "w:r"), "w:fldChar"), "w:fldCharType", type);
}

void begin_field(pugi::xml_node paragraph, int depth) {
    append_field_mark(paragraph, "begin");
    const pugi::xml_node instruction =
        append(append(paragraph, "w:r"), "w:instrText", fmt::format(R"( TOC \o "1-{}" \h \z \u )", depth));
    set(instruction, "xml:space", "preserve");
    append_field_mark(paragraph, "separate");
}

pugi::xml_node append_entry(pugi::xml_node content, std::string_view style, bool right_to_left) {
    const pugi::xml_node paragraph = append(content, "w:p");
    const pugi::xml_node properties = append(paragraph, "w:pPr");
    append_value(properties, "w:pStyle", style);
    if (right_to_left) append(properties, "w:bidi");
    return paragraph;
}

/// The frame by which Word knows contents and offers to renew them (17.5.2.12).
pugi::xml_node insert_frame(pugi::xml_node body, pugi::xml_node place) {
    const pugi::xml_node frame = place ? body.insert_child_after("w:sdt", place) : body.prepend_child("w:sdt");
    const pugi::xml_node part = append(append(frame, "w:sdtPr"), "w:docPartObj");
    append_value(part, "w:docPartGallery", "Table of Contents");
    append(part, "w:docPartUnique");
    return append(frame, "w:sdtContent");
}

}  // namespace

void insert_contents(pugi::xml_node body, pugi::xml_node place, int depth, Story& story) {
    std::vector<Entry> entries;
    find_headings(body, depth, story.shared.bookmarks, entries);
    if (entries.empty()) return;
    const pugi::xml_node content = insert_frame(body, place);
    Scope scope = story.scope;
    const pugi::xml_node title = append_entry(content, style_id::contents_heading, scope.right_to_left);
    write_text(contents_title(scope.language), title, scope, story);
    pugi::xml_node paragraph;
    for (const Entry& entry : entries) {
        const bool is_first = !paragraph;
        paragraph = append_entry(content, style_id::contents(entry.level), entry.right_to_left);
        if (is_first) begin_field(paragraph, depth);
        const pugi::xml_node link = append(paragraph, "w:hyperlink");
        set(link, "w:anchor", entry.bookmark);
        set(link, "w:history", "1");
        scope.right_to_left = entry.right_to_left;
        write_text(entry.text, link, scope, story);
    }
    append_field_mark(paragraph, "end");
}

}  // namespace offprint::docx
