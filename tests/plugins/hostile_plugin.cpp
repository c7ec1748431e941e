// One plugin, wrong in the way that a macro says. Without one it is sound: it reads anything as one
// paragraph and writes the number of blocks.
#include <stdexcept>
#include <string>

#include "offprint/plugin.hpp"

#ifndef VERSION
#define VERSION "1"
#endif

#ifdef UNDEFINED_SYMBOL
void this_function_exists_nowhere();
#endif

namespace {

using namespace offprint;

class DemoReader final : public Reader {
public:
    Document read(ByteSource& source, const Options&, Context& context) override {
#ifdef UNDEFINED_SYMBOL
        this_function_exists_nowhere();
#endif
#ifdef THROWS_INT
        throw 42;
#endif
#ifdef THROWS_STD
        throw std::runtime_error("out of luck");
#endif
        Document document;
        document.content = {Paragraph{{}, {Text(source.read_all(context.limits()))}}};
#ifdef MAKES_UNSOUND_DOCUMENT
        NoteRef ref;
        ref.note = 7;
        document.content = {Paragraph{{}, {ref}}};
#endif
        return document;
    }
};

class DemoWriter final : public Writer {
public:
    void write(const Document& document, ByteSink& sink, const Options&, Context&) override {
#ifdef THROWS_INT
        throw 42;
#endif
        sink.write(std::to_string(document.content.size()));
    }
};

class DemoChecker final : public Checker {
public:
    void check(ByteSource& source, const Options&, Context& context) override {
        if (source.peek(1).empty()) context.report(Severity::error, "demo.empty", "there is nothing in it");
    }
};

const char* const extensions[] = {"demo", nullptr};

}  // namespace

#ifndef NO_DESCRIPTOR
extern "C" const offprint::PluginDescriptor offprint_plugin = {
#ifdef WRONG_SIZE
    .size = 8,
#endif
#ifdef WRONG_ABI
    .abi = 999,
#endif
#ifdef WRONG_BUILD_KEY
    .build_key = "some other compiler",
#endif
    .format = FORMAT,
    .title = "A plugin for tests",
    .version = VERSION,
    .extensions = extensions,
#if defined(THROWING_FACTORY)
    .make_reader = []() -> offprint::Reader* { throw 42; },
#elif defined(NULL_FACTORY)
    .make_reader = []() -> offprint::Reader* { return nullptr; },
#else
    .make_reader = []() -> offprint::Reader* { return new DemoReader; },
#endif
    .make_writer = []() -> offprint::Writer* { return new DemoWriter; },
    .make_checker = []() -> offprint::Checker* { return new DemoChecker; },
};
#endif
