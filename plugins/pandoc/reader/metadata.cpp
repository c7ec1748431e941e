#include "reader/metadata.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>

#include "credits/written_date.hpp"
#include "names.hpp"
#include "offprint/language.hpp"
#include "offprint/text.hpp"

namespace offprint::pandoc {

namespace {

class MetadataReader {
public:
    MetadataReader(AstInput& ast, ContentReader& content) : ast_(ast), content_(content) {}

    MetaFields read_fields() {
        MetaFields fields;
        ast_.json().read_object([&](std::string_view name) { fields.push_back({clean_xml_text(name), read_value()}); });
        return fields;
    }

private:
    MetaValue read_value() {
        MetaValue value;
        const std::size_t begin = ast_.json().offset();
        ast_.read_element([&](std::string_view type) {
            if (type == "MetaMap") return void(value.fields = read_fields());
            if (type == "MetaList") return ast_.read_list([&] { value.list.push_back(read_value()); });
            if (type == "MetaBool") return void(value.text = ast_.json().read_flag() ? "true" : "false");
            if (type == "MetaString") return void(value.text = collapse_space(ast_.json().read_text()));
            if (type == "MetaBlocks") return void(value.text = collapse_space(plain_text(content_.read_blocks())));
            if (type == "MetaInlines") return read_inlines(value);
            ast_.json().fail(fmt::format("'{}' is no type of metadata", utf8_prefix(type, 80)), begin);
        });
        return value;
    }

    void read_inlines(MetaValue& value) {
        const Inlines inlines = content_.read_inlines();
        value.text = collapse_space(plain_text(inlines));
        if (inlines.size() == 1)
            value.id = std::visit([](const auto& node) { return std::string(node.id()); }, inlines.front());
    }

    AstInput& ast_;
    ContentReader& content_;
};

/// The texts of a value, one or several.
std::vector<std::string> texts_of(const MetaValue& value) {
    std::vector<std::string> texts;
    if (!value.text.empty()) texts.push_back(value.text);
    for (const MetaValue& entry : value.list) {
        std::vector<std::string> inner = texts_of(entry);
        std::move(inner.begin(), inner.end(), std::back_inserter(texts));
    }
    for (const auto& [name, field] : value.fields)
        if (name == "text" || name == "name") texts.push_back(field.text);
    return texts;
}

std::string joined(const std::vector<std::string>& texts, std::string_view mark) {
    return fmt::format("{}", fmt::join(texts, mark));
}

/// What a map says under `name`.
std::string text_in(const MetaValue& map, std::string_view name) {
    for (const auto& [field, value] : map.fields)
        if (field == name) return joined(texts_of(value), " ");
    return {};
}

/// A person, as a text or as a map of pandoc's EPUB writer or of the usual templates.
Contributor person_of(const MetaValue& value, std::string_view role) {
    Contributor person{value.text, std::string(role), text_in(value, "file-as"), text_in(value, "url")};
    for (const std::string_view name : {"text", "name"})
        if (person.name.empty()) person.name = text_in(value, name);
    if (person.name.empty()) person.name = collapse_space(text_in(value, "given") + " " + text_in(value, "family"));
    if (std::string own = text_in(value, "role"); !own.empty()) person.role = own == "aut" ? "author" : own;
    return person;
}

/// Takes known fields out of a list and sets the metadata that they are.
class MetadataSetter {
public:
    MetadataSetter(MetaFields& fields, Metadata& metadata) : fields_(fields), metadata_(metadata) {}

    std::optional<MetaValue> take(std::string_view name) {
        const auto found = find(name);
        if (found == fields_.end()) return std::nullopt;
        MetaValue value = std::move(found->value);
        fields_.erase(found);
        return value;
    }

    void set() {
        set_title();
        set_text(MetadataField::subtitle, metadata_.subtitle, {"subtitle"});
        add_people("author", "author");
        add_people("creator", "author");
        add_people("contributor", "contributor");
        set_language();
        set_date(MetadataField::published, metadata_.published, "date");
        set_date(MetadataField::modified, metadata_.modified, "date-modified");
        set_text(MetadataField::publisher, metadata_.publisher, {"publisher"});
        set_text(MetadataField::source_url, metadata_.source_url, {"source"});
        set_text(MetadataField::description, metadata_.description, {"description", "abstract"});
        set_keywords();
        set_text(MetadataField::identifier, metadata_.identifier, {"identifier"});
        set_text(MetadataField::rights, metadata_.rights, {"rights", "copyright"});
        set_text(MetadataField::cover, metadata_.cover_source, {"cover-image", "image"});
        set_series();
    }

private:
    MetaFields::iterator find(std::string_view name) { return std::ranges::find(fields_, name, &MetaField::name); }

    void note(MetadataField field) { metadata_.provenance[field] = Origin::front_matter; }

    /// From the first of `names` that is there.
    void set_text(MetadataField field, std::string& target, std::initializer_list<std::string_view> names) {
        for (const std::string_view name : names) {
            if (!target.empty()) return;
            const std::optional<MetaValue> value = take(name);
            if (value) target = joined(texts_of(*value), ", ");
        }
        if (!target.empty()) note(field);
    }

