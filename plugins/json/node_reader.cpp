#include "node_reader.hpp"

#include <fmt/format.h>

#include <limits>
#include <optional>
#include <utility>

#include "metadata_reader.hpp"
#include "names.hpp"
#include "node_builder.hpp"
#include "offprint/text.hpp"
#include "unknown_node.hpp"

namespace offprint::json {

namespace {

constexpr std::int64_t most_int = std::numeric_limits<int>::max();

/// The entry for the column that comes next, of columns that two members describe.
TableColumn& column_at(std::vector<TableColumn>& columns, std::size_t number) {
    if (number >= columns.size()) columns.resize(number + 1);
    return columns[number];
}

/// True if nodes of this type have a member of this name that is an object or array and no list of nodes. Nodes of
/// other types may have one that is something else.
bool is_structured(std::string_view type, std::string_view name) {
    if (type == "table") return name == "sections" || name == "align" || name == "widths";
    return (type == "definitionList" && name == "items") || (type == "article" && name == "metadata");
}

}  // namespace

void NodeReader::read_root(Document& document) {
    NodeFields fields(input_, scratch_, input_.offset());
    read_fields(fields);
    if (fields.type != "root") fields.fail("a node of type 'root' is expected");
    document.attributes = std::move(fields.node.attributes);
    document.content = fields.take_blocks({Part::block, Part::text, Part::article});
}

Note NodeReader::read_note(std::string& identifier) {
    NodeFields fields(input_, scratch_, input_.offset());
    fields.type = "a note";
    read_fields(fields);
    identifier = fields.required_text("identifier");
    Note note = fields.begin_node<Note>();
    note.content = fields.take_blocks();
    return note;
}

void NodeReader::read_child(Children& siblings) {
    context_.checkpoint();
    context_.count_nodes(1);
    NodeFields fields(input_, scratch_, input_.offset());
    read_fields(fields);
    build_node(fields, siblings, references_);
}

void NodeReader::read_fields(NodeFields& fields) {
    bool is_type_late = false;
    input_.read_object([&](std::string_view name) {
        if (name == "type") {
            is_type_late = fields.begin() != fields.end();
            fields.type = input_.read_text();
            return;
        }
        const std::size_t begin = input_.offset();
        Scalar value = read_member(fields, name);
        fields.add(name, begin, std::move(value));
    });
    if (!is_type_late) return;
    for (const Member& member : fields)
        if (is_structured(fields.type, member.name))
            input_.read_again(member.begin, [&] { read_structure(fields, member.name); });
}

/// The value, unless it is an object or array: null then, and `fields` has it.
Scalar NodeReader::read_member(NodeFields& fields, std::string_view name) {
    if (name == "children")
        input_.read_array([&] { read_child(fields.children); });
    else if (name == "position" && input_.next_is_object())
        fields.node.range = read_position();
    else if (name == "attributes" && input_.next_is_object())
        fields.node.attributes = read_attributes();
    else if (is_structured(fields.type, name))
        read_structure(fields, name);
    else if (input_.next_is_object() || input_.next_is_array())
        input_.skip();
    else
        return input_.read_scalar();
    return {};
}

/// Reads what `is_structured`.
void NodeReader::read_structure(NodeFields& fields, std::string_view name) {
    if (input_.next_is_null()) return input_.skip();
    if (name == "metadata") return void(fields.metadata = read_metadata(input_, references_.assets));
    if (name == "align") return read_alignments(fields.columns);
    if (name == "widths") return read_widths(fields.columns);
    fields.is_grouped = true;
    input_.read_array([&] { fields.groupings.push_back(read_grouping()); });
}

Attributes NodeReader::read_attributes() {
    Attributes attributes;
    input_.read_object([&](std::string_view name) {
        if (name == "id") return void(attributes.id = read_id());
        if (name == "lang") return void(attributes.language = input_.read_text());
        if (name == "extra") return read_extra(attributes);
        if (name == "classes") return input_.read_array([&] { attributes.classes.push_back(input_.read_text()); });
        if (name != "dir") return input_.skip();
        const std::size_t begin = input_.offset();
        const auto direction = value_in(direction_names, input_.read_text());
        if (!direction) input_.fail("'ltr', 'rtl' or 'auto' is expected", begin);
        attributes.direction = *direction;
    });
    return attributes;
}

std::string NodeReader::read_id() {
    const std::size_t begin = input_.offset();
    std::string id = input_.read_text();
    if (id.find_first_of(" \t\n\r\f") != std::string::npos) input_.fail("an id holds white space", begin);
    if (!id.empty() && !ids_.insert(id).second)
        input_.fail(fmt::format("the id '{}' occurs twice", utf8_prefix(id, 80)), begin);
    return id;
}

void NodeReader::read_extra(Attributes& attributes) {
    input_.read_object([&](std::string_view name) {
        // Only this reader says of a node that its type is not known.
        if (name == unknown_type || name == unknown_members) return input_.skip();
        attributes.extra.emplace_back(clean_xml_text(name), input_.read_text());
    });
}

/// Both points with their offsets and nothing else, as we write them; nearly every node has such a position.
bool NodeReader::read_plain_position(SourceRange& range) {
    const auto read_plain_point = [&](std::string_view name, std::uint64_t& offset) {
        if (!input_.accept_name(name) || !input_.accept('{') || !input_.accept_name("offset")) return false;
        const std::optional<std::int64_t> whole = input_.read_plain_integer();
        offset = static_cast<std::uint64_t>(whole.value_or(0));
        return whole && *whole >= 0 && input_.accept('}');
    };
    return input_.accept('{') && read_plain_point("start", range.begin) && input_.accept(',') &&
           read_plain_point("end", range.end) && input_.accept('}');
}

SourceRange NodeReader::read_position() {
    SourceRange range;
    if (input_.attempt([&] { return read_plain_position(range); })) return range;
    range = {};
    input_.read_object([&](std::string_view name) {
        if (name == "start") return void(range.begin = read_point());
        if (name == "end") return void(range.end = read_point());
        input_.skip();
    });
    return range;
}

/// unist has lines and columns, too, which the model has no place for.
std::uint64_t NodeReader::read_point() {
    std::uint64_t offset = 0;
    input_.read_object([&](std::string_view name) {
        if (name == "offset") return void(offset = static_cast<std::uint64_t>(input_.read_integer()));
        input_.skip();
    });
    return offset;
}

Grouping NodeReader::read_grouping() {
    Grouping grouping;
    const auto read_count = [&] { return static_cast<std::size_t>(input_.read_integer(0, most_int)); };
    input_.read_object([&](std::string_view name) {
        if (name == "rows") return void(grouping.rows = read_count());
        if (name == "terms") return void(grouping.terms = read_count());
        if (name == "descriptions") return void(grouping.descriptions = read_count());
        if (name == "attributes") return void(grouping.node.attributes = read_attributes());
        if (name == "position") return void(grouping.node.range = read_position());
        if (name != "kind") return input_.skip();
        const std::size_t begin = input_.offset();
        const auto kind = value_in(section_names, input_.read_text());
        if (!kind) input_.fail("'head', 'body' or 'foot' is expected", begin);
        grouping.kind = *kind;
    });
    return grouping;
}

void NodeReader::read_alignments(std::vector<TableColumn>& columns) {
    std::size_t number = 0;
    input_.read_array([&] {
        const std::size_t begin = input_.offset();
        Scalar value = input_.read_scalar();
        TableColumn& column = column_at(columns, number++);
        if (std::holds_alternative<std::monostate>(value)) return;
        const auto alignment = value_in(alignment_names, input_.text_of(std::move(value), begin));
        if (!alignment) input_.fail("'left', 'center', 'right' or null is expected", begin);
        column.alignment = *alignment;
    });
}

void NodeReader::read_widths(std::vector<TableColumn>& columns) {
    std::size_t number = 0;
    input_.read_array([&] { column_at(columns, number++).width = input_.read_number(0, 1); });
}

}  // namespace offprint::json
