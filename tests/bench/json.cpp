// How fast JSON is written and read: a document of 20 MB in JSON, prose with links and styles, beside RapidJSON alone.
// For writing that is its writer over the same tokens, for reading its own tree of the same bytes. Printed are
// megabytes a second of processor time, and how many times as long as RapidJSON we take. Both take turns; the fastest of
// several rounds counts. What was read is freed when the clock stands still: RapidJSON's tree is one block.
#include <malloc.h>
#include <rapidjson/document.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/reader.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>
#include <time.h>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "offprint/byte_sink.hpp"
#include "offprint/byte_source.hpp"
#include "offprint/context.hpp"
#include "offprint/plugin_registry.hpp"

namespace {

using namespace offprint;

constexpr int rounds = 15;
constexpr int paragraphs = 20'000;

double now() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

/// Seconds of the fastest round of each of two works that take turns; what they return is freed in between.
template <class Ours, class Theirs>
std::pair<double, double> fastest(Ours&& ours, Theirs&& theirs) {
    const auto shorten = [](double& seconds, auto&& work) {
        const double begin = now();
        const auto made = work();
        seconds = std::min(seconds, now() - begin);
    };
    double our_seconds = std::numeric_limits<double>::max();
    double their_seconds = our_seconds;
    for (int round = 0; round < rounds; ++round) {
        shorten(our_seconds, ours);
        shorten(their_seconds, theirs);
    }
    return {our_seconds, their_seconds};
}

/// Bytes that somebody else keeps.
class ViewSource final : public ByteSource {
public:
    explicit ViewSource(std::string_view bytes) : ByteSource("article.json", {}), rest_(bytes) {}

private:
    std::size_t read_some(char* to, std::size_t size) override {
        const std::size_t got = rest_.copy(to, size);
        rest_.remove_prefix(got);
        return got;
    }
    std::size_t size_hint() const noexcept override { return rest_.size(); }

    std::string_view rest_;
};

Document article() {
    Document document;
    document.metadata.title = "The Harbour";
    std::uint64_t offset = 0;
    const auto at = [&](auto node, std::uint64_t size) {
        node.range = {offset, offset + size};
        offset += size;
        return node;
    };
    for (int i = 0; i < paragraphs; ++i) {
        Paragraph paragraph;
        Styled loud;
        loud.style = Style::strong;
        loud.content = {at(Text("not a single light"), 18)};
        Link link;
        link.url = "https://harbour.example/logbook/" + std::to_string(i);
        link.content = {at(Text("the logbook of that night"), 25)};
        paragraph.content = {
            at(Text("When the captain came over the little bridge before morning there was "), 70), at(loud, 35),
            at(Text(" in the houses along the water, and nobody would say afterwards what \"they\" had seen; in "), 89),
            at(link, 60), at(Text(" the page is empty."), 19)};
        document.content.push_back(at(std::move(paragraph), 7));
    }
    return document;
}

Options default_options(const std::vector<OptionInfo>& declared) {
    Options options;
    for (const OptionInfo& option : declared) options.set(option.name, option.default_value);
    return options;
}

/// One call of RapidJSON's handlers.
struct ObjectStart {};
struct ObjectEnd {};
struct ArrayStart {};
struct ArrayEnd {};
struct Name {
    std::string text;
};
using Token = std::variant<ObjectStart, ObjectEnd, ArrayStart, ArrayEnd, Name, std::string, std::uint64_t, bool>;

/// Keeps the tokens of a text.
class Recorder : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Recorder> {
public:
    explicit Recorder(std::vector<Token>& tokens) : tokens_(tokens) {}
    bool StartObject() { return add(ObjectStart()); }
    bool EndObject(rapidjson::SizeType) { return add(ObjectEnd()); }
    bool StartArray() { return add(ArrayStart()); }
    bool EndArray(rapidjson::SizeType) { return add(ArrayEnd()); }
    bool Key(const char* text, rapidjson::SizeType size, bool) { return add(Name{std::string(text, size)}); }
    bool String(const char* text, rapidjson::SizeType size, bool) { return add(std::string(text, size)); }
    bool Uint(unsigned number) { return add(std::uint64_t{number}); }
    bool Bool(bool flag) { return add(flag); }
    bool Default() { return false; }

private:
    bool add(Token token) {
        tokens_.push_back(std::move(token));
        return true;
    }

