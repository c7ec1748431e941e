// The letters outside ASCII of languages in Latin script, and the encodings that their texts come in: by them a text
// shows which of the encodings it is in.
// Thread safety: constants.
#pragma once

#include <array>
#include <string_view>

namespace offprint::encoding {

struct Alphabet {
    std::string_view languages;  ///< BCP 47, separated by spaces
    std::u32string_view lower;   ///< small letters, and those without case
    std::u32string_view upper;
};

inline constexpr std::array latin_alphabets{
    Alphabet{"en", U"éèêëïôçñé", U"É"},
    Alphabet{"fr", U"àâæçèéêëîïôœùûüÿ", U"ÀÂÆÇÈÉÊËÎÏÔŒÙÛÜŸ"},
    Alphabet{"de", U"äöüßé", U"ÄÖÜÉ"},
    Alphabet{"es", U"áéíñóúü¿¡ªº", U"ÁÉÍÑÓÚÜ"},
    Alphabet{"pt", U"àáâãçéêíóôõúüªº", U"ÀÁÂÃÇÉÊÍÓÔÕÚÜ"},
    Alphabet{"it", U"àèéìíîòóùú", U"ÀÈÉÌÒÙ"},
    Alphabet{"ca", U"àçèéíïòóúü", U"ÀÇÈÉÍÏÒÓÚÜ"},
    Alphabet{"nl", U"áèéêëíïóöúü", U"ÉËÏÖ"},
    Alphabet{"sv fi", U"àäåéö", U"ÄÅÉÖ"},
    Alphabet{"da no", U"àæåéøòóô", U"ÆÅÉØ"},
    Alphabet{"is fo", U"áæéíðóöøúýþ", U"ÁÆÉÍÐÓÖØÚÝÞ"},
    Alphabet{"et", U"äõöüšž", U"ÄÕÖÜŠŽ"},
    Alphabet{"tr az", U"âçğıîöşüû", U"ÂÇĞİÎÖŞÜÛ"},
    Alphabet{"pl", U"ąćęłńóśźż", U"ĄĆĘŁŃÓŚŹŻ"},
    Alphabet{"cs", U"áčďéěíňóřšťúůýž", U"ÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ"},
    Alphabet{"sk", U"áäčďéíĺľňóôŕšťúýž", U"ÁÄČĎÉÍĹĽŇÓÔŔŠŤÚÝŽ"},
    Alphabet{"hu", U"áéíóöőúüű", U"ÁÉÍÓÖŐÚÜŰ"},
    Alphabet{"hr sl bs sr-Latn", U"čćđšž", U"ČĆĐŠŽ"},
    Alphabet{"ro", U"âăîşţșț", U"ÂĂÎŞŢȘȚ"},
    Alphabet{"sq", U"çë", U"ÇË"},
    Alphabet{"lt", U"ąčęėįšųūž", U"ĄČĘĖĮŠŲŪŽ"},
    Alphabet{"lv", U"āčēģīķļņšūž", U"ĀČĒĢĪĶĻŅŠŪŽ"},
    Alphabet{"vi", U"àáâãèéêìíòóôõùúýăđĩũơư\u0300\u0301\u0303\u0309\u0323", U"ÀÁÂÈÉÊÔĂĐƠƯ"},
};

/// Commonest first. Left out are those that show what a commoner one shows, and those that are hardly met.
inline constexpr std::array latin_charsets{"windows-1252", "windows-1250", "iso-8859-2",  "windows-1254",
                                           "windows-1257", "windows-1258", "iso-8859-15", "macintosh"};

}  // namespace offprint::encoding
