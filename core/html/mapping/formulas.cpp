#include "html/mapping/formulas.hpp"

#include <algorithm>
#include <array>

#include "html/dom/name_tokens.hpp"
#include "html/mapping/mapper.hpp"
#include "offprint/text.hpp"
#include "offprint/url.hpp"

namespace offprint::html {

namespace {

/// TeX without the delimiters and wrappers that renderers put around it.
std::string clean_tex(std::string_view tex) {
    tex = trim(tex);
    constexpr std::string_view display = "{\\displaystyle";
    if (tex.starts_with(display) && tex.ends_with('}'))
        tex = trim(tex.substr(display.size(), tex.size() - display.size() - 1));
    return collapse_space(tex);
}

/// The TeX in an annotation of `math`; empty if there is none.
std::string tex_annotation(const Dom& dom, NodeIndex math) {
    for (NodeIndex node = math; node < dom.end(math); ++node)
        if (dom[node].name == "annotation" && dom.attribute(node, "encoding").find("tex") != std::string_view::npos)
            return clean_tex(dom.raw_text(node));
    return {};
}

bool is_display(const Dom& dom, NodeIndex math) {
    if (dom.attribute(math, "display") == "block" || dom.attribute(math, "mode") == "display") return true;
    const NodeIndex box = dom.parent(math);  // KaTeX: .katex-display > .katex > .katex-mathml > math
    for (NodeIndex node = box; node != no_node && box - node <= 3; node = dom.parent(node))
        if (dom.has_word(node, "class", "katex-display") || dom.attribute(node, "display") == "true") return true;
    return false;
}

struct Delimiters {
    std::string_view open;
    std::string_view close;
    bool display;
};
constexpr std::array delimiters{
    Delimiters{"\\(", "\\)", false},
    Delimiters{"\\[", "\\]", true},
    Delimiters{"$$", "$$", true},
};

/// TeX with or without delimiters around it, and what they say.
struct Formula {
    std::string tex;
    bool display = false;
};

Formula undelimited(std::string_view text) {
    text = trim(text);
    for (const Delimiters& pair : delimiters)
        if (text.size() > pair.open.size() + pair.close.size() && text.starts_with(pair.open) &&
            text.ends_with(pair.close))
            return {clean_tex(text.substr(pair.open.size(), text.size() - pair.open.size() - pair.close.size())),
                    pair.display};
    if (text.size() > 2 && text.starts_with('$') && text.ends_with('$')) text = text.substr(1, text.size() - 2);
    return {clean_tex(text), false};
}

/// True for text that cannot be anything but TeX: it holds a command with an argument.
bool has_tex_command(std::string_view text) {
    constexpr std::size_t longest = 5000;
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    text = text.substr(0, longest);
    for (std::size_t at = text.find('\\'); at != std::string_view::npos; at = text.find('\\', at + 1)) {
        const std::size_t end = text.find_first_not_of(letters, at + 1);
        if (end != std::string_view::npos && end > at + 1 && text[end] == '{') return true;
    }
    return false;
}

/// The TeX in the address of a service that draws formulas.
std::string tex_from_address(std::string_view address) {
    const std::size_t query = address.find('?');
    if (query == std::string_view::npos) return {};
    const std::string_view path = address.substr(0, query);
    std::string_view tex = address.substr(query + 1);
    if (path.find("latex.codecogs.com") == std::string_view::npos && !path.ends_with("tex.cgi")) {
        const bool is_chart = path.ends_with("/chart") && tex.find("cht=tx") != std::string_view::npos;
        const std::size_t value = tex.find(is_chart ? "chl=" : "latex=");
        if (value == std::string_view::npos) return {};
        tex = tex.substr(tex.find('=', value) + 1);
        tex = tex.substr(0, tex.find('&'));
    }
    std::string spaced(tex);
    std::replace(spaced.begin(), spaced.end(), '+', ' ');
    return clean_tex(percent_decode(path.find("codecogs") == std::string_view::npos ? std::string_view(spaced) : tex));
}

/// A box that is named so, around TeX between the marks of a formula that is set apart.
bool is_math_box(const Dom& dom, NodeIndex node) {
    const NodeIndex text = dom.first_child(node);
    if (!dom.has_word(node, "class", "math") || text == no_node || text + 1 != dom.end(node)) return false;
    return undelimited(dom[text].text).display;
}

}  // namespace

bool sets_formulas(const Dom& dom) {
    for (NodeIndex node = 0; node < dom.size(); ++node) {
        if (dom.tag(node) != Tag::script) continue;
        const std::string source = to_lower_ascii(dom.attribute(node, "src"));
        if (source.find("mathjax") != std::string::npos || source.find("auto-render") != std::string::npos) return true;
        if (dom.attribute(node, "type") == "text/x-mathjax-config") return true;
    }
    return false;
}

void Mapper::append_tex(NodeIndex node, std::string_view tex, bool display, Flow& flow) {
    Math math;
    math.range = range_of(node);
    math.attributes = attributes_of(node, false);
    math.tex = tex;
    math.display = display;
    flow.atom(std::move(math));
}

void Mapper::map_math(NodeIndex node, Flow& flow) {
    Math math;
    math.range = range_of(node);
    math.attributes = attributes_of(node, false);
    math.tex = tex_annotation(dom_, node);
    math.mathml = dom_.to_xml(node);
    math.alt = collapse_space(dom_.attribute(node, "alttext"));
    math.display = is_display(dom_, node);
    if (!dom_.text(node).empty()) flow.atom(std::move(math));
}

/// MathJax 2 keeps its source in scripts; no other script has anything to say to a reader.
void Mapper::map_script(NodeIndex node, Flow& flow) {
    const std::string type = to_lower_ascii(dom_.attribute(node, "type"));
    if (!type.starts_with("math/tex")) return;
    const std::string tex = clean_tex(dom_.raw_text(node));
    if (!tex.empty()) append_tex(node, tex, type.find("mode=display") != std::string::npos, flow);
}

/// A picture of a formula whose text alternative or address is its TeX.
bool Mapper::map_formula_image(NodeIndex image, Flow& flow) {
    std::string tex = tex_from_address(dom_.attribute(image, "src"));
    bool display = false;
    if (tex.empty() && has_class(dom_, image,
                                 {"latex", "tex", "equation_image", "mwe-math-fallback-image-inline",
                                  "mwe-math-fallback-image-display"})) {
        const Formula formula = undelimited(dom_.attribute(image, "alt"));
        tex = formula.tex;
        display = formula.display || dom_.has_word(image, "class", "mwe-math-fallback-image-display");
    }
    if (tex.empty() && has_tex_command(dom_.attribute(image, "alt"))) {
        const Formula formula = undelimited(dom_.attribute(image, "alt"));
        tex = formula.tex;
        display = formula.display || tex.starts_with("\\begin{");
    }
    if (tex.empty()) return false;
    append_tex(image, tex, display, flow);
    return true;
}

/// Elements of renderers: MathJax 3 keeps MathML in its own, others keep the TeX in an attribute or as text.
bool Mapper::map_formula_element(NodeIndex node, Flow& flow) {
    const std::string_view name = dom_[node].name;
    if (name == "mjx-container") {
        const NodeIndex math = dom_.find(node, Tag::math);
        if (math == no_node)
            context_.report(Severity::warning, "html.formula-dropped",
                            "a drawn formula without its source was left out", range_of(node));
        else
            map_math(math, flow);
        return true;
    }
    if (dom_[node].attribute_count == 0 && name != "d-math" && name != "math-renderer") return false;
    for (std::string_view attribute : {"data-tex", "data-latex"})
        if (const Formula formula = undelimited(dom_.attribute(node, attribute)); !formula.tex.empty()) {
            append_tex(node, formula.tex, formula.display, flow);
            return true;
        }
    const std::string drawn = clean_tex(dom_.attribute(node, "data-math"));
    if (!drawn.empty() && has_class(dom_, node, {"math-inline", "math-block"})) {
        append_tex(node, drawn, dom_.has_word(node, "class", "math-block"), flow);
        return true;
    }
    const bool is_math_span = has_class(dom_, node, {"math"}) && has_class(dom_, node, {"inline", "display"});
    const bool is_named = name == "d-math" || name == "math-renderer" || is_math_span ||
                          has_class(dom_, node, {"arithmatex", "kdmath", "math-tex"}) || is_math_box(dom_, node);
    if (!is_named || dom_.find(node, Tag::math) != no_node || dom_.find(node, Tag::script) != no_node) return false;
    const Formula formula = undelimited(dom_.raw_text(node));
    if (formula.tex.empty()) return false;
    append_tex(node, formula.tex,
               formula.display || dom_.has_attribute(node, "block") || dom_.has_word(node, "class", "display"), flow);
    return true;
}

/// Text, in which TeX between delimiters is a formula if a script of the page would make it one.
void Mapper::map_text(NodeIndex node, Flow& flow) {
    std::string_view text = dom_[node].text;
    std::size_t begin = sets_formulas_ && !flow.in_code() ? text.find_first_of("\\$") : std::string_view::npos;
    while (begin != std::string_view::npos) {
        const auto pair = std::find_if(delimiters.begin(), delimiters.end(), [&](const Delimiters& candidate) {
            return text.substr(begin).starts_with(candidate.open);
        });
        if (pair == delimiters.end()) {
            begin = text.find_first_of("\\$", begin + 1);
            continue;
        }
        const std::size_t inner = begin + pair->open.size();
        const std::size_t end = text.find(pair->close, inner);
        if (end == std::string_view::npos) break;
        flow.text(text.substr(0, begin), range_of(node));
        const std::string tex = clean_tex(text.substr(inner, end - inner));
        if (!tex.empty()) append_tex(node, tex, pair->display, flow);
        text.remove_prefix(end + pair->close.size());
        begin = text.find_first_of("\\$");
    }
    flow.text(text, range_of(node));
}

}  // namespace offprint::html
