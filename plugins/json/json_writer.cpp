#include "json_writer.hpp"

#include "asset_writer.hpp"
#include "json/output.hpp"
#include "metadata_writer.hpp"
#include "node_writer.hpp"
#include "offprint/version.hpp"
#include "schema_version.hpp"

namespace offprint::json {

namespace {

void write_generator(Output& out) {
    out.begin_object("generator");
    out.member("name", "offprint");
    out.member("version", OFFPRINT_VERSION);
    out.end_object();
}

void write_source(Output& out, const Document& document) {
    out.begin_object("source");
    out.member_if_set("format", document.source.format);
    out.member_if_set("mediaType", document.source.media_type);
    out.member_if_set("name", document.source.name);
    out.member_if_set("url", document.base_url);
    out.end_object();
}

void write_notes(Output& out, NodeWriter& nodes, const std::vector<Note>& notes) {
    out.begin_array("notes");
    for (std::size_t i = 0; i < notes.size(); ++i) nodes.write_note(notes[i], i);
    out.end_array();
}

void write_assets(Output& out, const Document& document, ByteSink* sink, Context& context) {
    out.begin_array("assets");
    for (const auto& [id, resource] : document.resources) {
        context.checkpoint();
        write_asset(out, id, resource, sink);
    }
    out.end_array();
}

void write_diagnostics(Output& out, NodeWriter& nodes, const Context& context) {
    out.begin_array("diagnostics");
    for (const Diagnostic& diagnostic : context.diagnostics()) {
        out.begin_object();
        out.member("severity", name_of(diagnostic.severity));
        out.member("code", diagnostic.code);
        out.member("message", diagnostic.message);
        nodes.write_position(diagnostic.range);
        out.end_object();
    }
    out.end_array();
}

}  // namespace

void JsonWriter::write(const Document& document, ByteSink& sink, const Options& options, Context& context) {
    const std::unique_ptr<Output> output = make_output(sink, options.flag("pretty"));
    Output& out = *output;
    NodeWriter nodes(out, context, options.flag("positions"));
    out.begin_object();
    out.member("$schema", schema_id);
    out.member("schemaVersion", schema_version);
    write_generator(out);
    write_source(out, document);
    out.key("metadata");
    write_metadata(out, document.metadata, document.content);
    out.key("content");
    nodes.write_root(document);
    write_notes(out, nodes, document.notes);
    write_assets(out, document, options.text("assets") == "embed" ? &sink : nullptr, context);
    write_diagnostics(out, nodes, context);
    out.begin_object("extensions");
    out.end_object();
    out.end_object();
    out.finish();
}

}  // namespace offprint::json
