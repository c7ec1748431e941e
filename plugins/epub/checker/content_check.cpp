#include "checker/content_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "checker/content_model.hpp"
#include "checker/style_check.hpp"
#include "offprint/text.hpp"
#include "offprint/url.hpp"

namespace offprint::epub::check {

namespace {

constexpr std::string_view xlink_namespace = "http://www.w3.org/1999/xlink";

/// An attribute that refers to something.
struct ReferringAttribute {
    std::string_view element;
    std::string_view attribute;
    ReferenceKind kind;
};
constexpr auto xhtml_references = std::to_array<ReferringAttribute>({
    {"a", "href", ReferenceKind::hyperlink},
    {"area", "href", ReferenceKind::hyperlink},
    {"audio", "src", ReferenceKind::media},
    {"embed", "src", ReferenceKind::resource},
    {"iframe", "src", ReferenceKind::resource},
    {"img", "src", ReferenceKind::image},
    {"input", "src", ReferenceKind::image},
    {"link", "href", ReferenceKind::style_sheet},
    {"object", "data", ReferenceKind::resource},
    {"script", "src", ReferenceKind::resource},
    {"track", "src", ReferenceKind::resource},
    {"video", "poster", ReferenceKind::image},
    {"video", "src", ReferenceKind::media},
});
constexpr auto svg_references = std::to_array<ReferringAttribute>({
    {"a", "href", ReferenceKind::hyperlink},
    {"feImage", "href", ReferenceKind::resource},
    {"image", "href", ReferenceKind::image},
    {"script", "href", ReferenceKind::resource},
    {"use", "href", ReferenceKind::resource},
});

bool is_script(const XmlElement& element) {
    if (element.name != "script") return false;
    const std::string type = to_lower_ascii(element.value("type"));
    return type.empty() || type == "module" || type.find("javascript") != std::string::npos ||
           type.find("ecmascript") != std::string::npos;
}

bool has_event_handler(const XmlElement& element) {
    return std::any_of(element.attributes.begin(), element.attributes.end(), [](const XmlAttribute& attribute) {
        return attribute.space.empty() && attribute.name.starts_with("on") && attribute.name.size() > 3;
    });
}

class ContentCheck {
public:
    ContentCheck(Book& book, const PackageItem& item, const XmlDocument& document)
        : book_(book), item_(item), document_(document) {}

    void run() {
        Ids ids = check_ids(book_.findings, item_.path, document_);
        const bool is_whole = !document_.fault && !document_.too_deep;
        if (is_whole || document_.elements.empty()) book_.ids[item_.path] = std::move(ids);
        check_doctype();
        const XmlElement* root = document_.root();
        if (item_.media_type == svg_media_type && root != nullptr && !root->is(svg_namespace, "svg"))
            book_.findings.report(Severity::error, "epub.rsc-005", at(*root),
                                  "the root is no 'svg' element of its namespace");
        for (const XmlElement& element : document_.elements) check(element);
        if (document_.fault || document_.too_deep) return;  // what comes after the fault is not known
        if (item_.media_type == xhtml_media_type) check_head();
        check_properties();
    }

private:
    Place at(const XmlElement& element) const { return {item_.path, element.place}; }

    void check_doctype() {
        if (item_.media_type != xhtml_media_type || !document_.has_doctype) return;
        if (document_.public_id.empty() &&
            (document_.system_id.empty() || document_.system_id == "about:legacy-compat"))
            return;
        book_.findings.report(Severity::error, "epub.htm-004", {item_.path},
                              "the document type is not '<!DOCTYPE html>'");
    }

    void check(const XmlElement& element) {
        book_.context.checkpoint();
        const bool is_xhtml = element.space == xhtml_namespace;
        if (element.space == svg_namespace) facts_.has_svg = true;
        if (element.space == mathml_namespace) facts_.has_mathml = true;
        if (element.is(ops_namespace, "switch")) facts_.has_switch = true;
        if (is_script(element) || has_event_handler(element) || (is_xhtml && element.name == "form"))
            facts_.has_script = true;
        if (is_xhtml) check_xhtml(element);
        if (element.space == svg_namespace)
            for (const ReferringAttribute& referring : svg_references)
                if (referring.element == element.name) {
                    refer(element, element.find(referring.attribute, xlink_namespace), referring.kind);
                    refer(element, element.find(referring.attribute), referring.kind);
                }
        if (element.name == "style" && (is_xhtml || element.space == svg_namespace))
            check_style_sheet(book_, item_.path, element.text, element.place);
    }

