#include "schema_order.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <string_view>
#include <vector>

namespace offprint::docx {

namespace {

using Names = std::span<const std::string_view>;

constexpr std::string_view style_order[] = {"name",          "aliases",
                                            "basedOn",       "next",
                                            "link",          "autoRedefine",
                                            "hidden",        "uiPriority",
                                            "semiHidden",    "unhideWhenUsed",
                                            "qFormat",       "locked",
                                            "personal",      "personalCompose",
                                            "personalReply", "rsid",
                                            "pPr",           "rPr",
                                            "tblPr",         "trPr",
                                            "tcPr",          "tblStylePr"};

constexpr std::string_view paragraph_order[] = {"pStyle",
                                                "keepNext",
                                                "keepLines",
                                                "pageBreakBefore",
                                                "framePr",
                                                "widowControl",
                                                "numPr",
                                                "suppressLineNumbers",
                                                "pBdr",
                                                "shd",
                                                "tabs",
                                                "suppressAutoHyphens",
                                                "kinsoku",
                                                "wordWrap",
                                                "overflowPunct",
                                                "topLinePunct",
                                                "autoSpaceDE",
                                                "autoSpaceDN",
                                                "bidi",
                                                "adjustRightInd",
                                                "snapToGrid",
                                                "spacing",
                                                "ind",
                                                "contextualSpacing",
                                                "mirrorIndents",
                                                "suppressOverlap",
                                                "jc",
                                                "textDirection",
                                                "textAlignment",
                                                "textboxTightWrap",
                                                "outlineLvl",
                                                "divId",
                                                "cnfStyle",
                                                "rPr",
                                                "sectPr",
                                                "pPrChange"};

constexpr std::string_view run_order[] = {"rStyle",
                                          "rFonts",
                                          "b",
                                          "bCs",
                                          "i",
                                          "iCs",
                                          "caps",
                                          "smallCaps",
                                          "strike",
                                          "dstrike",
                                          "outline",
                                          "shadow",
                                          "emboss",
                                          "imprint",
                                          "noProof",
                                          "snapToGrid",
                                          "vanish",
                                          "webHidden",
                                          "color",
                                          "spacing",
                                          "w",
                                          "kern",
                                          "position",
                                          "sz",
                                          "szCs",
                                          "highlight",
                                          "u",
                                          "effect",
                                          "bdr",
                                          "shd",
                                          "fitText",
                                          "vertAlign",
                                          "rtl",
                                          "cs",
                                          "em",
                                          "lang",
                                          "eastAsianLayout",
                                          "specVanish",
                                          "oMath"};

constexpr std::string_view table_order[] = {
    "tblStyle",  "tblpPr",     "tblOverlap",     "bidiVisual", "tblStyleRowBandSize", "tblStyleColBandSize",
    "tblW",      "jc",         "tblCellSpacing", "tblInd",     "tblBorders",          "shd",
    "tblLayout", "tblCellMar", "tblLook",        "tblCaption", "tblDescription"};

constexpr std::string_view cell_order[] = {"cnfStyle",  "tcW",    "gridSpan", "hMerge", "vMerge",
                                           "tcBorders", "shd",    "noWrap",   "tcMar",  "textDirection",
                                           "tcFitText", "vAlign", "hideMark"};

Names order_in(std::string_view element) {
    if (element == "w:style") return style_order;
    if (element == "w:pPr") return paragraph_order;
    if (element == "w:rPr") return run_order;
    if (element == "w:tblPr") return table_order;
    if (element == "w:tcPr") return cell_order;
    return {};
}

std::ptrdiff_t place_of(pugi::xml_node child, Names order) {
    const std::string_view name = child.name();
    return std::find(order.begin(), order.end(), name.substr(name.find(':') + 1)) - order.begin();
}

void sort_children(pugi::xml_node parent, Names order) {
    std::vector<pugi::xml_node> children(parent.begin(), parent.end());
    const auto before = [&](pugi::xml_node one, pugi::xml_node other) {
        return place_of(one, order) < place_of(other, order);
    };
    if (std::is_sorted(children.begin(), children.end(), before)) return;
    std::stable_sort(children.begin(), children.end(), before);
    for (const pugi::xml_node child : children) parent.append_move(child);
}

}  // namespace

void put_in_schema_order(pugi::xml_node root) {
    if (const Names order = order_in(root.name()); !order.empty()) sort_children(root, order);
    for (const pugi::xml_node child : root.children()) put_in_schema_order(child);
}

}  // namespace offprint::docx
