#include "properties.hpp"

#include <fmt/format.h>

#include "languages.hpp"
#include "markup.hpp"
#include "numbering.hpp"
#include "offprint/outline.hpp"
#include "offprint/text.hpp"
#include "styles.hpp"
#include "title_block.hpp"

namespace offprint::docx {

namespace {

constexpr const char* main_namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// A title for lists of files and for screen readers, which want one even where the article has none.
std::string title_of(const Document& document) {
    if (!document.metadata.title.empty()) return document.metadata.title;
    const std::vector<OutlineEntry> entries = outline(document);
    if (!entries.empty()) return entries.front().text;
    return document.source.name.empty() ? "Untitled" : document.source.name;
}

std::string keyword_list(const Metadata& metadata) {
    std::string list;
    for (const std::string& keyword : metadata.keywords) list += (list.empty() ? "" : ", ") + keyword;
    return list;
}

struct Times {
    std::int64_t created;
    std::int64_t modified;
};

Times times_of(const Metadata& metadata, const std::optional<std::int64_t>& source_date_epoch) {
    if (source_date_epoch) return {*source_date_epoch, *source_date_epoch};
    const std::optional<Date>& first = metadata.published ? metadata.published : metadata.modified;
    const std::optional<Date>& last = metadata.modified ? metadata.modified : metadata.published;
    const std::int64_t none = Date{1980, 1, 1, {}}.to_unix_seconds();
    return {first ? first->to_unix_seconds() : none, last ? last->to_unix_seconds() : none};
}

void append_time(pugi::xml_node root, const char* name, std::int64_t seconds) {
    set(append(root, name, date_from_unix_seconds(seconds).to_string()), "xsi:type", "dcterms:W3CDTF");
}

void append_if_any(pugi::xml_node root, const char* name, std::string_view text) {
    if (!text.empty()) append(root, name, text);
}

struct Font {
    std::string_view name;
    std::string_view alternatives;
    std::string_view family;
    std::string_view pitch;
};

constexpr Font fonts[] = {
    {text_font, "Gelasio, Charis SIL, Liberation Serif", "roman", "variable"},
    {code_font, "Menlo, Liberation Mono, DejaVu Sans Mono", "modern", "fixed"},
    {complex_font, "Liberation Serif", "roman", "variable"},
    {"Courier New", "Liberation Mono", "modern", "fixed"},
    {"Cambria Math", "STIX Two Math, Latin Modern Math", "roman", "variable"},
};

constexpr std::string_view theme_head =
    R"(<?xml version="1.0" encoding="utf-8"?>)"
    R"(<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Offprint"><a:themeElements>)"
    R"(<a:clrScheme name="Offprint"><a:dk1><a:srgbClr val="000000"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1>)"
    R"(<a:dk2><a:srgbClr val="404040"/></a:dk2><a:lt2><a:srgbClr val="F2F2F2"/></a:lt2>)"
    R"(<a:accent1><a:srgbClr val="1F4E79"/></a:accent1><a:accent2><a:srgbClr val="8C2D19"/></a:accent2>)"
    R"(<a:accent3><a:srgbClr val="4F6228"/></a:accent3><a:accent4><a:srgbClr val="5F497A"/></a:accent4>)"
    R"(<a:accent5><a:srgbClr val="31859B"/></a:accent5><a:accent6><a:srgbClr val="7F6000"/></a:accent6>)"
    R"(<a:hlink><a:srgbClr val="1F4E79"/></a:hlink><a:folHlink><a:srgbClr val="5F497A"/></a:folHlink></a:clrScheme>)";

// The least that the schema allows: three of each, plain.
constexpr std::string_view theme_formats =
    R"(<a:fmtScheme name="Offprint"><a:fillStyleLst>)"
    R"(<a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill>)"
    R"(<a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:fillStyleLst><a:lnStyleLst>)"
    R"(<a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>)"
    R"(<a:ln w="12700"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>)"
    R"(<a:ln w="19050"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln></a:lnStyleLst>)"
    R"(<a:effectStyleLst><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle>)"
    R"(<a:effectStyle><a:effectLst/></a:effectStyle></a:effectStyleLst><a:bgFillStyleLst>)"
    R"(<a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill>)"
    R"(<a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:bgFillStyleLst></a:fmtScheme>)"
    R"(</a:themeElements></a:theme>)";

void append_color_mapping(pugi::xml_node root) {
    const pugi::xml_node colors = append(root, "w:clrSchemeMapping");
    for (const auto& [name, value] :
         std::initializer_list<std::pair<const char*, const char*>>{{"w:bg1", "light1"},
                                                                    {"w:t1", "dark1"},
                                                                    {"w:bg2", "light2"},
                                                                    {"w:t2", "dark2"},
                                                                    {"w:accent1", "accent1"},
                                                                    {"w:accent2", "accent2"},
                                                                    {"w:accent3", "accent3"},
                                                                    {"w:accent4", "accent4"},
                                                                    {"w:accent5", "accent5"},
                                                                    {"w:accent6", "accent6"},
                                                                    {"w:hyperlink", "hyperlink"},
                                                                    {"w:followedHyperlink", "followedHyperlink"}})
        set(colors, name, value);
}

}  // namespace