    void check_xhtml(const XmlElement& element) {
        if (element.name == "link" && !has_word(to_lower_ascii(element.value("rel")), "stylesheet")) return;
        for (const ReferringAttribute& referring : xhtml_references)
            if (referring.element == element.name) refer(element, element.find(referring.attribute), referring.kind);
        if (element.name == "source") refer_source(element);
        if (element.name == "img" && element.find("src") != nullptr && element.value("src").empty())
            book_.findings.report(Severity::error, "epub.rsc-005", at(element), "'src' is empty");
    }

    void refer_source(const XmlElement& element) {
        const bool is_picture =
            element.parent != XmlElement::none && document_.elements[element.parent].name == "picture";
        refer(element, element.find("src"), is_picture ? ReferenceKind::image : ReferenceKind::media);
    }

    void refer(const XmlElement& element, const std::string* url, ReferenceKind kind) {
        if (url == nullptr || trim_xml(*url).empty()) return;
        const bool is_loaded = kind != ReferenceKind::hyperlink && kind != ReferenceKind::style_sheet;
        if (is_loaded && is_remote(trim_xml(*url))) facts_.has_remote_resource = true;
        book_.references.push_back({item_.path, element.place, kind, *url});
    }

    void check_head() {
        const XmlElement* root = document_.root();
        const XmlElement* head = root == nullptr ? nullptr : document_.child(*root, xhtml_namespace, "head");
        if (head != nullptr && document_.child(*head, xhtml_namespace, "title") == nullptr)
            book_.findings.report(Severity::warning, "epub.rsc-017", at(*head), "the head has no title");
    }

    void check_properties() {
        const bool is_xhtml = item_.media_type == xhtml_media_type;
        require_exact("mathml", is_xhtml && facts_.has_mathml);
        require_exact("scripted", facts_.has_script);
        // The property is also for SVG that a page only refers to, so that it is never wrong.
        if (is_xhtml && facts_.has_svg && !item_.has("svg")) report_missing_property("svg");
        require_exact("switch", facts_.has_switch);
        if (facts_.has_remote_resource && !item_.has("remote-resources")) report_missing_property("remote-resources");
        if (!facts_.has_remote_resource && !facts_.has_script && item_.has("remote-resources"))
            book_.findings.report(Severity::warning, "epub.opf-018", {book_.package.path, item_.element->place},
                                  fmt::format("'{}' has no remote resources, though the manifest says so", item_.path));
    }

    void require_exact(std::string_view property, bool is_used) {
        if (is_used && !item_.has(property)) report_missing_property(property);
        if (!is_used && item_.has(property))
            book_.findings.report(Severity::error, "epub.opf-015", {item_.path},
                                  fmt::format("the manifest says '{}' of it, and it is not so", property));
    }

    void report_missing_property(std::string_view property) {
        book_.findings.report(Severity::error, "epub.opf-014", {item_.path},
                              fmt::format("the manifest must say '{}' of it", property));
    }

    /// What the document uses, as its manifest item has to say.
    struct Facts {
        bool has_mathml = false;
        bool has_remote_resource = false;
        bool has_script = false;
        bool has_svg = false;
        bool has_switch = false;
    };

    Book& book_;
    const PackageItem& item_;
    const XmlDocument& document_;
    Facts facts_;
};

}  // namespace

std::optional<XmlDocument> check_content(Book& book, const PackageItem& item) {
    std::optional<XmlDocument> document = read_xml(book, item.path);
    if (!document) return std::nullopt;
    ContentCheck(book, item, *document).run();
    if (item.media_type == xhtml_media_type) check_content_model(book.findings, item.path, *document);
    return document;
}

}  // namespace offprint::epub::check
