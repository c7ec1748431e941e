#include "offprint/validate.hpp"

#include <fmt/format.h>

#include <set>

#include "offprint/text.hpp"
#include "offprint/walk.hpp"

namespace offprint {

namespace {

constexpr std::size_t most_findings = 20;

class Validator {
public:
    Validator(const Document& document, const Limits& limits) : document_(document), limits_(limits) {}

    std::vector<std::string> run() {
        check(document_.metadata);
        if (document_.attributes) check(*document_.attributes);
        check_text(document_.source.name, "source name");
        check_text(document_.source.media_type, "source media type");
        check_text(document_.base_url, "base URL");
        for (const auto& [key, resource] : document_.resources) check(key, resource);
        for (const Block& block : document_.content) check_top_level(block);
        for (const Note& note : document_.notes) visit(note, 1);
        return std::move(findings_);
    }

private:
    void find(std::string finding) {
        if (findings_.size() < most_findings) findings_.push_back(std::move(finding));
    }

    void check_text(std::string_view text, std::string_view what) {
        const std::size_t good = xml_text_prefix(text);
        if (good != text.size()) find(fmt::format("{} is not UTF-8 of XML 1.0 characters (at byte {})", what, good));
    }

    void check(const Metadata& metadata) {
        for (const std::string* text :
             {&metadata.title, &metadata.subtitle, &metadata.language, &metadata.publisher, &metadata.source_url,
              &metadata.description, &metadata.identifier, &metadata.rights, &metadata.cover, &metadata.cover_source})
            check_text(*text, "metadata");
        for (const Contributor& person : metadata.contributors)
            for (const std::string* text : {&person.name, &person.role, &person.file_as, &person.url})
                check_text(*text, "contributor");
        for (const std::string& keyword : metadata.keywords) check_text(keyword, "keyword");
        for (const std::optional<Date>* date : {&metadata.published, &metadata.modified})
            if (*date && !exists(**date)) find("a date does not exist");
        if (metadata.series) check_text(metadata.series->name + metadata.series->position, "series");
        if (!metadata.cover.empty() && !document_.resources.contains(metadata.cover))
            find("cover '" + metadata.cover + "' is no resource");
    }

    void check(const std::string& key, const Resource& resource) {
        check_text(key, "resource key");
        check_text(resource.media_type, "media type");
        check_text(resource.source_url, "source URL");
        if (key.empty()) find("a resource has an empty key");
        if (!resource.bytes) find("resource '" + key + "' has no bytes");
        if (resource.width < 0 || resource.height < 0) find("resource '" + key + "' has a negative size");
    }

    void check(const Attributes& attributes) {
        if (!attributes.id.empty()) {
            if (attributes.id.find_first_of(" \t\n\r\f") != std::string::npos)
                find("id '" + attributes.id + "' holds white space");
            if (!ids_.insert(attributes.id).second) find("id '" + attributes.id + "' occurs twice");
        }
        check_text(attributes.id, "id");
        check_text(attributes.language, "language");
        for (const std::string& name : attributes.classes) check_text(name, "class");
        for (const auto& [name, value] : attributes.extra) {
            check_text(name, "attribute name");
            check_text(value, "attribute value");
        }
    }

    void check_top_level(const Block& block) {
        at_top_ = true;
        visit(block, 1);
    }

    // What is particular to one kind of node; the fallback has nothing to check.
    void check_node(const Text& node) { check_text(node.text, "text"); }
    void check_node(const Code& node) { check_text(node.text, "code"); }
    void check_node(const Link& node) {
        check_text(node.url, "link");
        check_text(node.title, "link title");
    }
    void check_node(const Image& node) {
        check_text(node.source, "image source");
        check_text(node.alt.value_or(""), "alt text");
        check_text(node.title, "image title");
        if (node.width < 0 || node.height < 0) find("an image has a negative size");
        if (!node.resource.empty() && !document_.resources.contains(node.resource))
            find("image names resource '" + node.resource + "', which does not exist");
    }
    void check_node(const NoteRef& node) {
        if (node.note >= document_.notes.size())
            find(fmt::format("note {} is referred to, of {}", node.note, document_.notes.size()));
    }
    void check_node(const Math& node) {
        check_text(node.tex, "TeX");
        check_text(node.mathml, "MathML");
        check_text(node.alt, "alt text");
        if (node.tex.empty() && node.mathml.empty()) find("a formula is empty");
    }
    void check_node(const Heading& node) {
        if (node.level < 1 || node.level > 6) find(fmt::format("heading of level {}", node.level));
    }
    void check_node(const CodeBlock& node) {
        check_text(node.text, "code");
        check_text(node.language, "code language");
    }
    void check_node(const Quote& node) { check_text(node.cite, "cite"); }
    void check_node(const Table& node) {
        for (const TableColumn& column : node.columns)
            if (!(column.width >= 0 && column.width <= 1)) find("a table column is not 0 to 1 of the table wide");
    }
    void check_node(const TableCell& node) {
        if (node.column_span < 1 || node.row_span < 1) find("a table cell spans nothing");
    }
    void check_node(const Group& node) {
        const bool is_article = node.kind == GroupKind::article;
        if (is_article != static_cast<bool>(node.metadata)) find("an article group, and no other, has metadata");
        if (is_article && !at_top_) find("an article group stands below the top level");
        if (node.metadata) check(*node.metadata);
    }
    template <class N>
    void check_node(const N&) {}

    /// `level` counts lists of blocks and inlines from the root.
    template <class N>
    void visit(const N& node, int level) {
        if constexpr (std::is_same_v<N, Block> || std::is_same_v<N, Inline>) {
            std::visit([&](const auto& alternative) { visit(alternative, level); }, node);
        } else {
            if (++nodes_ > limits_.nodes) throw_limit(limits_, &Limits::nodes);
            check_node(node);
            at_top_ = false;
            if (node.attributes) check(*node.attributes);
            for_each_child_list(node, [&](const auto& children) { visit_list(children, level); });
        }
    }

    template <class N>
    void visit_list(const std::vector<N>& list, int level) {
        constexpr bool nests = std::is_same_v<N, Block> || std::is_same_v<N, Inline>;
        const int inner = level + (nests ? 1 : 0);
        if (!list.empty() && inner > Limits::depth) {
            find(fmt::format("nested deeper than {}", Limits::depth));
            return;
        }
        for (const N& child : list) visit(child, inner);
    }

    const Document& document_;
    const Limits& limits_;
    std::vector<std::string> findings_;
    std::set<std::string_view> ids_;
    std::uint64_t nodes_ = 0;
    bool at_top_ = false;
};

}  // namespace

std::vector<std::string> validate(const Document& document, const Limits& limits) {
    return Validator(document, limits).run();
}

}  // namespace offprint
