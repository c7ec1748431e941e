#include "reader/style_roles.hpp"

#include <algorithm>
#include <string>

#include "offprint/text.hpp"

namespace offprint::docx::reader {

namespace {

/// A name without what its spellings differ in: spaces, hyphens, the case of ASCII letters.
std::string plain(std::string_view name) {
    std::string result;
    // An alias stands behind a comma; the first name is the style's own.
    for (const char c : name.substr(0, name.find(',')))
        if (c != ' ' && c != '-' && c != '_') result += c;
    return to_lower_ascii(result);
}

struct ParagraphName {
    std::string_view name;
    ParagraphRole role;
};

constexpr ParagraphName paragraph_names[] = {
    {"abstract", ParagraphRole::body},
    {"aftertable", ParagraphRole::spacer},
    {"aside", ParagraphRole::aside},
    {"author", ParagraphRole::author},
    {"beschriftung", ParagraphRole::caption},
    {"blockquote", ParagraphRole::quote},
    {"blockquotation", ParagraphRole::quote},
    {"blocktext", ParagraphRole::quote},
    {"bodytext", ParagraphRole::body},
    {"byline", ParagraphRole::author},
    {"callout", ParagraphRole::aside},
    {"caption", ParagraphRole::caption},
    {"captionedfigure", ParagraphRole::figure},
    {"code", ParagraphRole::code},
    {"codeblock", ParagraphRole::code},
    {"compact", ParagraphRole::body},
    {"contentsheading", ParagraphRole::contents},
    {"date", ParagraphRole::date},
    {"definition", ParagraphRole::definition},
    {"definitionterm", ParagraphRole::definition_term},
    {"figure", ParagraphRole::figure},
    {"figurewithcaption", ParagraphRole::figure},
    {"firstparagraph", ParagraphRole::body},
    {"horizontalline", ParagraphRole::rule},
    {"horizontalrule", ParagraphRole::rule},
    {"htmlpreformatted", ParagraphRole::code},
    {"imagecaption", ParagraphRole::caption},
    {"intensequote", ParagraphRole::quote},
    {"listbullet", ParagraphRole::list_item},
    {"listcontents", ParagraphRole::definition},
    {"listcontinue", ParagraphRole::list_continue},
    {"listheading", ParagraphRole::definition_term},
    {"listnumber", ParagraphRole::list_item},
    {"lyrics", ParagraphRole::verse},
    {"normal", ParagraphRole::body},
    {"poem", ParagraphRole::verse},
    {"poetry", ParagraphRole::verse},
    {"plaintext", ParagraphRole::body},
    {"preformatted", ParagraphRole::code},
    {"preformattedtext", ParagraphRole::code},
    {"quotations", ParagraphRole::quote},
    {"quote", ParagraphRole::quote},
    {"quotesource", ParagraphRole::quote_source},
    {"sidebar", ParagraphRole::aside},
    {"sourcecode", ParagraphRole::code},
    {"subtitle", ParagraphRole::subtitle},
    {"tablecaption", ParagraphRole::table_caption},
    {"tableheading", ParagraphRole::table_heading},
    {"title", ParagraphRole::title},
    {"titel", ParagraphRole::title},
    {"titre", ParagraphRole::title},
    {"tocheading", ParagraphRole::contents},
    {"untertitel", ParagraphRole::subtitle},
    {"verse", ParagraphRole::verse},
    {"zitat", ParagraphRole::quote},
};

/// What headings are called before their level. Word keeps the English name in the file, but not every program does.
constexpr std::string_view heading_words[] = {"heading",
                                              "\u00FCberschrift",
                                              "\u00DCberschrift",
                                              "berschrift",
                                              "titre",
                                              "titolo",
                                              "t\u00EDtulo",
                                              "ttulo",
                                              "kop",
                                              "rubrik",
                                              "overskrift",
                                              "otsikko",
                                              "nagwek",
                                              "nag\u0142\u00F3wek",
                                              "\u6807\u9898",
                                              "\u898B\u51FA\u3057"};

struct RunName {
    std::string_view name;
    RunRole role;
};

constexpr RunName run_names[] = {
    {"citation", RunRole::cite},
    {"code", RunRole::code},
    {"definition", RunRole::definition},
    {"emphasis", RunRole::emphasis},
    {"endnotecharacters", RunRole::note_mark},
    {"endnotereference", RunRole::note_mark},
    {"footnotecharacters", RunRole::note_mark},
    {"footnotereference", RunRole::note_mark},
    {"hervorhebung", RunRole::emphasis},
    {"htmlacronym", RunRole::abbreviation},
    {"htmlcite", RunRole::cite},
    {"htmlcode", RunRole::code},
    {"htmldefinition", RunRole::definition},
    {"htmlkeyboard", RunRole::keyboard},
    {"htmlsample", RunRole::sample},
    {"htmltypewriter", RunRole::code},
    {"htmlvariable", RunRole::variable},
    {"hyperlink", RunRole::hyperlink},
    {"inlinecode", RunRole::code},
    {"intenseemphasis", RunRole::emphasis},
    {"internetlink", RunRole::hyperlink},
    {"smallprint", RunRole::small},
    {"sourcetext", RunRole::code},
    {"strong", RunRole::strong},
    {"strongemphasis", RunRole::strong},
    {"subtleemphasis", RunRole::emphasis},
    {"teletype", RunRole::code},
    {"userentry", RunRole::keyboard},
    {"variable", RunRole::variable},
    {"verbatimchar", RunRole::code},
};

/// The digit at the end of "heading1", after that word; 0 if it is none.
int level_behind(std::string_view name, std::string_view word) {
    const bool fits =
        name.size() == word.size() + 1 && name.starts_with(word) && name.back() >= '1' && name.back() <= '9';
    return fits ? name.back() - '0' : 0;
}

}  // namespace

std::optional<NamedRole> paragraph_role(std::string_view style_name) {
    std::string name = plain(style_name);
    for (const std::string_view word : heading_words)
        if (const int level = level_behind(name, word)) return NamedRole{ParagraphRole::heading, level};
    if (level_behind(name, "toc") != 0 || level_behind(name, "contents") != 0)
        return NamedRole{ParagraphRole::contents, 0};
    // "List Bullet 2" is one level below "List Bullet" and otherwise the same.
    if (name.starts_with("list") && name.back() >= '2' && name.back() <= '5') name.pop_back();
    const auto* const found = std::ranges::find(paragraph_names, std::string_view(name), &ParagraphName::name);
    if (found == std::end(paragraph_names)) return std::nullopt;
    return NamedRole{found->role, 0};
}

RunRole run_role(std::string_view style_name) {
    const std::string name = plain(style_name);
    const auto* const found = std::ranges::find(run_names, std::string_view(name), &RunName::name);
    return found == std::end(run_names) ? RunRole::none : found->role;
}

}  // namespace offprint::docx::reader
