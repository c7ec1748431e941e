#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "encoding/decode.hpp"

namespace offprint::encoding {
namespace {

bool reported(const Context& context, std::string_view code) {
    const auto& reports = context.diagnostics();
    return std::any_of(reports.begin(), reports.end(), [&](const Diagnostic& d) { return d.code == code; });
}

void expect_repaired(const std::string& bytes, const std::string& text) {
    Context context;
    EXPECT_EQ(decode(bytes, "", "", context).text, text);
    EXPECT_TRUE(reported(context, "encoding.repaired")) << text;
}

void expect_kept(const std::string& text) {
    Context context;
    EXPECT_EQ(decode(text, "", "", context).text, text);
    EXPECT_FALSE(reported(context, "encoding.repaired")) << text;
}

TEST(Damage, StrayWindows1252BytesInUtf8AreReadAsWhatTheyAre) {
    expect_repaired("Élodie’s café is où she didn\x92t go \x96 naïve \x93that\x94 day, à côté",
                    "Élodie’s café is où she didn’t go – naïve “that” day, à côté");
    expect_repaired("Ça, là-bas, était très près: caf\xE9 né\x85", "Ça, là-bas, était très près: café né…");
}

TEST(Damage, ControlsThatAreWindows1252InTruthBecomeItsCharacters) {
    expect_repaired("It\xC2\x92s \xC2\x93hers\xC2\x94\xC2\x85 \xC2\x80 5", "It’s “hers”… € 5");
    expect_kept(
        "one line\xC2\x85"
        "another line");
}

TEST(Damage, MojibakeIsUndone) {
    expect_repaired("The cafÃ© didnâ€™t open, said RenÃ©e", "The café didn’t open, said Renée");
    expect_repaired("itâ\xC2\x80\xC2\x99s ErnÅ‘ and JosÃ©", "it’s Ernő and José");
    expect_repaired("ÐŸÑ€Ð¸Ð²ÐµÑ‚, Ð´Ñ€ÑƒÐ³", "Привет, друг");
    expect_repaired("Heute ðŸ˜€ fÃ¤hrt niemand Ã¼ber die BrÃ¼cke", "Heute 😀 fährt niemand über die Brücke");
}

TEST(Damage, ATextThatMerelyShowsMojibakeKeepsIt) {
    expect_kept("Le fichier affiche « Ã© » là où l’on attendait « é » : un café, déjà, reste un café.");
    expect_kept("A page that shows “Ã©”, “â€™” or “Ã¼” was read in the wrong encoding.");
    expect_kept("naÃ¯ve");
    expect_kept("icons: ï\xC2\x81\xC2\x97-2, ï\xC2\x81\xC2\x98-2, zï\xC2\x81\xC2\x97z, zï\xC2\x81\xC2\x97z");
    expect_kept("SÃO PAULO, MAÇÃ, CORAÇÃO, Ângela e Âmbar");
}

TEST(Damage, OffsetsStayExactThroughRepairs) {
    const std::string bytes = "|cafÃ©|didnâ€™t|RenÃ©e|\x01|caf\xE9|it\xC2\x92s|\xFF|end|";
    Context context;
    const Decoded decoded = decode(bytes, "utf-8", "", context);
    std::size_t in_bytes = 0;
    std::size_t in_text = 0;
    for (int i = 0; i < 9; ++i) {
        in_bytes = bytes.find('|', in_bytes);
        in_text = decoded.text.find('|', in_text);
        ASSERT_NE(in_text, std::string::npos);
        EXPECT_EQ(decoded.offsets.original(in_text), in_bytes) << "mark " << i;
        ++in_bytes;
        ++in_text;
    }
}

TEST(Damage, AnIllFormedSequenceIsNoPartOfMojibake) {
    Context context;
    const std::string bytes = "cafÃ© \xC3G\xC2\x85 cafÃ© cafÃ©";
    EXPECT_EQ(decode(bytes, "utf-8", "", context).text, "café ÃG\xC2\x85 café café");
}

TEST(Damage, ManySuspectsAndNoDamageTakeLinearTime) {
    std::string text;
    for (int i = 0; i < 1'000'000; ++i) text += "Ãâ\xC2";
    Context context;
    EXPECT_THROW(decode(text, "utf-8", "", context), Error);
}

}  // namespace
}  // namespace offprint::encoding
