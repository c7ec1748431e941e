#include "language/direction.hpp"

#include <gtest/gtest.h>

#include <string>

namespace offprint::language {
namespace {

Block paragraph(const char* text) {
    Paragraph result;
    result.content.emplace_back(Text(text));
    return result;
}

Direction direction_of(const Block& block) {
    const auto& attributes = std::get<Paragraph>(block).attributes;
    return attributes ? attributes->direction : Direction::unspecified;
}

constexpr const char* hebrew = "הספרייה הקטנה נפתחה שוב אחרי החורף, והילדים חוזרים לקרוא בה.";
constexpr const char* hebrew_with_a_name = "Linux היא מערכת שהתלמידים אוהבים ללמוד בה.";
constexpr const char* english = "The small library has opened again after the winter.";
constexpr const char* number = "1984 – 2024";

TEST(Direction, OfADocumentIsThatOfMostOfItsLetters) {
    Document document;
    document.content = {paragraph(hebrew), paragraph(hebrew_with_a_name), paragraph(english), paragraph(number)};
    complete_direction(document);
    ASSERT_TRUE(document.attributes);
    EXPECT_EQ(document.attributes->direction, Direction::right_to_left);
    EXPECT_EQ(direction_of(document.content[0]), Direction::unspecified);
    EXPECT_EQ(direction_of(document.content[1]), Direction::unspecified);
    EXPECT_EQ(direction_of(document.content[2]), Direction::left_to_right);
    EXPECT_EQ(direction_of(document.content[3]), Direction::unspecified);
}

TEST(Direction, OfAQuotationInAnotherScriptIsMarked) {
    Document document;
    document.content = {paragraph(english), paragraph(english), paragraph(english), paragraph(hebrew)};
    complete_direction(document);
    EXPECT_FALSE(document.attributes);
    EXPECT_EQ(direction_of(document.content[0]), Direction::unspecified);
    EXPECT_EQ(direction_of(document.content[3]), Direction::right_to_left);
}

TEST(Direction, ThatIsSaidStays) {
    Document document;
    document.attributes.ensure().direction = Direction::left_to_right;
    document.content = {paragraph(hebrew)};
    std::get<Paragraph>(document.content[0]).attributes.ensure().direction = Direction::automatic;
    complete_direction(document);
    EXPECT_EQ(document.attributes->direction, Direction::left_to_right);
    EXPECT_EQ(direction_of(document.content[0]), Direction::automatic);
}

TEST(Direction, OfArabicDigitsAndMarksIsNone) {
    Document document;
    document.content = {paragraph("\u0661\u0662\u0663 \u064B \u2013 \u00AB\u00BB"), paragraph("abc")};
    complete_direction(document);
    EXPECT_FALSE(document.attributes);
    EXPECT_EQ(direction_of(document.content[0]), Direction::unspecified);
}

}  // namespace
}  // namespace offprint::language
