#include "writer/accessibility.hpp"

#include <string>

#include "package/xml.hpp"

namespace offprint::epub {

namespace {

pugi::xml_node append_property(pugi::xml_node metadata, const char* property, std::string_view value) {
    pugi::xml_node meta = package::append(metadata, "meta", value);
    package::set(meta, "property", property);
    return meta;
}

void append_features(pugi::xml_node metadata, const ContentFacts& facts) {
    const auto feature = [&](const char* name) { append_property(metadata, "schema:accessibilityFeature", name); };
    feature("tableOfContents");
    feature("readingOrder");
    if (facts.headings) feature("structuralNavigation");
    if (facts.images && !facts.images_without_alt) feature("alternativeText");
    if (facts.math) feature("MathML");
}

std::string summary(const ContentFacts& facts) {
    std::string text = "The book has a table of contents and a logical reading order.";
    if (facts.images_without_alt)
        text += " Some images have no alternative text.";
    else if (facts.images)
        text += " All informative images have alternative text.";
    if (facts.math) text += " Formulas are given as MathML.";
    if (facts.opaque_math) text += " Some formulas are given as source text only.";
    if (facts.animated_images) text += " Some images are animated.";
    return text;
}

}  // namespace

void append_accessibility(pugi::xml_node metadata, const ContentFacts& facts) {
    append_property(metadata, "schema:accessMode", "textual");
    if (facts.images) append_property(metadata, "schema:accessMode", "visual");
    append_property(metadata, "schema:accessModeSufficient", facts.images_without_alt ? "textual,visual" : "textual");
    append_features(metadata, facts);
    append_property(metadata, "schema:accessibilityHazard", facts.animated_images ? "unknown" : "none");
    package::set(append_property(metadata, "schema:accessibilitySummary", summary(facts)), "xml:lang", "en");
}

}  // namespace offprint::epub
