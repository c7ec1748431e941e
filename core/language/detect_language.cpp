#include "language/detect_language.hpp"

#include <cld2/public/compact_lang_det.h>

#include <algorithm>
#include <array>

#include "offprint/language.hpp"

namespace offprint::language {

namespace {

constexpr int fewest_letters = 48;  ///< bytes: what is shorter may be a name or a line of code
constexpr int smallest_share = 70;

struct Renamed {
    std::string_view detector;
    std::string_view tag;
};

/// The detector's codes that are not the tags in use (IANA Language Subtag Registry); empty for no real language.
constexpr std::array renamed{
    Renamed{"no", "nb"},         Renamed{"iw", "he"},         Renamed{"jw", "jv"},     Renamed{"ji", "yi"},
    Renamed{"in", "id"},         Renamed{"mo", "ro"},         Renamed{"tl", "fil"},    Renamed{"zh", "zh-Hans"},
    Renamed{"zh-CN", "zh-Hans"}, Renamed{"zh-TW", "zh-Hant"}, Renamed{"sr-ME", "cnr"}, Renamed{"tlh", ""},
    Renamed{"zzp", ""},          Renamed{"un", ""},
};

bool is_mostly_latin(std::string_view text) {
    const auto ascii_letters = std::count_if(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    const auto cyrillic = std::count_if(text.begin(), text.end(), [](char c) { return c == '\xD0' || c == '\xD1'; });
    return ascii_letters > cyrillic;
}

std::string tag_of(std::string_view code, std::string_view text) {
    if (code == "sr" && is_mostly_latin(text)) return "sr-Latn";
    if (code.starts_with("xx-")) return {};
    const auto* const found =
        std::find_if(renamed.begin(), renamed.end(), [&](const Renamed& entry) { return entry.detector == code; });
    return language_tag(found == renamed.end() ? code : found->tag);
}

}  // namespace

DetectedLanguage detect_language(std::string_view text) {
    std::array<CLD2::Language, 3> languages{};
    std::array<int, 3> shares{};
    int letters = 0;
    bool is_reliable = false;
    constexpr bool is_plain_text = true;
    const CLD2::Language language =
        CLD2::DetectLanguageSummary(text.data(), static_cast<int>(text.size()), is_plain_text, languages.data(),
                                    shares.data(), &letters, &is_reliable);
    DetectedLanguage detected{{}, static_cast<std::size_t>(std::max(letters, 0)), shares[0]};
    if (is_reliable && language == languages[0] && letters >= fewest_letters && shares[0] >= smallest_share)
        detected.tag = tag_of(CLD2::LanguageCode(language), text);
    return detected;
}

}  // namespace offprint::language
