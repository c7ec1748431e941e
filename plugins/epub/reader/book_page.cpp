#include "reader/book_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "html/dom/tag.hpp"
#include "offprint/language.hpp"
#include "offprint/text.hpp"
#include "offprint/url.hpp"
#include "package/container.hpp"
#include "reader/own_markup.hpp"
#include "reader/semantics.hpp"
#include "reader/xhtml.hpp"

namespace offprint::epub {

namespace {

// No element of HTML has so many that mean anything.
constexpr std::size_t most_attributes = 100;

constexpr std::size_t longest_address = 8 * 1024;

Direction direction_from(std::string_view value) {
    if (value == "rtl") return Direction::right_to_left;
    if (value == "ltr") return Direction::left_to_right;
    return Direction::unspecified;
}

/// What is said of a whole file: by its body, else by its root.
std::string_view of_file(pugi::xml_node html, pugi::xml_node body, std::initializer_list<const char*> names) {
    for (const pugi::xml_node element : {body, html})
        for (const char* name : names)
            if (const std::string_view value = element.attribute(name).value(); !value.empty()) return value;
    return {};
}

/// The name for HTML of an element that it knows, or that does no harm in it.
std::string safe_name(std::string_view name) {
    const bool is_name = !name.empty() && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
    if (!is_name || !((name.front() >= 'a' && name.front() <= 'z') || (name.front() >= 'A' && name.front() <= 'Z')))
        return "span";
    // The HTML parser would take all that follows for its text.
    return name == "plaintext" || name == "xmp" || name == "listing" ? "pre" : std::string(name);
}

/// What is not shown, what only other reading systems know, and what the page has already.
bool is_left_out(std::string_view name) {
    return name == "script" || name == "style" || name == "head" || name == "template" || name == "case" ||
           name == "trigger" || name == "frameset" || name == "frame" || name == "iframe" || name == "noframes" ||
           name == "noembed" || name == "link" || name == "meta" || name == "base";
}

/// Elements that go while their content stays.
bool dissolves(std::string_view name) {
    return name == "html" || name == "body" || name == "switch" || name == "default";
}

/// The one picture that a drawing shows, as many books wrap theirs; null for real drawings.
pugi::xml_node only_image(pugi::xml_node svg) {
    constexpr int most_nodes = 40;
    pugi::xml_node image;
    int seen = 0;
    for (pugi::xml_node node = next_node(svg, svg); node; node = next_node(node, svg)) {
        const std::string_view name = local_name(node.name());
        const bool says_nothing = name.empty() || name == "g" || name == "a" || name == "title" || name == "desc" ||
                                  name == "metadata" || name == "defs";
        const bool is_first_image = name == "image" && !image;
        if (++seen > most_nodes || !(says_nothing || is_first_image)) return {};
        if (is_first_image) image = node;
    }
    return image;
}

std::string quoted(std::string_view escaped) {
    std::string value(escaped);
    for (std::size_t at = value.find('"'); at != std::string::npos; at = value.find('"', at))
        value.replace(at, 1, "&quot;");
    return value;
}

}  // namespace

BookPage::BookPage(std::vector<std::string> spine, BookMarkup markup, Context& context)
    : spine_(std::move(spine)), markup_(std::move(markup)), context_(context), names_(spine_), added_(spine_.size()) {}

void BookPage::add(std::size_t file, pugi::xml_node html) {
    file_ = file;
    added_[file] = true;
    has_shown_ = false;
    const pugi::xml_node body = body_of(html);
    open_file(html, body);
    write_content(body);
    content_.text += "</div>";
    context_.checkpoint();
    if (content_.text.size() + notes_.text.size() > context_.limits().input_bytes)
        throw_limit(context_.limits(), &Limits::input_bytes);
}

/// Goes back into what the file before ended with, if this one goes on with it.
bool BookPage::join(pugi::xml_node body) {
    joined_.clear();
    std::size_t level = 0;
    for (pugi::xml_node node = first_element(body); is_continued(node); node = first_element(node)) {
        const std::string_view name = local_name(node.name());
        const bool is_same = level < ended_.size() && ended_[level].name == name;
        // The first part of a paragraph may have gone without an element of its own.
        if (!is_same && name != "p") break;
        joined_.push_back(is_same ? ended_[level++].tag : std::string());
    }
    if (level == 0) {
        joined_.clear();
        return false;
    }
    content_.text.resize(ended_[level - 1].at);
    while (!content_.gaps.empty() && content_.gaps.back().at > content_.text.size()) content_.gaps.pop_back();
    return true;
}

void BookPage::open_file(pugi::xml_node html, pugi::xml_node body) {
    joined_.clear();
    if (markup_.is_own && join(body)) return;
    content_.text += fmt::format("<div {}=\"{}\"", file_mark, file_);
    if (const std::string_view language = of_file(html, body, {"xml:lang", "lang"}); !language.empty())
        content_.text += fmt::format(" lang=\"{}\"", quoted(language));
    const Direction direction = direction_from(of_file(html, body, {"dir"}));
    if (direction != Direction::unspecified && direction != markup_.direction)
        content_.text += direction == Direction::right_to_left ? " dir=\"rtl\"" : " dir=\"ltr\"";
    content_.text += '>';
    content_.gaps.push_back({content_.text.size(), file_, {}, true});
}

/// Without recursion, for markup may be as deep as it likes.
void BookPage::write_content(pugi::xml_node body) {
    pugi::xml_node node = body.first_child();
    while (node) {
        context_.checkpoint();
        if (enter(node) && node.first_child()) {
            node = node.first_child();
            continue;
        }
        leave(node);
        while (!node.next_sibling()) {
            node = node.parent();
            if (node == body) return;
            leave(node);
        }
        node = node.next_sibling();
    }
}

/// True if the content of the node is to be written, too. Each call is followed by one of `leave`.
bool BookPage::enter(pugi::xml_node node) {
    if (node.type() == pugi::node_element) return enter_element(node);
    write_text(node);
    return false;
}

void BookPage::write_text(pugi::xml_node node) {
    std::string_view text = node.value();
    if (node.type() == pugi::node_cdata) {
        out_->text += escape(text);
    } else if (node.type() == pugi::node_pcdata) {
        if (std::exchange(task_mark_is_due_, false) && is_task_mark(text.substr(0, task_mark_size)))
            text.remove_prefix(task_mark_size);
        out_->text += text;
    }
    has_shown_ = has_shown_ || !trim(text).empty();
}

bool BookPage::enter_element(pugi::xml_node node) {
    open_.emplace_back();
    const std::string_view name = local_name(node.name());
    if (is_left_out(name)) return false;
    if (dissolves(name)) return true;
    if (markup_.is_own && open_.size() == 1 && is_own_notes(node)) {
        out_ = &notes_;
        return true;
    }
    // Of what the element before held, nothing can be continued any more.
    if (out_ == &content_ && ended_.size() > open_.size()) ended_.resize(open_.size());
    if (open_.size() <= joined_.size() && is_continued(node)) {
        out_->text += seam(node);
        open_.back() = joined_[open_.size() - 1];
        return true;
    }
    if (name == "svg" && foreign_ == 0 && enter_drawing(node)) return false;
    if (is_page_break(semantic_type(node), node.attribute("role").value())) {
        const std::string id = id_of(node.attribute("id").value());
        if (!id.empty()) out_->text += fmt::format("<a id=\"{}\"></a>", escape(id));
        return false;
    }
    const Element element = element_of(node);
    if (element.is_dropped) return false;
    write_start(element);
    return !element.is_emptied;
}

void BookPage::leave(pugi::xml_node node) {
    if (node.type() != pugi::node_element) return;
    const std::string_view name = local_name(node.name());
    if (out_ == &content_) {
        ended_.resize(std::max(ended_.size(), open_.size()));
        ended_[open_.size() - 1] = {std::string(name), open_.back(), out_->text.size()};
    }
    if (!open_.back().empty() && (name == "svg" || name == "math")) --foreign_;
    out_->text += open_.back();
    open_.pop_back();
    if (open_.empty()) out_ = &content_;
}

/// True if the drawing is but a frame around a picture, which was written then.
bool BookPage::enter_drawing(pugi::xml_node svg) {
    const pugi::xml_node image = only_image(svg);
    if (!image) return false;
    std::string_view source;
    for (const pugi::xml_attribute attribute : image.attributes())
        if (local_name(attribute.name()) == "href") source = attribute.value();
    const std::string address = image_address(source);
    std::string_view alt = svg.attribute("aria-label").value();
    for (const pugi::xml_node child : svg.children())
        if (alt.empty() && local_name(child.name()) == "title") alt = child.text().get();
    has_shown_ = true;
    if (address.empty())
        out_->text += alt;
    else
        out_->text += fmt::format("<img src=\"{}\" alt=\"{}\">", address, quoted(alt));
    return true;
}

Element BookPage::element_of(pugi::xml_node node) {
    Element element;
    element.name = safe_name(local_name(node.name()));
    for (const pugi::xml_attribute attribute : node.attributes()) {
        // Each is looked for among those before it.
        if (element.attributes.size() == most_attributes) break;
        add_attribute(element, attribute);
    }
    if (foreign_ > 0) return element;
    if (const std::string roles = roles_of(semantic_type(node)); !roles.empty()) {
        const std::string given(element.value("role"));
        element.set("role", given.empty() ? roles : given + " " + roles);
    }
    if (!markup_.is_own) return element;
    translate_own(node, element);
    task_mark_is_due_ = task_mark_is_due_ || !element.content_before.empty();
    return element;
}

/// Leaves out what only scripts and other parsers want, and what is said in another way.
void BookPage::add_attribute(Element& element, pugi::xml_attribute attribute) {
    const std::string_view name = attribute.name();
    const bool has_prefix = name.find(':') != std::string_view::npos;
    if (has_prefix && !name.starts_with("xlink:") && name != "xml:lang") return;
    if (name.starts_with("xmlns") || name.starts_with("on") || name.starts_with("data-") || name == "srcset") return;
    if (name.find_first_of("\"'<>/= \t\n") != std::string_view::npos) return;
    if (name == "xml:lang")
        element.set("lang", quoted(attribute.value()));
    else
        element.set(name, quoted(attribute.value()));
}

void BookPage::write_start(const Element& element) {
    const bool is_root_of_foreign = element.name == "svg" || element.name == "math";
    std::string& text = out_->text;
    text += "<" + element.name;
    bool is_missing = false;
    for (const auto& [name, value] : element.attributes) {
        if (foreign_ == 0 && (name == "id" || (name == "name" && element.name == "a"))) {
            if (const std::string id = id_of(value); !id.empty()) text += fmt::format(" id=\"{}\"", escape(id));
        } else if (foreign_ == 0 && name == "href") {
            write_link(value);
        } else if (foreign_ == 0 && (name == "src" || name == "poster" || name == "data")) {
            const std::string address = image_address(value);
            is_missing = address.empty();
            if (!is_missing) text += fmt::format(" {}=\"{}\"", name, address);
        } else {
            text += fmt::format(" {}=\"{}\"", name, value);
        }
    }
    text += '>';
    if (is_root_of_foreign) ++foreign_;
    const html::Tag tag = html::tag_from_name(element.name);
    has_shown_ = has_shown_ || tag == html::Tag::img;
    // In the place of a picture that the book has lost stands what it showed.
    if (is_missing && tag == html::Tag::img) text += element.value("alt");
    text += element.content_before;
    if (foreign_ > 0 || !html::is_void(tag)) open_.back() = "</" + element.name + ">";
}

/// Registers an id of this file; empty if there is none, or the file has it already.
std::string BookPage::id_of(std::string_view escaped) {
    if (escaped.empty()) return {};
    const std::string id = unescape(escaped);
    const std::string name = names_.add(file_, markup_.is_own ? model_id(id) : id);
    if (!name.empty() && !has_shown_ && !names_.has_start(file_)) names_.set_start(file_, name);
    return name;
}

std::string BookPage::add_name(std::size_t file, std::string_view id) {
    file_ = file;
    has_shown_ = false;
    added_[file] = true;
    return id_of(id);
}

/// What a reference of this file means, as a path in the archive.
std::string BookPage::path_of(std::string_view reference) const {
    return ocf::resolve_path(spine_[file_], reference).value_or("");
}

void BookPage::write_link(std::string_view escaped) {
    const std::string reference(trim(unescape(escaped)));
    if (reference.empty() || reference.size() > longest_address) return;
    if (!url_scheme(reference).empty() || reference.starts_with("//")) {
        out_->text += fmt::format(" href=\"{}\"", quoted(escaped));
        return;
    }
    const std::size_t hash = std::min(reference.find('#'), reference.size());
    const std::string id = percent_decode(std::string_view(reference).substr(std::min(hash + 1, reference.size())));
    const std::size_t target = hash == 0 ? file_ : names_.file(path_of(reference));
    if (target == BookNames::no_file)
        context_.report(Severity::info, "epub.link-unresolved",
                        fmt::format("{} has a link to '{}', which is no text of the book; its words are kept",
                                    spine_[file_], utf8_prefix(reference, 200)));
    else
        out_->gaps.push_back({out_->text.size(), target, markup_.is_own ? model_id(id) : id, false});
}

/// The address of a picture on the page; empty if the book does not have it.
std::string BookPage::image_address(std::string_view escaped) {
    const std::string reference(trim(unescape(escaped)));
    if (!url_scheme(reference).empty() || reference.starts_with("//")) return quoted(escaped);
    const std::string path = path_of(reference);
    if (!reference.empty() && markup_.has_file(path)) return escape(encode_url(path));
    context_.report(Severity::warning, "epub.file-missing",
                    fmt::format("{} shows '{}', which is not in the book", spine_[file_], utf8_prefix(reference, 200)));
    return {};
}

std::string BookPage::finish() {
    for (const Part* part : {&content_, &notes_})
        for (const Part::Gap& gap : part->gaps)
            if (!gap.is_anchor && added_[gap.file] && names_.find(gap.file, gap.id).empty()) names_.add_start(gap.file);
    std::string page = "<!DOCTYPE html><html><body>";
    fill(content_, page);
    page += fmt::format("<div {}=\"{}\">", file_mark, notes_mark);
    fill(notes_, page);
    page += "</div></body></html>";
    return page;
}

void BookPage::fill(const Part& part, std::string& page) const {
    std::size_t done = 0;
    for (const Part::Gap& gap : part.gaps) {
        page.append(part.text, done, gap.at - done);
        done = gap.at;
        if (gap.is_anchor) {
            if (names_.needs_anchor(gap.file)) page += fmt::format("<a id=\"{}\"></a>", names_.find(gap.file, {}));
        } else if (const std::string& name = names_.find(gap.file, gap.id); !name.empty()) {
            page += fmt::format(" href=\"#{}\"", escape(name));
        }
    }
    page.append(part.text, done);
}

}  // namespace offprint::epub