    std::vector<Token>& tokens_;
};

/// Hands a token to RapidJSON's writer.
template <class JsonWriter>
struct Replay {
    JsonWriter& writer;

    void operator()(ObjectStart) const { writer.StartObject(); }
    void operator()(ObjectEnd) const { writer.EndObject(); }
    void operator()(ArrayStart) const { writer.StartArray(); }
    void operator()(ArrayEnd) const { writer.EndArray(); }
    void operator()(const Name& name) const { writer.Key(name.text.data(), length(name.text)); }
    void operator()(const std::string& text) const { writer.String(text.data(), length(text)); }
    void operator()(std::uint64_t number) const { writer.Uint64(number); }
    void operator()(bool flag) const { writer.Bool(flag); }

    static rapidjson::SizeType length(std::string_view text) { return static_cast<rapidjson::SizeType>(text.size()); }
};

template <class JsonWriter>
std::size_t write_with_library(const std::vector<Token>& tokens) {
    rapidjson::StringBuffer buffer;
    JsonWriter writer(buffer);
    for (const Token& token : tokens) std::visit(Replay<JsonWriter>{writer}, token);
    return buffer.GetSize();
}

void print(const char* what, std::size_t bytes, std::pair<double, double> seconds) {
    const auto [ours, theirs] = seconds;
    const double megabytes = static_cast<double>(bytes) / 1e6;
    std::printf("%-18s%8.0f MB/s   RapidJSON %6.0f MB/s   %5.2f times as long\n", what, megabytes / ours,
                megabytes / theirs, ours / theirs);
}

std::vector<Token> tokens_of(const std::string& json) {
    std::vector<Token> tokens;
    Recorder recorder(tokens);
    rapidjson::StringStream stream(json.c_str());
    rapidjson::Reader().Parse(stream, recorder);
    return tokens;
}

void measure(const PluginRegistry& registry, const Document& document, bool pretty) {
    Options options = default_options(registry.format("json").writer_options);
    options.set("pretty", pretty ? "true" : "false");
    const auto write = [&] {
        std::string json;
        Context context;
        const auto sink = create_memory(json);
        registry.make_writer("json")->write(document, *sink, options, context);
        sink->commit();
        return json;
    };
    const std::string json = write();
    const std::vector<Token> tokens = tokens_of(json);
    using Pretty = rapidjson::PrettyWriter<rapidjson::StringBuffer>;
    using Compact = rapidjson::Writer<rapidjson::StringBuffer>;
    print(pretty ? "writing, pretty" : "writing, compact", json.size(), fastest(write, [&] {
              return pretty ? write_with_library<Pretty>(tokens) : write_with_library<Compact>(tokens);
          }));
    const auto read = [&] {
        Context context;
        ViewSource source(json);
        return registry.make_reader("json")->read(source, {}, context);
    };
    const auto parse = [&] {
        auto tree = std::make_unique<rapidjson::Document>();
        tree->Parse(json.data(), json.size());
        return tree;
    };
    print(pretty ? "reading, pretty" : "reading, compact", json.size(), fastest(read, parse));
}

}  // namespace

int main() {
    // Memory that was freed stays with the process, so that no round pays for what the kernel does.
    mallopt(M_MMAP_THRESHOLD, std::numeric_limits<int>::max());
    mallopt(M_TRIM_THRESHOLD, std::numeric_limits<int>::max());
    const PluginRegistry registry;
    const Document document = article();
    for (const bool pretty : {true, false}) measure(registry, document, pretty);
    return 0;
}
