#include "writer/pandoc_writer.hpp"

#include <memory>

#include "json/output.hpp"
#include "losses.hpp"
#include "writer/content_writer.hpp"
#include "writer/elements.hpp"
#include "writer/metadata.hpp"

namespace offprint::pandoc {

namespace {

/// pandoc compares the first two.
void write_version(json::Output& out, ApiVersion version) {
    write_array(out, [&] {
        out.value(1);
        out.value(version == ApiVersion::v1_22 ? 22 : 23);
        out.value(version == ApiVersion::v1_22 ? 2 : 1);
    });
}

}  // namespace

void PandocWriter::write(const Document& document, ByteSink& sink, const Options& options, Context& context) {
    const ApiVersion version = options.text("pandoc-api") == "1.22" ? ApiVersion::v1_22 : ApiVersion::v1_23;
    const std::unique_ptr<json::Output> output = json::make_output(sink, false);
    json::Output& out = *output;
    Losses losses(context);
    ContentWriter content(out, document, version, sink, context, losses);
    out.begin_object();
    out.key("pandoc-api-version");
    write_version(out, version);
    out.key("meta");
    write_metadata(out, document, content, losses);
    out.key("blocks");
    content.write_document();
    out.end_object();
    out.finish();
}

}  // namespace offprint::pandoc
