// Equal input gives equal bytes wherever the process stands. The program never calls setlocale, but a host that
// embeds the library may: so these tests do.
#include <gtest/gtest.h>

#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <locale>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>

#include "offprint/byte_sink.hpp"
#include "offprint/byte_source.hpp"
#include "support/conversion.hpp"

namespace offprint {
namespace {

/// What every writer makes of an input, by the writer's format.
using Outputs = std::map<std::string, std::string>;

ContextSettings settings() {
    ContextSettings settings;
    settings.source_date_epoch = 1700000000;
    return settings;
}

Outputs convert(std::string_view format, std::string bytes) {
    const Converter converter(testing::registry());
    const auto source = open_memory(std::move(bytes), "input", OFFPRINT_SOURCE_DIR "/fixtures/demo");
    ReadRequest request;
    request.format = format;
    Context reading(settings());
    const Document document = converter.read(*source, request, reading);
    Outputs outputs;
    for (const char* writer : {"epub", "docx", "json"}) {
        Context writing(settings());
        const auto sink = create_memory(outputs[writer]);
        converter.write(document, *sink, {writer, {}}, writing);
        sink->commit();
    }
    return outputs;
}

/// The demo article and what else has numbers in it: four digits where a locale would group them, a picture's size.
Outputs convert_html() {
    return convert("html", testing::source_file("fixtures/demo/carrow-light.html") +
                               "<ol start=12345><li>ISTANBUL</ol><table><tr><td colspan=2>1<td>2<tr><td>3</table>");
}

Outputs convert_text() {
    return convert("text",
                   "AN INTERESTING TITLE\n\nBy Ada Quill\n\n3 May 2020\n\nIt begins with 1,234.5 words.\n\n"
                   "1234. The first item\n1235. The second item\n\n" +
                       std::string(2000, 'I') + "\n");
}

void expect_equal(const Outputs& outputs, const Outputs& expected) {
    for (const auto& [writer, bytes] : expected) {
        EXPECT_FALSE(bytes.empty()) << writer;
        EXPECT_TRUE(outputs.at(writer) == bytes) << writer << " differs";  // not EXPECT_EQ, which would print them
    }
}

bool checkers_are_required() {
    const char* required = std::getenv("OFFPRINT_REQUIRE_CHECKERS");
    return required != nullptr && std::string_view(required) == "1";
}

std::string with_printf(double number) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", number);
    return text;
}

std::string with_stream(int number) {
    std::ostringstream stream;
    stream << number;
    return stream.str();
}

/// The parameter is a locale: German writes other numbers than C, Turkish lowers letters otherwise too.
class Locale : public ::testing::TestWithParam<const char*> {
protected:
    void TearDown() override { std::locale::global(std::locale::classic()); }
};

TEST_P(Locale, DoesNotReachTheOutput) {
    const Outputs html = convert_html();
    const Outputs text = convert_text();
    if (std::setlocale(LC_ALL, GetParam()) == nullptr) {
        ASSERT_FALSE(checkers_are_required()) << "required, but the locale " << GetParam() << " is not installed";
        GTEST_SKIP() << "the locale " << GetParam() << " is not installed";
    }
    std::locale::global(std::locale(GetParam()));
    ASSERT_EQ(with_printf(1.5), "1,5");
    ASSERT_EQ(with_stream(12345), "12.345");
    expect_equal(convert_html(), html);
    expect_equal(convert_text(), text);
}

INSTANTIATE_TEST_SUITE_P(Installed, Locale, ::testing::Values("de_DE.UTF-8", "tr_TR.UTF-8"));

/// The parameter is a time zone as POSIX spells it, which needs no database, and its distance from UTC.
class TimeZone : public ::testing::TestWithParam<std::pair<std::string, long>> {
protected:
    static void enter(const std::string& zone) {
        ::setenv("TZ", zone.c_str(), 1);
        ::tzset();
    }
    void TearDown() override { enter("UTC0"); }
};

TEST_P(TimeZone, DoesNotReachTheOutput) {
    enter("UTC0");
    const Outputs html = convert_html();
    const Outputs text = convert_text();
    enter(GetParam().first);
    const std::time_t now = *settings().source_date_epoch;
    std::tm local = {};
    ASSERT_EQ(::localtime_r(&now, &local)->tm_gmtoff, GetParam().second);
    expect_equal(convert_html(), html);
    expect_equal(convert_text(), text);
}

INSTANTIATE_TEST_SUITE_P(FarApart, TimeZone,
                         ::testing::Values(std::pair(std::string("EAST-14"), 14 * 3600L),
                                           std::pair(std::string("WEST11"), -11 * 3600L)));

}  // namespace
}  // namespace offprint
