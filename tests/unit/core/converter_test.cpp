#include "offprint/converter.hpp"

#include <gtest/gtest.h>

#include <functional>

#include "offprint/error.hpp"
#include "support/conversion.hpp"

namespace offprint {
namespace {

ErrorCode code_of(const std::function<void()>& action) {
    try {
        action();
    } catch (const Error& error) {
        return error.code();
    }
    ADD_FAILURE() << "nothing was thrown";
    return ErrorCode::usage;
}

std::string detect(std::string bytes, std::string name, ReadRequest request = {}) {
    return Converter(testing::registry()).detect(*open_memory(std::move(bytes), std::move(name)), request);
}

TEST(Detect, GoesByRequestMediaTypeNameThenContent) {
    ReadRequest forced;
    forced.format = "text";
    EXPECT_EQ(detect("<html>", "a.html", forced), "text");
    ReadRequest typed;
    typed.media_type = "text/html";
    EXPECT_EQ(detect("words", "a.txt", typed), "html");
    typed.media_type = "Text/HTML; charset=utf-8";
    EXPECT_EQ(detect("words", "", typed), "html");
    EXPECT_EQ(detect("<html>", "a.TXT"), "text");
    EXPECT_EQ(detect("<!DOCTYPE html><html><body><p>x", ""), "html");
    EXPECT_EQ(detect("Just a few words.\n\nAnd more.\n", ""), "text");
}

TEST(Detect, ListsCandidatesWhenNothingFits) {
    try {
        detect(std::string("\x7F"
                           "ELF\0\0\0\1\2\3",
                           10),
               "a.bin");
        ADD_FAILURE() << "nothing was thrown";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::input);
        EXPECT_NE(std::string(error.what()).find("one of docx, epub, html, json"), std::string::npos) << error.what();
    }
}

TEST(Converter, ChecksOptions) {
    Context context;
    const Converter converter(testing::registry());
    const auto read = [&](const char* name, const char* value) {
        ReadRequest request;
        request.format = "html";
        request.options[name] = value;
        converter.read(*open_memory("<p>x</p>"), request, context);
    };
    EXPECT_EQ(code_of([&] { read("no-such-option", "1"); }), ErrorCode::usage);
    EXPECT_EQ(code_of([&] { read("article", "perhaps"); }), ErrorCode::usage);
    EXPECT_NO_THROW(read("article", "never"));
    std::string bytes;
    const auto sink = create_memory(bytes);
    const auto write = [&](const char* value) {
        converter.write({}, *sink, {"epub", {{"split-level", value}}}, context);
    };
    for (const char* value : {"two", "7", "99999999999999999999"})
        EXPECT_EQ(code_of([&] { write(value); }), ErrorCode::usage) << value;
    for (const char* value : {"0", "6"}) EXPECT_NO_THROW(write(value)) << value;
}

TEST(Converter, SaysWhatIsMissing) {
    Context context;
    const Converter converter(testing::registry());
    std::string bytes;
    const auto sink = create_memory(bytes);
    EXPECT_EQ(code_of([&] { converter.write({}, *sink, {"mobi", {}}, context); }), ErrorCode::plugin_missing);
}

TEST(Converter, RefusesAnUnsoundDocumentFromTheCaller) {
    Context context;
    Document document;
    document.content = {Paragraph{{}, {NoteRef{}}}};
    std::string bytes;
    const auto sink = create_memory(bytes);
    EXPECT_THROW(Converter(testing::registry()).write(document, *sink, {"json", {}}, context), Error);
}

TEST(Converter, StopsWhenAskedTo) {
    std::stop_source stop;
    stop.request_stop();
    ContextSettings settings;
    settings.stop = stop.get_token();
    Context context(settings);
    ReadRequest request;
    request.format = "text";
    EXPECT_EQ(code_of([&] { Converter(testing::registry()).read(*open_memory("x"), request, context); }),
              ErrorCode::cancelled);
}

TEST(Context, ClipsLongMessagesAndFarDeadlines) {
    ContextSettings settings;
    settings.limits.seconds = UINT64_MAX;
    Context context(settings);
    for (int i = 0; i < 1000; ++i) context.checkpoint();
    context.report(Severity::info, "test.code", std::string(10'000, 'x'));
    EXPECT_LT(context.diagnostics()[0].message.size(), 600U);
}

TEST(Context, KeepsTheFirstHundredOfEachCode) {
    int shown = 0;
    ContextSettings settings;
    settings.on_diagnostic = [&](const Diagnostic&) { ++shown; };
    Context context(settings);
    for (int i = 0; i < 250; ++i) context.report(Severity::warning, "test.code", "message");
    context.report(Severity::info, "test.other", "message");
    EXPECT_EQ(shown, 101);
    EXPECT_EQ(context.diagnostics().size(), 101U);
    EXPECT_EQ(context.warnings(), 250U);
    EXPECT_EQ(context.suppressed(), 150U);
}

TEST(Limits, BudgetsParsersByTheirInput) {
    Limits limits;
    EXPECT_EQ(limits.parser_budget(1), std::uint64_t{64} << 20);
    EXPECT_EQ(limits.parser_budget(10 << 20), std::uint64_t{400} << 20);
    EXPECT_EQ(limits.parser_budget(UINT64_MAX), std::uint64_t{4} << 30);
    limits.parser_bytes = 5;
    EXPECT_EQ(limits.parser_budget(1), 5U);
}

TEST(Error, NamesItsPlace) {
    const Error error(ErrorCode::input, "is a folder", "a/b");
    EXPECT_EQ(error.full_message(), "a/b: is a folder");
    EXPECT_STREQ(name_of(error.code()), "input");
}

}  // namespace
}  // namespace offprint