std::string core_properties_xml(const Document& document, const std::optional<std::int64_t>& source_date_epoch) {
    const Metadata& metadata = document.metadata;
    pugi::xml_document part;
    const pugi::xml_node root = append(part, "cp:coreProperties");
    set(root, "xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties");
    set(root, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
    set(root, "xmlns:dcterms", "http://purl.org/dc/terms/");
    set(root, "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
    append(root, "dc:title", title_of(document));
    append_if_any(root, "dc:subject", metadata.subtitle);
    append_if_any(root, "dc:creator", joined_names(metadata, "author"));
    append_if_any(root, "cp:keywords", keyword_list(metadata));
    append_if_any(root, "dc:description", metadata.description);
    append_if_any(root, "dc:identifier", metadata.identifier);
    append_if_any(root, "dc:language", metadata.language);
    const Times times = times_of(metadata, source_date_epoch);
    append_time(root, "dcterms:created", times.created);
    append_time(root, "dcterms:modified", times.modified);
    return package::serialize(part);
}

std::string extended_properties_xml(const Metadata& metadata) {
    pugi::xml_document part;
    const pugi::xml_node root = append(part, "Properties");
    set(root, "xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties");
    append_if_any(root, "Company", metadata.publisher);
    append(root, "Application", "Offprint");
    return package::serialize(part);
}

std::string custom_properties_xml(const Metadata& metadata) {
    pugi::xml_document part;
    const pugi::xml_node root = append(part, "Properties");
    set(root, "xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties");
    set(root, "xmlns:vt", "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes");
    int id = 1;
    const auto add = [&](const char* name, const std::string& value) {
        if (value.empty()) return;
        const pugi::xml_node property = append(root, "property");
        set(property, "fmtid", "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}");
        set_number(property, "pid", ++id);  // 0 and 1 are reserved
        set(property, "name", name);
        append(property, "vt:lpwstr", value);
    };
    add("Source", metadata.source_url);
    // The core properties name the moment, not the day that it was at the place.
    if (metadata.published && metadata.published->time && metadata.published->time->utc_offset_minutes.value_or(0) != 0)
        add("Published", metadata.published->to_string());
    add("Rights", metadata.rights);
    if (metadata.series) {
        add("Series", metadata.series->name);
        add("Series position", metadata.series->position);
    }
    return id == 1 ? std::string() : package::serialize(part);
}

std::string settings_xml(std::string_view language, bool has_notes, pugi::xml_node reference) {
    pugi::xml_document part;
    pugi::xml_node root = append(part, "w:settings");
    set(root, "xmlns:w", main_namespace);
    set(root, "xmlns:m", "http://schemas.openxmlformats.org/officeDocument/2006/math");
    const auto take = [&](const char* name) {
        const pugi::xml_node setting = reference.child(name);
        if (setting) root.append_copy(setting);
        return !setting.empty();
    };
    set(append(root, "w:zoom"), "w:percent", "100");
    for (const char* name : {"w:embedTrueTypeFonts", "w:saveSubsetFonts", "w:mirrorMargins", "w:alignBordersAndEdges",
                             "w:bordersDoNotSurroundHeader", "w:bordersDoNotSurroundFooter", "w:gutterAtTop"})
        take(name);
    if (!take("w:defaultTabStop")) append_value(root, "w:defaultTabStop", list_indent);
    for (const char* name : {"w:autoHyphenation", "w:consecutiveHyphenLimit", "w:hyphenationZone",
                             "w:doNotHyphenateCaps", "w:evenAndOddHeaders"})
        take(name);
    if (!take("w:characterSpacingControl")) append_value(root, "w:characterSpacingControl", "doNotCompress");
    if (has_notes) {
        const pugi::xml_node notes = append(root, "w:footnotePr");
        set_number(append(notes, "w:footnote"), "w:id", -1);
        set_number(append(notes, "w:footnote"), "w:id", 0);
    }
    const pugi::xml_node compatibility = append(root, "w:compat");
    const auto add = [&](const char* name, const char* value) {
        const pugi::xml_node setting = append(compatibility, "w:compatSetting");
        set(setting, "w:name", name);
        set(setting, "w:uri", "http://schemas.microsoft.com/office/word");
        set(setting, "w:val", value);
    };
    add("compatibilityMode", "15");
    add("overrideTableStyleFontSizeAndJustification", "1");
    add("enableOpenTypeFeatures", "1");
    add("doNotFlipMirrorIndents", "1");
    add("differentiateMultirowTableHeaders", "1");
    take("m:mathPr");
    const pugi::xml_node font_language = append(root, "w:themeFontLang");
    set(font_language, "w:val", "en-US");
    const std::string tag = word_language(language);
    if (!tag.empty()) set(font_language, language_attribute(script_of(language)), tag);
    if (!take("w:clrSchemeMapping")) append_color_mapping(root);
    if (!take("w:decimalSymbol")) append_value(root, "w:decimalSymbol", ".");
    if (!take("w:listSeparator")) append_value(root, "w:listSeparator", ",");
    return package::serialize(part);
}

std::string web_settings_xml() {
    pugi::xml_document part;
    const pugi::xml_node root = append(part, "w:webSettings");
    set(root, "xmlns:w", main_namespace);
    append(root, "w:optimizeForBrowser");
    return package::serialize(part);
}

std::string font_table_xml(std::string_view language) {
    pugi::xml_document part;
    const pugi::xml_node root = append(part, "w:fonts");
    set(root, "xmlns:w", main_namespace);
    const auto add = [&](const Font& font) {
        const pugi::xml_node element = append(root, "w:font");
        set(element, "w:name", font.name);
        if (!font.alternatives.empty()) append_value(element, "w:altName", font.alternatives);
        append_value(element, "w:family", font.family);
        append_value(element, "w:pitch", font.pitch);
    };
    for (const Font& font : fonts) add(font);
    add({east_asian_font(language), "Noto Serif CJK", "roman", "variable"});
    return package::serialize(part);
}

std::string theme_xml() {
    const std::string collection =
        fmt::format(R"(<a:latin typeface="{}"/><a:ea typeface=""/><a:cs typeface="{}"/>)", text_font, complex_font);
    return fmt::format(
        R"({0}<a:fontScheme name="Offprint"><a:majorFont>{1}</a:majorFont><a:minorFont>{1}</a:minorFont></a:fontScheme>{2})",
        theme_head, collection, theme_formats);
}

}  // namespace offprint::docx
