#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "offprint/text.hpp"
#include "outline.hpp"
#include "support/conversion.hpp"

namespace offprint {
namespace {

/// "Ada Quill, Bo Lind (translator)".
std::string people(const Metadata& metadata) {
    std::string names;
    for (const Contributor& person : metadata.contributors) {
        if (!names.empty()) names += ", ";
        names += person.name + (person.role == "author" ? "" : " (" + person.role + ")");
    }
    return names;
}

/// What the front matter says of `head` between a title and a body.
Metadata metadata_of(const std::string& head) {
    const std::string body =
        "\n\nThe body is a sentence that goes on for long enough to be nothing else than what it is.\n";
    return testing::read_only("text", "A Title\n\n" + head + body).document.metadata;
}

TEST(TextLanguages, Bylines) {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"بقلم: نور الشامي", "نور الشامي"},
        {"نویسنده: بهار کیانی", "بهار کیانی"},
        {"מאת: נעמה ברק\nצילום: אורי שגב", "נעמה ברק, אורי שגב (photographer)"},
        {"Κείμενο: Άννα Ρήγα", "Άννα Ρήγα"},
        {"Yazan: Defne Aksoy", "Defne Aksoy"},
        {"Írta: Boros Ilka", "Boros Ilka"},
        {"Teksti: Salla Vuori\nKuvat: Ilmo Kaski", "Salla Vuori, Ilmo Kaski (photographer)"},
        {"Skrevet af Rikke Holm", "Rikke Holm"},
        {"文:早見和子", "早見和子"},
        {"取材・文＝早見和子　写真＝森野岳", "早見和子, 森野岳 (photographer)"},
        {"文/江远山", "江远山"},
        {"本报记者 江远山", "江远山"},
        {"Фото: Пётр Кравец", "Пётр Кравец (photographer)"},
        {"한보람 기자", "한보람"},
        {"By Tobias Wren, of Nether Marsh", "Tobias Wren"},
    };
    for (const auto& [head, expected] : cases) EXPECT_EQ(people(metadata_of(head)), expected) << head;
}

TEST(TextLanguages, Dates) {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"7 أكتوبر 2016", "2016-10-07"},          {"الجمعة، 7 تشرين الأول 2016", "2016-10-07"},
        {"٧ أيلول ٢٠١٦", "2016-09-07"},           {"۱۲ مارس ۲۰۱۸", "2018-03-12"},
        {"17 בינואר 2023", "2023-01-17"},         {"२ मार्च २०१९", "2019-03-02"},
        {"２０２０年６月１１日", "2020-06-11"},   {"2016. március 4., péntek", "2016-03-04"},
        {"14 Ekim 2017 Cumartesi", "2017-10-14"}, {"Ngày 5 tháng 3 năm 2018", "2018-03-05"},
        {"London, March 1931", "1931-03"},
    };
    for (const auto& [head, expected] : cases) {
        const Metadata metadata = metadata_of(head);
        ASSERT_TRUE(metadata.published) << head;
        EXPECT_EQ(metadata.published->to_string(), expected) << head;
    }
}

TEST(TextLanguages, FieldsPartedByWideSpaces) {
    const Metadata metadata = metadata_of("2018-05-02 07:15  来源：北岭日报  记者：江远山");
    EXPECT_EQ(people(metadata), "江远山");
    EXPECT_EQ(metadata.publisher, "北岭日报");
    ASSERT_TRUE(metadata.published);
    EXPECT_EQ(metadata.published->to_string().substr(0, 10), "2018-05-02");
}

TEST(TextLanguages, MailHeaders) {
    const std::vector<std::string> headers = {
        "Von: Ada Quill [mailto:ada@post.example]\nGesendet: Montag, 4. Mai 2015 08:00\nAn: Bo Lind\nBetreff: The "
        "ferry",
        "De : Ada Quill <ada@post.example>\nEnvoyé : lundi 4 mai 2015 08:00\nÀ : Bo Lind\nObjet : RE: The ferry",
        "De: Ada Quill <ada@post.example>\nEnviado: lunes, 4 de mayo de 2015 8:00\nPara: Bo Lind\nAsunto: The ferry",
        "Da: Ada Quill\nInviato: lunedì 4 maggio 2015 08:00\nA: Bo Lind\nOggetto: The ferry",
        "Van: Ada Quill\nVerzonden: maandag 4 mei 2015 08:00\nAan: Bo Lind\nOnderwerp: Antw: The ferry",
        "Från: Ada Quill\nSkickat: den 4 maj 2015 08:00\nTill: Bo Lind\nÄmne: SV: The ferry",
        "From ada@post.example  Mon May  4 08:00:00 2015\nFrom: Ada Quill <ada@post.example>\nReceived: from post\n"
        "\tby lists.example\nDate: Mon, 4 May 2015 08:00:00 +0200\nSubject: The ferry",
    };
    for (const std::string& header : headers) {
        const testing::ReadResult result = testing::read_only(
            "text", header + "\n\nDear Bo,\n\nthe ferry left without us and with\nour boat. We wave.\n\n-- \nQuay 4\n");
        const Metadata& metadata = result.document.metadata;
        EXPECT_EQ(metadata.title, "The ferry") << header;
        EXPECT_EQ(people(metadata), "Ada Quill") << header;
        ASSERT_TRUE(metadata.published) << header;
        EXPECT_EQ(metadata.published->to_string().substr(0, 10), "2015-05-04") << header;
        const std::string text = plain_text(result.document.content);
        EXPECT_TRUE(text.starts_with("Dear Bo")) << text;
        EXPECT_EQ(text.find("Quay 4"), std::string::npos) << text;
    }
}

TEST(TextLanguages, Keywords) {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"Tags: boats, fog", "boats|fog"},
        {"Filed under boats, fog", "boats|fog"},
        {"Schlagwörter: Boote; Nebel", "Boote|Nebel"},
        {"Étiquettes : bateaux, brume", "bateaux|brume"},
        {"الوسوم: قوارب، ضباب", "قوارب|ضباب"},
        {"タグ：船、霧", "船|霧"},
    };
    for (const auto& [line, expected] : cases) {
        const Document document =
            testing::read_only("text",
                               "A Title\n\nBy Ada Quill\n\nThe boats went out before the fog came, and the fog came "
                               "before they were back.\n\nNobody was lost but one hat.\n\n" +
                                   line + "\nShare this article\n")
                .document;
        std::string keywords;
        for (const std::string& keyword : document.metadata.keywords)
            keywords += (keywords.empty() ? "" : "|") + keyword;
        EXPECT_EQ(keywords, expected) << line;
        EXPECT_TRUE(plain_text(document.content).ends_with("one hat.")) << line;
    }
}

}  // namespace
}  // namespace offprint
