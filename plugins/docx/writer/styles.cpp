#include "styles.hpp"

#include <fmt/format.h>

#include "languages.hpp"
#include "numbering.hpp"

namespace offprint::docx {

namespace {

constexpr int quote_indent = 567;
constexpr int aside_indent = 227;

constexpr std::string_view header =
    R"(<?xml version="1.0" encoding="utf-8"?>)"
    R"(<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">)";

// Word shows in its gallery what stands here and keeps the rest of its some 270 built-in styles out of sight.
constexpr std::string_view latent_styles =
    R"(<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="0" w:defUnhideWhenUsed="0" )"
    R"(w:defQFormat="0" w:count="376">)"
    R"(<w:lsdException w:name="Normal" w:uiPriority="0" w:qFormat="1"/>)"
    R"(<w:lsdException w:name="heading 1" w:uiPriority="9" w:qFormat="1"/>)"
    R"(<w:lsdException w:name="heading 2" w:uiPriority="9" w:unhideWhenUsed="1" w:qFormat="1"/>)"
    R"(<w:lsdException w:name="heading 3" w:uiPriority="9" w:unhideWhenUsed="1" w:qFormat="1"/>)"
    R"(<w:lsdException w:name="caption" w:uiPriority="35" w:unhideWhenUsed="1" w:qFormat="1"/>)"
    R"(<w:lsdException w:name="Title" w:uiPriority="10" w:qFormat="1"/>)"
    R"(<w:lsdException w:name="Subtitle" w:uiPriority="11" w:qFormat="1"/>)"
    R"(<w:lsdException w:name="Strong" w:uiPriority="22" w:qFormat="1"/>)"
    R"(<w:lsdException w:name="Emphasis" w:uiPriority="20" w:qFormat="1"/>)"
    R"(<w:lsdException w:name="Quote" w:uiPriority="29" w:qFormat="1"/>)"
    R"(<w:lsdException w:name="Table Grid" w:uiPriority="39"/>)"
    R"(<w:lsdException w:name="footnote text" w:semiHidden="1" w:unhideWhenUsed="1"/>)"
    R"(<w:lsdException w:name="footnote reference" w:semiHidden="1" w:unhideWhenUsed="1"/>)"
    R"(<w:lsdException w:name="Hyperlink" w:unhideWhenUsed="1"/>)"
    R"(</w:latentStyles>)";

constexpr std::string_view default_styles =
    R"(<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>)"
    R"(<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">)"
    R"(<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>)"
    R"(<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>)"
    R"(<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>)"
    R"(<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>)"
    R"(<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>)"
    R"(<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>)"
    R"(<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>)";

constexpr std::string_view table_style =
    R"(<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>)"
    R"(<w:uiPriority w:val="39"/><w:tblPr><w:tblBorders>)"
    R"(<w:top w:val="single" w:sz="8" w:space="0" w:color="595959"/>)"
    R"(<w:left w:val="nil"/>)"
    R"(<w:bottom w:val="single" w:sz="8" w:space="0" w:color="595959"/>)"
    R"(<w:right w:val="nil"/>)"
    R"(<w:insideH w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/>)"
    R"(<w:insideV w:val="single" w:sz="4" w:space="0" w:color="D9D9D9"/></w:tblBorders></w:tblPr>)"
    R"(<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>)"
    R"(<w:bottom w:val="single" w:sz="8" w:space="0" w:color="595959"/></w:tcBorders>)"
    R"(<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/></w:tcPr></w:tblStylePr></w:style>)";

/// A style as one row of a table; `pPr` and `rPr` are their children in the schema's order.
struct StyleRow {
    const char* id;
    const char* name;
    const char* based_on;
    const char* next;  ///< null: itself
    int priority;
    bool in_gallery;
    std::string_view paragraph_properties;
    std::string_view run_properties;
};

constexpr std::string_view italic = R"(<w:i/><w:iCs/>)";
constexpr std::string_view bold = R"(<w:b/><w:bCs/>)";
constexpr std::string_view code_run =
    R"(<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Courier New"/><w:noProof/><w:sz w:val="19"/>)"
    R"(<w:szCs w:val="19"/>)";
