#include "writer/accessibility.hpp"

#include <string>

#include "package/xml.hpp"

namespace offprint::epub {

namespace {

class AccessibilityWriter {
public:
    AccessibilityWriter(pugi::xml_node metadata, const BookFacts& facts) : metadata_(metadata), facts_(facts) {}

    void write() {
        append_modes();
        append_features();
        append("accessibilityHazard", facts_.animated_images ? "unknown" : "none");
        package::set(append("accessibilitySummary", summary()), "xml:lang", "en");
    }

private:
    pugi::xml_node append(const std::string& property, std::string_view value) {
        pugi::xml_node meta = package::append(metadata_, "meta", value);
        package::set(meta, "property", "schema:" + property);
        return meta;
    }

    // Every book has text, that of its title page at least.
    void append_modes() {
        append("accessMode", "textual");
        if (facts_.images) append("accessMode", "visual");
        if (!facts_.images_without_alt) append("accessModeSufficient", "textual");
        if (facts_.images) append("accessModeSufficient", "textual,visual");
    }

    void append_features() {
        const auto feature = [&](bool is_there, const char* name) {
            if (is_there) append("accessibilityFeature", name);
        };
        feature(true, "tableOfContents");
        feature(true, "readingOrder");
        feature(facts_.headings, "structuralNavigation");
        feature(facts_.images && !facts_.images_without_alt, "alternativeText");
        feature(facts_.math, "MathML");
        feature(facts_.math && !facts_.math_without_alt && !facts_.opaque_math, "describedMath");
        feature(facts_.opaque_math, "latex");
        feature(facts_.notes, "ARIA");
    }

    std::string summary() const {
        std::string text = "The book has a table of contents and a logical reading order.";
        if (facts_.images_without_alt)
            text += " Some images have no alternative text.";
        else if (facts_.images)
            text += " All informative images have alternative text.";
        if (facts_.math) text += " Formulas are given as MathML.";
        if (facts_.opaque_math) text += " Some formulas are given as source text only.";
        if (facts_.tables_without_header) text += " Some tables have no header cells.";
        if (facts_.animated_images) text += " Some images are animated.";
        return text;
    }

    pugi::xml_node metadata_;
    const BookFacts& facts_;
};

}  // namespace

void append_accessibility(pugi::xml_node metadata, const BookFacts& facts) {
    AccessibilityWriter(metadata, facts).write();
}

}  // namespace offprint::epub
