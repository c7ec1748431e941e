#include "checker/metadata_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_map>

#include "offprint/date.hpp"
#include "offprint/text.hpp"
#include "offprint/url.hpp"

namespace offprint::epub::check {

namespace {

/// An element of Dublin Core and how often it stands in a package's metadata (EPUB 3.3, section 5.5.3).
struct DublinCore {
    std::string_view name;
    bool is_required = false;
    bool is_single = false;
};
constexpr auto dublin_core = std::to_array<DublinCore>({
    {"identifier", true},
    {"title", true},
    {"language", true},
    {"date", false, true},
    {"contributor"},
    {"coverage"},
    {"creator"},
    {"description"},
    {"format"},
    {"publisher"},
    {"relation"},
    {"rights"},
    {"source"},
    {"subject"},
    {"type"},
});

/// A property without prefix (EPUB 3.3, appendix D.3): what it may refine, as names of elements or, with '=', the
/// property of another `meta`; nothing for anything.
struct MetaProperty {
    std::string_view name;
    std::string_view refines;
    bool is_single = false;  ///< of what it refines
};
constexpr auto meta_properties = std::to_array<MetaProperty>({
    {"alternate-script", ""},
    {"authority", "subject"},
    {"belongs-to-collection", "=belongs-to-collection"},
    {"collection-type", "=belongs-to-collection", true},
    {"display-seq", "", true},
    {"file-as", "", true},
    {"group-position", "", true},
    {"identifier-type", "identifier source", true},
    {"meta-auth", ""},
    {"pageBreakSource", ""},
    {"role", "creator contributor publisher"},
    {"source-of", "source"},
    {"term", "subject"},
    {"title-type", "title", true},
});

/// Prefixes that need no declaration (EPUB 3.3, appendix D.1.4).
constexpr auto reserved_prefixes = std::to_array<std::string_view>(
    {"a11y", "dcterms", "marc", "media", "msv", "onix", "prism", "rendition", "schema", "xsd"});

/// "2026-11-24T10:00:00Z", and nothing shorter (EPUB 3.3, section 5.5.4).
bool is_modification_time(std::string_view text) {
    constexpr std::string_view pattern = "0000-00-00T00:00:00Z";
    if (text.size() != pattern.size()) return false;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool is_digit = text[i] >= '0' && text[i] <= '9';
        if (pattern[i] == '0' ? !is_digit : text[i] != pattern[i]) return false;
    }
    return true;
}

bool is_uuid(std::string_view text) {
    constexpr std::string_view pattern = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    if (text.size() != pattern.size()) return false;
    constexpr std::string_view digits = "0123456789abcdefABCDEF";
    for (std::size_t i = 0; i < pattern.size(); ++i)
        if (pattern[i] == 'x' ? digits.find(text[i]) == std::string_view::npos : text[i] != '-') return false;
    return true;
}

class MetadataCheck {
public:
    explicit MetadataCheck(Book& book) : book_(book), package_(book.package) {}

    void run() {
        for (const XmlElement& element : package_.xml.elements)
            if (const std::string_view id = element.value("id"); !id.empty()) by_id_.emplace(id, &element);
        read_prefixes();
        for (const XmlElement* element : package_.xml.children(*package_.metadata)) check(*element);
        for (const DublinCore& known : dublin_core) {
            const int count = dublin_core_counts_[known.name];
            if (known.is_required && count == 0)
                invalid(*package_.metadata, fmt::format("'dc:{}' is missing", known.name));
            if (known.is_single && count > 1)
                invalid(*package_.metadata, fmt::format("'dc:{}' stands {} times", known.name, count));
        }
        if (modifications_ != 1)
            invalid(*package_.metadata,
                    fmt::format("'dcterms:modified' stands {} times; once it must", modifications_));
        check_unique_identifier();
    }

private:
    Place at(const XmlElement& element) const { return {package_.path, element.place}; }

    void invalid(const XmlElement& element, std::string_view message) {
        book_.findings.report(Severity::error, "epub.rsc-005", at(element), message);
    }

    /// `prefix="name: URI name: URI"` of the root.
    void read_prefixes() {
        for (const std::string_view word : split_words(package_.xml.root()->value("prefix")))
            if (word.ends_with(':')) prefixes_.insert(word.substr(0, word.size() - 1));
    }

    void check(const XmlElement& element) {
        book_.context.checkpoint();
        if (element.space == dc_namespace)
            check_dublin_core(element);
        else if (element.is(opf_namespace, "meta"))
            check_meta(element);
        else if (element.is(opf_namespace, "link"))
            check_link(element);
        else
            invalid(element, fmt::format("'{}' is not allowed in the metadata", element.name));
        if (const std::string* refines = element.find("refines")) check_refines(element, trim_xml(*refines));
    }

    void check_dublin_core(const XmlElement& element) {
        const std::string_view text = trim_xml(element.text);
        const auto known = std::find_if(dublin_core.begin(), dublin_core.end(),
                                        [&](const DublinCore& candidate) { return candidate.name == element.name; });
        if (known == dublin_core.end()) return invalid(element, fmt::format("there is no 'dc:{}'", element.name));
        ++dublin_core_counts_[known->name];
        if (text.empty()) return invalid(element, fmt::format("'dc:{}' is empty", element.name));
        if (element.name == "language" && !is_language(text))
            book_.findings.report(Severity::error, "epub.opf-092", at(element),
                                  fmt::format("the language '{}' is not well-formed", text));
        if (element.name == "date" && !parse_iso_date(text))
            book_.findings.report(Severity::warning, "epub.opf-053", at(element),
                                  fmt::format("'{}' is no date such as 2026-11-24", text));
        constexpr std::string_view uuid_scheme = "urn:uuid:";
        if (element.name == "identifier" && to_lower_ascii(text.substr(0, uuid_scheme.size())) == uuid_scheme &&
            !is_uuid(text.substr(uuid_scheme.size())))
            book_.findings.report(Severity::warning, "epub.opf-085", at(element), fmt::format("'{}' is no UUID", text));
    }