// Said again in styles that inherit it: pandoc passes over a style without properties.
constexpr std::string_view no_proof = R"(<w:noProof/>)";
constexpr std::string_view grey = R"(<w:color w:val="595959"/>)";
constexpr std::string_view grey_small = R"(<w:color w:val="595959"/><w:sz w:val="19"/><w:szCs w:val="19"/>)";

constexpr StyleRow paragraph_styles[] = {
    {"Title", "Title", "Normal", "Normal", 10, true,
     R"(<w:keepNext/><w:keepLines/><w:spacing w:before="0" w:after="160" w:line="240" w:lineRule="auto"/>)"
     R"(<w:contextualSpacing/>)",
     R"(<w:sz w:val="52"/><w:szCs w:val="52"/>)"},
    {"Subtitle", "Subtitle", "Normal", "Normal", 11, true,
     R"(<w:keepLines/><w:spacing w:after="200" w:line="264" w:lineRule="auto"/>)",
     R"(<w:i/><w:iCs/><w:color w:val="404040"/><w:sz w:val="26"/><w:szCs w:val="26"/>)"},
    {"Author", "Author", "Normal", "Normal", 12, true, R"(<w:spacing w:after="120"/>)", grey},
    {"Date", "Date", "Normal", "Normal", 12, false, R"(<w:spacing w:after="320"/>)", grey_small},
    {"Quote", "Quote", "Normal", "Quote", 29, true,
     R"(<w:spacing w:before="60" w:after="120"/><w:ind w:left="567" w:right="567"/>)", R"(<w:color w:val="404040"/>)"},
    {"QuoteSource", "Quote Source", "Quote", "Normal", 29, false, R"(<w:spacing w:before="0" w:after="200"/>)",
     grey_small},
    {"Aside", "Aside", "Normal", "Aside", 30, false,
     R"(<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="BFBFBF"/></w:pBdr><w:ind w:left="227"/>)",
     R"(<w:sz w:val="20"/><w:szCs w:val="20"/>)"},
    {"Verse", "Verse", "Normal", "Verse", 30, false, R"(<w:keepLines/><w:spacing w:after="160"/><w:ind w:left="567"/>)",
     italic},
    {"ListBullet", "List Bullet", "Normal", nullptr, 36, true, R"(<w:spacing w:after="120"/><w:contextualSpacing/>)",
     ""},
    {"ListNumber", "List Number", "Normal", nullptr, 36, true, R"(<w:spacing w:after="120"/><w:contextualSpacing/>)",
     ""},
    {"ListContinue", "List Continue", "Normal", nullptr, 36, false,
     R"(<w:spacing w:after="120"/><w:ind w:left="510"/>)", ""},
    {"DefinitionTerm", "Definition Term", "Normal", "Definition", 37, false,
     R"(<w:keepNext/><w:keepLines/><w:spacing w:before="80" w:after="20"/>)", bold},
    {"Definition", "Definition", "Normal", nullptr, 37, false, R"(<w:spacing w:after="80"/><w:ind w:left="510"/>)", ""},
    {"HTMLPreformatted", "HTML Preformatted", "Normal", nullptr, 99, false,
     R"(<w:spacing w:after="120" w:line="252" w:lineRule="auto"/>)", code_run},
    {"SourceCode", "Source Code", "HTMLPreformatted", "Normal", 38, true,
     R"(<w:shd w:val="clear" w:color="auto" w:fill="F5F5F5"/><w:spacing w:before="60" w:after="200"/>)", ""},
    {"Figure", "Figure", "Normal", "Caption", 34, false,
     R"(<w:keepNext/><w:spacing w:before="120" w:after="80" w:line="240" w:lineRule="auto"/>)", ""},
    {"Caption", "caption", "Normal", "Normal", 35, true, R"(<w:keepLines/><w:spacing w:after="140"/>)", grey_small},
    {"TableText", "Table Text", "Normal", nullptr, 39, false,
     R"(<w:spacing w:before="40" w:after="40" w:line="252" w:lineRule="auto"/>)",
     R"(<w:sz w:val="20"/><w:szCs w:val="20"/>)"},
    {"TableHeading", "Table Heading", "TableText", nullptr, 39, false, "", bold},
    {"AfterTable", "After Table", "Normal", "Normal", 99, false,
     R"(<w:spacing w:after="0" w:line="200" w:lineRule="exact"/>)", R"(<w:sz w:val="12"/><w:szCs w:val="12"/>)"},
    {"HorizontalRule", "Horizontal Rule", "Normal", "Normal", 40, false,
     R"(<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="A6A6A6"/></w:pBdr>)"
     R"(<w:spacing w:before="120" w:after="280" w:line="120" w:lineRule="exact"/>)",
     ""},
    {"TOCHeading", "TOC Heading", "Normal", "Normal", 39, false,
     R"(<w:keepNext/><w:keepLines/><w:spacing w:before="280" w:after="120" w:line="252" w:lineRule="auto"/>)",
     R"(<w:b/><w:bCs/><w:sz w:val="28"/><w:szCs w:val="28"/>)"},
    {"Footer", "footer", "Normal", nullptr, 99, false, R"(<w:spacing w:after="0"/><w:jc w:val="center"/>)", grey_small},
    {"FootnoteText", "footnote text", "Normal", nullptr, 99, false,
     R"(<w:spacing w:after="40" w:line="240" w:lineRule="auto"/>)", R"(<w:sz w:val="19"/><w:szCs w:val="19"/>)"},
};

