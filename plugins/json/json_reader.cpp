#include "json_reader.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "asset_reader.hpp"
#include "json/input.hpp"
#include "metadata_reader.hpp"
#include "node_reader.hpp"
#include "offprint/converter.hpp"
#include "offprint/text.hpp"
#include "offprint/transform.hpp"
#include "offprint/walk.hpp"
#include "references.hpp"
#include "schema_version.hpp"

namespace offprint::json {

namespace {

/// Reads one document.
class DocumentReader {
public:
    DocumentReader(Input& input, Context& context)
        : input_(input), context_(context), nodes_(input, references_, context) {}

    Document read() {
        const std::size_t begin = input_.offset();
        bool has_version = false;
        bool has_content = false;
        input_.read_object([&](std::string_view name) {
            if (name == "schemaVersion") return has_version = true, check_version();
            if (name == "content") return has_content = true, nodes_.read_root(document_);
            if (name == "metadata") return void(document_.metadata = read_metadata(input_, references_.assets));
            if (name == "source") return read_source();
            if (name == "notes") return input_.read_array([&] { read_note(); });
            if (name == "assets") return input_.read_array([&] { read_asset_entry(); });
            input_.skip();
        });
        if (!has_version) input_.fail("this is no article: it has no 'schemaVersion'", begin);
        if (!has_content) input_.fail("the article has no 'content'", begin);
        resolve_references();
        return std::move(document_);
    }

private:
    /// A newer minor version only adds what can be passed over.
    void check_version() {
        const std::size_t begin = input_.offset();
        const std::string version = input_.read_text();
        const std::string_view ours = schema_version;
        const std::string_view major = ours.substr(0, ours.find('.') + 1);
        if (!version.starts_with(major))
            input_.fail(fmt::format("version {}x of the format can be read, not {}", major, utf8_prefix(version, 80)),
                        begin);
    }

    void read_source() {
        input_.read_object([&](std::string_view name) {
            if (name == "format") return void(document_.source.format = input_.read_text());
            if (name == "mediaType") return void(document_.source.media_type = input_.read_text());
            if (name == "name") return void(document_.source.name = input_.read_text());
            if (name == "url") return void(document_.base_url = input_.read_text());
            input_.skip();
        });
    }

    void read_note() {
        const std::size_t begin = input_.offset();
        std::string identifier;
        document_.notes.push_back(nodes_.read_note(identifier));
        if (!notes_.emplace(std::move(identifier), notes_.size()).second)
            input_.fail("a note's identifier occurs twice", begin);
    }

    void read_asset_entry() {
        const std::size_t begin = input_.offset();
        Asset asset = read_asset(input_, context_);
        if (!asset.resource.bytes)
            context_.report(Severity::warning, "json.asset-without-data",
                            fmt::format("asset '{}' has no bytes{}{}", utf8_prefix(asset.id, 80),
                                        asset.missing.empty() ? "" : "; ", asset.missing));
        if (document_.resources.size() >= context_.limits().images) throw_limit(context_.limits(), &Limits::images);
        resource_bytes_ += asset.resource.bytes ? asset.resource.bytes->size() : 0;
        if (resource_bytes_ > context_.limits().resource_bytes) throw_limit(context_.limits(), &Limits::resource_bytes);
        if (!document_.resources.emplace(std::move(asset.id), std::move(asset.resource)).second)
            input_.fail("an asset's id occurs twice", begin);
    }

    void resolve_references() {
        for (const auto& [id, reference] : references_.assets.all())
            if (!document_.resources.contains(id))
                input_.fail(fmt::format("no asset has the id '{}'", utf8_prefix(id, 80)), reference.offset);
        drop_unusable_assets();
        if (references_.notes.all().empty() && references_.assets.all().empty()) return;
        const std::vector<std::size_t> notes = note_numbers();
        walk(document_, [&](auto& node) {
            using N = std::remove_reference_t<decltype(node)>;
            if constexpr (std::is_same_v<N, NoteRef>) node.note = notes[node.note];
            if constexpr (std::is_same_v<N, Image>) keep_if_there(node.resource);
            if constexpr (std::is_same_v<N, Group>)
                if (node.metadata) keep_if_there(node.metadata->cover);
        });
        keep_if_there(document_.metadata.cover);
    }

    /// The index of the note behind the number of each reference.
    std::vector<std::size_t> note_numbers() const {
        std::vector<std::size_t> numbers(references_.notes.all().size());
        for (const auto& [identifier, reference] : references_.notes.all()) {
            const auto note = notes_.find(identifier);
            if (note == notes_.end())
                input_.fail(fmt::format("no note has the identifier '{}'", utf8_prefix(identifier, 80)),
                            reference.offset);
            numbers[reference.number] = note->second;
        }
        return numbers;
    }

    /// Takes out assets without bytes, and those that are no image. What shows them is a reference from then on.
    void drop_unusable_assets() {
        for (auto entry = document_.resources.begin(); entry != document_.resources.end();)
            entry = is_usable(entry->first, entry->second) ? std::next(entry) : document_.resources.erase(entry);
    }

    /// Sees to the media type, which the bytes tell.
    bool is_usable(const std::string& id, Resource& resource) {
        if (!resource.bytes) return false;
        const std::optional<ImageInfo> info = sniff_image(*resource.bytes);
        if (!info) {
            context_.report(Severity::warning, "image.unknown-type",
                            fmt::format("asset '{}' is of no known type", utf8_prefix(id, 80)));
            return false;
        }
        resource.media_type = info->media_type;
        return true;
    }

    void keep_if_there(std::string& key) const {
        if (!key.empty() && !document_.resources.contains(key)) key.clear();
    }

    Input& input_;
    Context& context_;
    References references_;
    NodeReader nodes_;
    Document document_;
    std::map<std::string, std::size_t> notes_;  ///< by identifier
    std::uint64_t resource_bytes_ = 0;
};

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace

Document JsonReader::read(ByteSource& source, const Options&, Context& context) {
    std::string json = source.read_all(context.limits());
    if (json.starts_with(byte_order_mark)) json.replace(0, byte_order_mark.size(), byte_order_mark.size(), ' ');
    Input input(json, context);
    if (input.at_end()) input.fail("there is nothing to read", 0);
    std::vector<Document> articles;
    while (!input.at_end()) articles.push_back(DocumentReader(input, context).read());
    Document document = make_book(std::move(articles));
    // Each level of the model is one of objects and one of arrays.
    if (input.most_nested() >= Limits::depth) limit_depth(document, context);
    return document;
}

}  // namespace offprint::json
