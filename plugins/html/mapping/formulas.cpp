// Math, as MathML or as the TeX that renderers keep beside it.
#include "mapping/mapper.hpp"
#include "offprint/text.hpp"

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
        if (dom.has_word(node, "class", "katex-display")) return true;
    return false;
}

}  // namespace

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
    Math math;
    math.range = range_of(node);
    math.tex = clean_tex(dom_.raw_text(node));
    math.display = type.find("mode=display") != std::string::npos;
    if (!math.tex.empty()) flow.atom(std::move(math));
}

}  // namespace offprint::html