constexpr StyleRow character_styles[] = {
    {"Strong", "Strong", nullptr, nullptr, 22, true, "", bold},
    {"Emphasis", "Emphasis", nullptr, nullptr, 20, true, "", italic},
    {"Hyperlink", "Hyperlink", nullptr, nullptr, 99, false, "", R"(<w:color w:val="1F4E79"/><w:u w:val="single"/>)"},
    {"FootnoteReference", "footnote reference", nullptr, nullptr, 99, false, "",
     R"(<w:vertAlign w:val="superscript"/>)"},
    {"SmallPrint", "Small Print", nullptr, nullptr, 41, false, "", R"(<w:sz w:val="18"/><w:szCs w:val="18"/>)"},
    {"VerbatimChar", "Verbatim Char", nullptr, nullptr, 38, false, "", code_run},
    {"HTMLCode", "HTML Code", "VerbatimChar", nullptr, 99, false, "", no_proof},
    {"HTMLKeyboard", "HTML Keyboard", "VerbatimChar", nullptr, 99, false, "", no_proof},
    {"HTMLSample", "HTML Sample", "VerbatimChar", nullptr, 99, false, "", no_proof},
    {"HTMLVariable", "HTML Variable", nullptr, nullptr, 99, false, "", italic},
    {"HTMLCite", "HTML Cite", nullptr, nullptr, 99, false, "", italic},
    {"HTMLDefinition", "HTML Definition", nullptr, nullptr, 99, false, "", italic},
    {"HTMLAcronym", "HTML Acronym", nullptr, nullptr, 99, false, "", ""},
};

std::string wrapped(const char* element, std::string_view content) {
    return content.empty() ? std::string() : fmt::format("<{0}>{1}</{0}>", element, content);
}

std::string style_xml(const char* type, const StyleRow& row) {
    const bool paragraph = std::string_view(type) == "paragraph";
    std::string xml = fmt::format(R"(<w:style w:type="{}" w:styleId="{}"><w:name w:val="{}"/><w:basedOn w:val="{}"/>)",
                                  type, row.id, row.name, row.based_on ? row.based_on : "DefaultParagraphFont");
    if (paragraph && row.next) xml += fmt::format(R"(<w:next w:val="{}"/>)", row.next);
    xml += fmt::format(R"(<w:uiPriority w:val="{}"/>)", row.priority);
    if (row.in_gallery) xml += "<w:qFormat/>";
    return xml + wrapped("w:pPr", row.paragraph_properties) + wrapped("w:rPr", row.run_properties) + "</w:style>";
}

