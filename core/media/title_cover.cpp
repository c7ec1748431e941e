#include "media/title_cover.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <iterator>
#include <pugixml.hpp>

#include "media/text_lines.hpp"
#include "package/xml.hpp"

namespace offprint {

namespace {

using package::append;
using package::set;

constexpr double cover_width = 800;
constexpr double cover_height = 1280;
constexpr double spine_width = 56;
constexpr double margin = 64;

constexpr const char* paper = "#f7f4ec";
constexpr const char* ink = "#1f1f1f";

// Of the spine: dark enough to stay apart from the paper on screens without colours.
constexpr const char* cloths[] = {"#24425c", "#5c2430", "#2f4d3a", "#574020", "#44345c", "#26494d", "#3c3c3c"};

// The same title has the same colour everywhere (FNV-1a).
const char* cloth_for(std::string_view title) {
    std::uint32_t hash = 2166136261U;
    for (const char c : title) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return cloths[hash % std::size(cloths)];
}

void append_box(pugi::xml_node svg, double x, double y, double width, double height, const char* colour) {
    pugi::xml_node box = append(svg, "rect");
    set(box, "x", fmt::format("{:.0f}", x));
    set(box, "y", fmt::format("{:.0f}", y));
    set(box, "width", fmt::format("{:.0f}", width));
    set(box, "height", fmt::format("{:.0f}", height));
    set(box, "fill", colour);
}

std::string authors(const Metadata& metadata) {
    std::string names;
    for (const Contributor& contributor : metadata.contributors)
        if (contributor.role == "author") names.append(names.empty() ? "" : ", ").append(contributor.name);
    return names;
}

// Draws from top to bottom, every line centred.
class CoverDrawing {
public:
    CoverDrawing(const Metadata& metadata, bool right_to_left)
        : metadata_(metadata),
          right_to_left_(right_to_left),
          centre_(right_to_left ? (cover_width - spine_width) / 2 : (cover_width + spine_width) / 2) {}

    std::string draw() {
        pugi::xml_document document;
        svg_ = append(document, "svg");
        set(svg_, "xmlns", "http://www.w3.org/2000/svg");
        set(svg_, "width", fmt::format("{:.0f}", cover_width));
        set(svg_, "height", fmt::format("{:.0f}", cover_height));
        if (!metadata_.language.empty()) set(svg_, "xml:lang", metadata_.language);
        const char* cloth = cloth_for(metadata_.title);
        append_box(svg_, 0, 0, cover_width, cover_height, paper);
        append_box(svg_, right_to_left_ ? cover_width - spine_width : 0, 0, spine_width, cover_height, cloth);

        double y =
            write(metadata_.title, 200, {text_width, 600, 1.2}, {100, 88, 76, 66, 58, 50, 44, 38, 32, 28}, "bold");
        append_box(svg_, centre_ - 45, y + 54, 90, 5, cloth);
        write(authors(metadata_), y + 110, {text_width, 170, 1.3}, {42, 36, 30}, "normal");
        write(metadata_.publisher, cover_height - 150, {text_width, 80, 1.3}, {30, 26}, "normal");
        return package::serialize(document);
    }

private:
    static constexpr double text_width = cover_width - spine_width - 2 * margin;

    /// Answers where the text ends.
    double write(std::string_view text, double top, const TextBox& box, const std::vector<double>& sizes,
                 const char* weight) {
        const TextLines set_text = set_in_lines(text, box, sizes);
        double y = top;
        for (const std::string& line : set_text.lines) {
            y += set_text.size * box.line_distance;
            write_line(line, y, set_text.size, weight);
        }
        return y;
    }

    void write_line(const std::string& line, double baseline, double size, const char* weight) {
        pugi::xml_node text = append(svg_, "text", line);
        set(text, "x", fmt::format("{:.0f}", centre_));
        set(text, "y", fmt::format("{:.0f}", baseline));
        set(text, "font-family", "serif");
        set(text, "font-size", fmt::format("{:.0f}", size));
        set(text, "font-weight", weight);
        set(text, "text-anchor", "middle");
        set(text, "fill", ink);
        if (right_to_left_) set(text, "direction", "rtl");
    }

    const Metadata& metadata_;
    bool right_to_left_;
    double centre_;
    pugi::xml_node svg_;
};

}  // namespace

std::string draw_title_cover(const Metadata& metadata, bool right_to_left) {
    return CoverDrawing(metadata, right_to_left).draw();
}

}  // namespace offprint