    void check_meta(const XmlElement& element) {
        const std::string_view property = element.value("property");
        if (element.find("property") == nullptr) {
            for (const std::string_view attribute : {"name", "content"})
                if (element.find(attribute) == nullptr)
                    invalid(element, "'meta' has neither a property nor name and content");
            return;
        }
        if (trim_xml(element.text).empty()) invalid(element, fmt::format("the property '{}' has no value", property));
        if (property == "dcterms:modified") {
            if (element.find("refines") == nullptr) ++modifications_;
            if (!is_modification_time(trim_xml(element.text)))
                invalid(element, "'dcterms:modified' is no time such as 2026-11-24T10:00:00Z");
        }
        check_property(element, property);
    }

    void check_property(const XmlElement& element, std::string_view property) {
        const std::size_t colon = property.find(':');
        if (property.empty() || property.find(' ') != std::string_view::npos)
            return invalid(element, fmt::format("'{}' is not one property", property));
        if (colon != std::string_view::npos) {
            const std::string_view prefix = property.substr(0, colon);
            const bool is_reserved =
                std::find(reserved_prefixes.begin(), reserved_prefixes.end(), prefix) != reserved_prefixes.end();
            if (!is_reserved && !prefixes_.contains(prefix))
                book_.findings.report(Severity::error, "epub.opf-028", at(element),
                                      fmt::format("the prefix '{}' is not declared", prefix));
            return;
        }
        const auto known = std::find_if(meta_properties.begin(), meta_properties.end(),
                                        [&](const MetaProperty& candidate) { return candidate.name == property; });
        if (known == meta_properties.end())
            book_.findings.report(Severity::error, "epub.opf-027", at(element),
                                  fmt::format("the property '{}' is not defined", property));
        else
            check_refinement(element, *known);
    }

    void check_refinement(const XmlElement& element, const MetaProperty& property) {
        const std::string_view refines = element.value("refines");
        if (property.is_single && !refinements_.emplace(property.name, refines).second)
            invalid(element, fmt::format("'{}' is said twice of one thing", property.name));
        if (property.refines.empty() || (refines.empty() && property.name == "belongs-to-collection")) return;
        const XmlElement* target = refines.starts_with('#') ? find(refines.substr(1)) : nullptr;
        const bool fits = target != nullptr &&
                          (property.refines.starts_with('=') ? target->value("property") == property.refines.substr(1)
                                                             : is_one_of(*target, property.refines));
        if (!fits) invalid(element, fmt::format("'{}' does not refine what it may", property.name));
    }

    static bool is_one_of(const XmlElement& element, std::string_view names) {
        const auto words = split_words(names);
        return element.space == dc_namespace && std::find(words.begin(), words.end(), element.name) != words.end();
    }

    void check_link(const XmlElement& element) {
        for (const std::string_view attribute : {"href", "rel"})
            if (element.find(attribute) == nullptr) invalid(element, fmt::format("'link' lacks '{}'", attribute));
        const std::string_view href = element.value("href");
        if (href.empty() || href.starts_with('#') || !url_scheme(href).empty()) return;
        const std::string path = resolve_path(package_.path, href).value_or("");
        if (!book_.container.has(path))
            book_.findings.report(Severity::warning, "epub.rsc-007w", at(element),
                                  fmt::format("the linked file '{}' is missing", href));
        if (element.find("media-type") == nullptr)
            book_.findings.report(Severity::error, "epub.opf-093", at(element), "a link to a file needs a media type");
    }

    void check_refines(const XmlElement& element, std::string_view refines) {
        if (!url_scheme(refines).empty())
            invalid(element, "'refines' must be a relative URL");
        else if (refines.starts_with('#') && find(refines.substr(1)) == nullptr)
            invalid(element, fmt::format("'refines' names the id '{}', which does not exist", refines.substr(1)));
    }

    void check_unique_identifier() {
        const std::string_view wanted = package_.xml.root()->value("unique-identifier");
        if (wanted.empty()) return;
        const XmlElement* target = find(wanted);
        if (target != nullptr && target->is(dc_namespace, "identifier")) return;
        book_.findings.report(Severity::error, "epub.opf-030", at(*package_.xml.root()),
                              fmt::format("the unique identifier '{}' is not there", wanted));
        invalid(*package_.xml.root(), "'unique-identifier' names no 'dc:identifier'");
    }

    const XmlElement* find(std::string_view id) const {
        const auto found = by_id_.find(id);
        return found == by_id_.end() ? nullptr : found->second;
    }

    Book& book_;
    const Package& package_;
    std::unordered_map<std::string_view, const XmlElement*> by_id_;
    std::map<std::string_view, int> dublin_core_counts_;
    std::set<std::string_view> prefixes_;
    std::set<std::pair<std::string_view, std::string_view>> refinements_;
    int modifications_ = 0;
};

}  // namespace

void check_metadata(Book& book) {
    if (book.package.metadata != nullptr) MetadataCheck(book).run();
}

std::string unique_identifier(const Package& package) {
    if (package.metadata == nullptr) return {};
    const std::string_view wanted = package.xml.root()->value("unique-identifier");
    for (const XmlElement* element : package.xml.children(*package.metadata))
        if (element->is(dc_namespace, "identifier") && element->value("id") == wanted)
            return std::string(trim_xml(element->text));
    return {};
}

}  // namespace offprint::epub::check
