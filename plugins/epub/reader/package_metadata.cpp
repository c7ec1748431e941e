#include "reader/package_metadata.hpp"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "html/dom/dom.hpp"
#include "offprint/language.hpp"
#include "offprint/text.hpp"
#include "offprint/url.hpp"
#include "package/relators.hpp"

namespace offprint::epub {

namespace {

/// What programs write into the package of a book that nobody has dated.
constexpr std::string_view no_time = "1980-01-01T00:00:00Z";

std::string value_of(const ocf::XmlElement& element) {
    return collapse_space(element.text);
}

class PackageMetadata {
public:
    PackageMetadata(const ocf::Package& package, bool is_own, Context& context)
        : unique_identifier_(package.xml.root()->value("unique-identifier")), is_own_(is_own), context_(context) {
        if (package.metadata != nullptr) elements_ = package.xml.children(*package.metadata);
    }

    Metadata read() {
        for (const ocf::XmlElement* element : elements_)
            if (const std::string_view id = element->value("refines"); id.starts_with('#'))
                refinements_[id.substr(1)].emplace_back(element->value("property"), value_of(*element));
        for (const ocf::XmlElement* element : elements_) {
            context_.checkpoint();
            if (element->name == "meta")
                add_meta(*element);
            else if (const std::string value = value_of(*element);
                     element->space == ocf::dc_namespace && !value.empty())
                add_element(*element, value);
        }
        // The package has the time of the file's last change; of the text's, our own says it always.
        if (text_modified_ || is_own_) metadata_.modified = text_modified_;
        if (metadata_.modified && metadata_.published &&
            metadata_.modified->to_unix_seconds() == metadata_.published->to_unix_seconds())
            metadata_.modified.reset();
        note_origins();
        return std::move(metadata_);
    }

private:
    /// What refines the element (EPUB 3.3, 5.5.5), else the attribute that EPUB 2 has for it.
    std::string refinement(const ocf::XmlElement& element, std::string_view property) const {
        if (const auto found = refinements_.find(element.value("id")); found != refinements_.end())
            for (const auto& [name, value] : found->second)
                if (name == property) return value;
        return collapse_space(element.value(property, ocf::opf_namespace));
    }

    void add_element(const ocf::XmlElement& element, const std::string& value) {
        const std::string_view name = element.name;
        if (name == "title")
            add_title(refinement(element, "title-type"), value);
        else if (name == "creator" || name == "contributor")
            add_contributor(element, name, value);
        else if (name == "date")
            add_date(refinement(element, "event"), value);
        else if (name == "language")
            add_language(value);
        else if (name == "publisher")
            set_once(metadata_.publisher, value);
        else if (name == "source" && is_remote(value))
            set_once(metadata_.source_url, value);
        else if (name == "description")
            set_once(metadata_.description, plain(element.text));
        else if (name == "subject")
            metadata_.keywords.push_back(value);
        else if (name == "rights")
            set_once(metadata_.rights, value);
        else if (name == "identifier")
            add_identifier(element, value);
    }

    /// Our own books have several only for their articles, each of which says its own.
    void add_language(const std::string& value) {
        if (++languages_ == 2 && is_own_) metadata_.language.clear();
        if (metadata_.language.empty() && value != "und" && (languages_ == 1 || !is_own_))
            metadata_.language = language_tag(value);
    }

    static void set_once(std::string& field, const std::string& value) {
        if (field.empty()) field = value;
    }

    void add_title(const std::string& type, const std::string& value) {
        if (type == "subtitle")
            set_once(metadata_.subtitle, value);
        else if (type.empty() || type == "main")
            set_once(metadata_.title, value);
    }

    void add_contributor(const ocf::XmlElement& element, std::string_view name, const std::string& value) {
        const std::string code = to_lower_ascii(refinement(element, "role"));
        // The program that made the file, and what calibre writes where nobody is known.
        if (code == "bkp" || value == "Unknown") return;
        Contributor contributor;
        contributor.name = value;
        contributor.role = code.empty() && name == "creator" ? "author" : std::string(relator_role(code));
        contributor.file_as = refinement(element, "file-as");
        metadata_.contributors.push_back(std::move(contributor));
    }

    void add_date(const std::string& event, const std::string& value) {
        std::optional<Date>& date = event == "modification" ? metadata_.modified : metadata_.published;
        const bool is_of_article =
            event.empty() || event == "modification" || event == "publication" || event == "original-publication";
        if (is_of_article && !date) date = parse_iso_date(value);
    }

    /// The book's own counts before the others.
    void add_identifier(const ocf::XmlElement& element, const std::string& value) {
        const bool is_unique = element.value("id") == unique_identifier_;
        if (is_unique && is_own_) return;
        if (is_unique || metadata_.identifier.empty()) metadata_.identifier = value;
    }

    void add_meta(const ocf::XmlElement& meta) {
        const std::string_view property = meta.value("property");
        const std::string_view name = meta.value("name");
        const std::string content = collapse_space(meta.value("content"));
        if (property == "schema:dateModified")
            text_modified_ = parse_iso_date(value_of(meta));
        else if (property == "dcterms:modified" && value_of(meta) != no_time)
            metadata_.modified = parse_iso_date(value_of(meta));
        else if (property == "belongs-to-collection" && refinement(meta, "collection-type") != "set")
            set_series(value_of(meta), refinement(meta, "group-position"));
        else if (name == "calibre:series")
            set_series(content, {});
        else if (name == "calibre:series_index" && metadata_.series && metadata_.series->position.empty())
            metadata_.series->position = content;
    }

    void set_series(std::string name, std::string position) {
        if (!metadata_.series && !name.empty()) metadata_.series = Series{std::move(name), std::move(position)};
    }

    /// Shops want descriptions in HTML.
    std::string plain(std::string_view description) const {
        if (description.find('<') == std::string_view::npos) return collapse_space(description);
        const html::Dom dom{std::string(description), context_};
        return dom.text(dom.body());
    }

    void note_origins() {
        const auto note = [&](MetadataField field, bool is_set) {
            if (is_set) metadata_.provenance[field] = Origin::meta;
        };
        note(MetadataField::title, !metadata_.title.empty());
        note(MetadataField::subtitle, !metadata_.subtitle.empty());
        note(MetadataField::contributors, !metadata_.contributors.empty());
        note(MetadataField::published, metadata_.published.has_value());
        note(MetadataField::modified, metadata_.modified.has_value());
        note(MetadataField::language, !metadata_.language.empty());
        note(MetadataField::publisher, !metadata_.publisher.empty());
        note(MetadataField::source_url, !metadata_.source_url.empty());
        note(MetadataField::description, !metadata_.description.empty());
        note(MetadataField::keywords, !metadata_.keywords.empty());
        note(MetadataField::identifier, !metadata_.identifier.empty());
        note(MetadataField::rights, !metadata_.rights.empty());
        note(MetadataField::series, metadata_.series.has_value());
    }

    std::vector<const ocf::XmlElement*> elements_;
    const std::string_view unique_identifier_;
    const bool is_own_;
    Context& context_;
    std::map<std::string_view, std::vector<std::pair<std::string_view, std::string>>> refinements_;  ///< by id
    Metadata metadata_;
    int languages_ = 0;
    std::optional<Date> text_modified_;
};

}  // namespace

Metadata read_metadata(const ocf::Package& package, bool is_own, Context& context) {
    return PackageMetadata(package, is_own, context).read();
}

}  // namespace offprint::epub