std::string heading_xml(int level) {
    struct Look {
        int size;
        int before;
        int after;
    };
    static constexpr Look looks[] = {{34, 400, 140}, {28, 340, 120}, {24, 280, 100}, {22, 240, 80}};
    const Look& look = looks[level < 4 ? level - 1 : 3];
    // From the fourth level on size no longer tells them apart: slope and colour do.
    const std::string_view slope = level >= 5 ? italic : std::string_view();
    const std::string_view color = level >= 6 ? grey : std::string_view();
    return fmt::format(
        R"(<w:style w:type="paragraph" w:styleId="Heading{0}"><w:name w:val="heading {0}"/><w:basedOn w:val="Normal"/>)"
        R"(<w:next w:val="Normal"/><w:uiPriority w:val="9"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/>)"
        R"(<w:spacing w:before="{1}" w:after="{2}" w:line="252" w:lineRule="auto"/><w:outlineLvl w:val="{3}"/></w:pPr>)"
        R"(<w:rPr>{4}{5}{6}<w:sz w:val="{7}"/><w:szCs w:val="{7}"/></w:rPr></w:style>)",
        level, look.before, look.after, level - 1, bold, slope, color, look.size);
}

std::string contents_xml(int level) {
    constexpr int indent = 340;
    return fmt::format(
        R"(<w:style w:type="paragraph" w:styleId="TOC{0}"><w:name w:val="toc {0}"/><w:basedOn w:val="Normal"/>)"
        R"(<w:next w:val="Normal"/><w:uiPriority w:val="39"/><w:unhideWhenUsed/><w:pPr><w:spacing w:after="60"/>)"
        R"(<w:ind w:left="{1}"/></w:pPr></w:style>)",
        level, (level - 1) * indent);
}

std::string defaults_xml(std::string_view language) {
    const std::string tag = word_language(language);
    const Script script = script_of(language);
    const auto language_of = [&](Script wanted, const char* otherwise) {
        return script == wanted && !tag.empty() ? tag : std::string(otherwise);
    };
    return fmt::format(
        R"(<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{0}" w:hAnsi="{0}" w:eastAsia="{1}" w:cs="{2}"/>)"
        R"(<w:sz w:val="{3}"/><w:szCs w:val="{3}"/><w:lang w:val="{4}" w:eastAsia="{5}" w:bidi="{6}"/></w:rPr>)"
        R"(</w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="276" w:lineRule="auto"/></w:pPr>)"
        R"(</w:pPrDefault></w:docDefaults>)",
        text_font, east_asian_font(language), complex_font, text_size, language_of(Script::latin, "en-US"),
        language_of(Script::east_asian, "zh-CN"), language_of(Script::complex, "ar-SA"));
}

}  // namespace

std::string style_id::heading(int level) {
    return "Heading" + std::to_string(level);
}

int style_id::heading_level(std::string_view style) {
    constexpr std::string_view prefix = "Heading";
    if (!style.starts_with(prefix) || style.size() != prefix.size() + 1) return 0;
    const char digit = style.back();
    return digit >= '1' && digit <= '9' ? digit - '0' : 0;
}

std::string style_id::contents(int level) {
    return "TOC" + std::to_string(level);
}

int indent_of(std::string_view style) {
    if (style == style_id::quote || style == style_id::quote_source || style == style_id::verse) return quote_indent;
    if (style == style_id::list_continue || style == style_id::definition) return list_indent;
    if (style == style_id::aside) return aside_indent;
    return 0;
}

std::string styles_xml(std::string_view language) {
    std::string xml(header);
    xml += defaults_xml(language);
    xml += latent_styles;
    xml += default_styles;
    for (int level = 1; level <= 9; ++level) xml += heading_xml(level);
    for (int level = 1; level <= 9; ++level) xml += contents_xml(level);
    for (const StyleRow& row : paragraph_styles) xml += style_xml("paragraph", row);
    for (const StyleRow& row : character_styles) xml += style_xml("character", row);
    xml += table_style;
    return xml + "</w:styles>";
}

}  // namespace offprint::docx
