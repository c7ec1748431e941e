// The HTML elements that this reader tells apart.
// Thread safety: constants and pure functions.
#pragma once

#include <cstdint>
#include <string_view>

namespace offprint::html {

// clang-format off
#define OFFPRINT_HTML_TAGS(X) \
    X(a, "a") X(abbr, "abbr") X(acronym, "acronym") X(address, "address") X(applet, "applet") X(area, "area") \
    X(article, "article") X(aside, "aside") X(audio, "audio") X(b, "b") X(base, "base") X(bdi, "bdi") X(bdo, "bdo") \
    X(big, "big") X(blockquote, "blockquote") X(body, "body") X(br, "br") X(button, "button") X(canvas, "canvas") \
    X(caption, "caption") X(center, "center") X(cite, "cite") X(code, "code") X(col, "col") X(colgroup, "colgroup") \
    X(data, "data") X(datalist, "datalist") X(dd, "dd") X(del, "del") X(details, "details") X(dfn, "dfn") \
    X(dialog, "dialog") X(dir, "dir") X(div, "div") X(dl, "dl") X(dt, "dt") X(em, "em") X(embed, "embed") \
    X(fieldset, "fieldset") X(figcaption, "figcaption") X(figure, "figure") X(font, "font") X(footer, "footer") \
    X(form, "form") X(frameset, "frameset") X(h1, "h1") X(h2, "h2") X(h3, "h3") X(h4, "h4") X(h5, "h5") X(h6, "h6") \
    X(head, "head") X(header, "header") X(hgroup, "hgroup") X(hr, "hr") X(html, "html") X(i, "i") X(iframe, "iframe") \
    X(img, "img") X(input, "input") X(ins, "ins") X(kbd, "kbd") X(label, "label") X(legend, "legend") X(li, "li") \
    X(link, "link") X(listing, "listing") X(main, "main") X(map, "map") X(mark, "mark") X(marquee, "marquee") \
    X(math, "math") X(menu, "menu") X(meta, "meta") X(meter, "meter") X(nav, "nav") X(noembed, "noembed") \
    X(noframes, "noframes") X(noscript, "noscript") X(object, "object") X(ol, "ol") X(optgroup, "optgroup") \
    X(option, "option") X(output, "output") X(p, "p") X(param, "param") X(picture, "picture") \
    X(plaintext, "plaintext") X(pre, "pre") X(progress, "progress") X(q, "q") X(rb, "rb") X(rp, "rp") X(rt, "rt") \
    X(rtc, "rtc") X(ruby, "ruby") X(s, "s") X(samp, "samp") X(script, "script") X(search, "search") \
    X(section, "section") X(select, "select") X(small, "small") X(source, "source") X(span, "span") \
    X(strike, "strike") X(strong, "strong") X(style, "style") X(sub, "sub") X(summary, "summary") X(sup, "sup") \
    X(svg, "svg") X(table, "table") X(tbody, "tbody") X(td, "td") X(template_, "template") X(textarea, "textarea") \
    X(tfoot, "tfoot") X(th, "th") X(thead, "thead") X(time, "time") X(title, "title") X(tr, "tr") X(track, "track") \
    X(tt, "tt") X(u, "u") X(ul, "ul") X(var, "var") X(video, "video") X(wbr, "wbr") X(xmp, "xmp")
// clang-format on

/// `text` is a text node; `unknown` any other HTML element; `foreign` what is inside SVG and MathML
/// (their roots are `svg` and `math`).
enum class Tag : std::uint8_t {
    text,
    unknown,
    foreign,
#define OFFPRINT_ENUMERATOR(tag, name) tag,
    OFFPRINT_HTML_TAGS(OFFPRINT_ENUMERATOR)
#undef OFFPRINT_ENUMERATOR
};

/// The tag with this lower-case name, or `unknown`.
Tag tag_from_name(std::string_view name);

/// True for h1 to h6.
constexpr bool is_heading(Tag tag) {
    return tag >= Tag::h1 && tag <= Tag::h6;
}

/// True for elements that never have content (HTML, section 13.1.2).
bool is_void(Tag tag);

/// True for elements whose content the tokenizer takes as text (HTML, sections 13.2.5.2 to 13.2.5.4).
bool is_raw_text(Tag tag);

/// True for what stands in a line of text, by the default style sheet.
bool is_phrasing(Tag tag);

}  // namespace offprint::html