    /// A text, or a list of titles and their types, as pandoc's EPUB writer has it.
    void set_title() {
        const auto found = find("title");
        if (found != fields_.end()) {
            for (const MetaValue& entry : found->value.list) {
                const bool is_subtitle = text_in(entry, "type") == "subtitle";
                std::string& target = is_subtitle ? metadata_.subtitle : metadata_.title;
                if (target.empty()) target = joined(texts_of(entry), " ");
            }
            if (!found->value.list.empty()) fields_.erase(found);
        }
        set_text(MetadataField::title, metadata_.title, {"title"});
        if (!metadata_.title.empty()) note(MetadataField::title);
        if (!metadata_.subtitle.empty()) note(MetadataField::subtitle);
    }

    void add_people(std::string_view field, std::string_view role) {
        const std::optional<MetaValue> value = take(field);
        if (!value) return;
        if (value->list.empty()) return add_person(person_of(*value, role));
        for (const MetaValue& entry : value->list) add_person(person_of(entry, role));
    }

    /// More may be said of somebody whose name was there before.
    void add_person(Contributor person) {
        if (person.name.empty()) return;
        note(MetadataField::contributors);
        const auto known = std::ranges::find_if(metadata_.contributors, [&](const Contributor& other) {
            return other.name == person.name && other.role == person.role;
        });
        if (known == metadata_.contributors.end())
            metadata_.contributors.push_back(std::move(person));
        else
            *known = std::move(person);
    }

    void set_language() {
        for (const std::string_view name : {"lang", "language"}) {
            const auto found = find(name);
            if (found == fields_.end() || !metadata_.language.empty()) continue;
            metadata_.language = language_tag(found->value.text);
            if (metadata_.language.empty()) continue;
            fields_.erase(found);
            note(MetadataField::language);
        }
    }

    void set_date(MetadataField field, std::optional<Date>& target, std::string_view name) {
        const auto found = find(name);
        if (found == fields_.end()) return;
        target = credits::parse_date(found->value.text, credits::day_order(metadata_.language));
        if (!target) return;
        fields_.erase(found);
        note(field);
    }

    /// A list, or a text with commas.
    void set_keywords() {
        for (const std::string_view name : {"keywords", "subject"}) {
            const std::optional<MetaValue> value = metadata_.keywords.empty() ? take(name) : std::nullopt;
            if (!value) continue;
            metadata_.keywords = texts_of(*value);
            if (value->list.empty() && metadata_.keywords.size() == 1) metadata_.keywords = divided(value->text);
        }
        if (!metadata_.keywords.empty()) note(MetadataField::keywords);
    }

    static std::vector<std::string> divided(std::string_view text) {
        std::vector<std::string> parts;
        while (!text.empty()) {
            const std::size_t comma = std::min(text.find(','), text.size());
            if (const std::string_view part = trim(text.substr(0, comma)); !part.empty()) parts.emplace_back(part);
            text.remove_prefix(std::min(comma + 1, text.size()));
        }
        return parts;
    }

    void set_series() {
        Series series;
        set_text(MetadataField::series, series.name, {"belongs-to-collection"});
        if (series.name.empty()) return;
        if (const std::optional<MetaValue> position = take("group-position")) series.position = position->text;
        metadata_.series = std::move(series);
    }

    MetaFields& fields_;
    Metadata& metadata_;
};

}  // namespace

MetaFields read_metadata(AstInput& ast, ContentReader& content, Document& document) {
    const std::size_t notes = document.notes.size();
    MetaFields fields = MetadataReader(ast, content).read_fields();
    document.notes.resize(notes);
    return fields;
}

void set_metadata(Document& document, MetaFields fields, Losses& losses) {
    std::vector<Metadata*> articles;
    for (Block& block : document.content)
        if (Group* group = std::get_if<Group>(&block); group != nullptr && group->metadata)
            articles.push_back(&*group->metadata);
    Attributes attributes;
    for (const auto& [name, value] : fields)
        if (name == "title") attributes.id = value.id;
    MetadataSetter setter(fields, document.metadata);
    std::optional<MetaValue> of_articles = articles.empty() ? std::nullopt : setter.take("articles");
    if (of_articles && of_articles->list.size() == articles.size())
        for (std::size_t i = 0; i < articles.size(); ++i)
            MetadataSetter(of_articles->list[i].fields, *articles[i]).set();
    setter.set();
    if (const std::optional<MetaValue> direction = setter.take("dir"))
        attributes.direction = json::value_in(direction_names, direction->text).value_or(Direction::unspecified);
    for (auto& [name, value] : fields) {
        const bool is_taken = name == "lang";  // no language tag, and the writer calls by that name what is one
        if (!value.text.empty() && !is_taken)
            attributes.extra.emplace_back(std::move(name), std::move(value.text));
        else
            losses.report(
                Severity::info, "pandoc.field-dropped",
                fmt::format("the field '{}' of the metadata has no place; it was left out, and others like it",
                            utf8_prefix(name, 80)));
    }
    if (!attributes.empty()) document.attributes = std::move(attributes);
}

}  // namespace offprint::pandoc
