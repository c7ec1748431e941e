#include <array>

#include "encoding/charset.hpp"
#include "encoding/decode.hpp"
#include "offprint/text.hpp"

namespace offprint::encoding {

namespace {

using enum CharsetKind;

// gb2312 and gbk are decoded as gb18030, which holds both; ascii and latin1 are windows-1252, as the
// standard says; x-user-defined in a document means windows-1252.
constexpr std::array charsets{
    Charset{"utf-8", utf8, "UTF-8", "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8"},
    Charset{"utf-16le", utf16, "UTF-16LE", "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le"},
    Charset{"utf-16be", utf16, "UTF-16BE", "unicodefffe utf-16be"},
    Charset{"windows-1252", single_byte, "CP1252",
            "ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 "
            "iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252 x-user-defined"},
    Charset{"windows-1250", single_byte, "CP1250", "cp1250 windows-1250 x-cp1250"},
    Charset{"windows-1251", single_byte, "CP1251", "cp1251 windows-1251 x-cp1251"},
    Charset{"windows-1253", single_byte, "CP1253", "cp1253 windows-1253 x-cp1253"},
    Charset{"windows-1254", single_byte, "CP1254",
            "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5 "
            "windows-1254 x-cp1254"},
    Charset{"windows-1255", single_byte, "CP1255", "cp1255 windows-1255 x-cp1255"},
    Charset{"windows-1256", single_byte, "CP1256", "cp1256 windows-1256 x-cp1256"},
    Charset{"windows-1257", single_byte, "CP1257", "cp1257 windows-1257 x-cp1257"},
    Charset{"windows-1258", single_byte, "CP1258", "cp1258 windows-1258 x-cp1258"},
    Charset{"windows-874", single_byte, "CP874", "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874"},
    Charset{"ibm866", single_byte, "IBM866", "866 cp866 csibm866 ibm866"},
    Charset{"iso-8859-2", single_byte, "ISO-8859-2",
            "csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2"},
    Charset{"iso-8859-3", single_byte, "ISO-8859-3",
            "csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3"},
    Charset{"iso-8859-4", single_byte, "ISO-8859-4",
            "csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4"},
    Charset{"iso-8859-5", single_byte, "ISO-8859-5",
            "csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988"},
    Charset{"iso-8859-6", single_byte, "ISO-8859-6",
            "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 iso-8859-6-e "
            "iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987"},
    Charset{"iso-8859-7", single_byte, "ISO-8859-7",
            "csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 iso88597 iso_8859-7 "
            "iso_8859-7:1987 sun_eu_greek"},
    Charset{"iso-8859-8", single_byte, "ISO-8859-8",
            "csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138 iso8859-8 iso88598 iso_8859-8 "
            "iso_8859-8:1988 visual"},
    Charset{"iso-8859-8-i", single_byte, "ISO-8859-8", "csiso88598i iso-8859-8-i logical"},
    Charset{"iso-8859-10", single_byte, "ISO-8859-10",
            "csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6"},
    Charset{"iso-8859-13", single_byte, "ISO-8859-13", "iso-8859-13 iso8859-13 iso885913"},
    Charset{"iso-8859-14", single_byte, "ISO-8859-14", "iso-8859-14 iso8859-14 iso885914"},
    Charset{"iso-8859-15", single_byte, "ISO-8859-15", "csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9"},
    Charset{"iso-8859-16", single_byte, "ISO-8859-16", "iso-8859-16"},
    Charset{"koi8-r", single_byte, "KOI8-R", "cskoi8r koi koi8 koi8-r koi8_r"},
    Charset{"koi8-u", single_byte, "KOI8-U", "koi8-ru koi8-u"},
    Charset{"macintosh", single_byte, "MACINTOSH", "csmacintosh mac macintosh x-mac-roman"},
    Charset{"x-mac-cyrillic", single_byte, "MAC-UK", "x-mac-cyrillic x-mac-ukrainian"},
    Charset{"gbk", multi_byte, "GB18030",
            "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk"},
    Charset{"gb18030", multi_byte, "GB18030", "gb18030"},
    Charset{"big5", multi_byte, "BIG5-HKSCS", "big5 big5-hkscs cn-big5 csbig5 x-x-big5"},
    Charset{"euc-jp", multi_byte, "EUC-JP-MS", "cseucpkdfmtjapanese euc-jp x-euc-jp"},
    Charset{"iso-2022-jp", multi_byte, "ISO-2022-JP", "csiso2022jp iso-2022-jp"},
    Charset{"shift_jis", multi_byte, "CP932", "csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis"},
    Charset{"euc-kr", multi_byte, "UHC",
            "cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 "
            "windows-949"},
};

bool has_label(std::string_view labels, std::string_view wanted) {
    while (!labels.empty()) {
        const std::size_t end = labels.find(' ');
        if (labels.substr(0, end) == wanted) return true;
        labels.remove_prefix(end == std::string_view::npos ? labels.size() : end + 1);
    }
    return false;
}

}  // namespace

const Charset* find_charset(std::string_view label) {
    const std::string wanted = to_lower_ascii(trim(label));
    for (const Charset& charset : charsets)
        if (has_label(charset.labels, wanted)) return &charset;
    return nullptr;
}

std::string canonical_label(std::string_view label) {
    const Charset* charset = find_charset(label);
    return charset == nullptr ? std::string() : std::string(charset->name);
}

}  // namespace offprint::encoding
