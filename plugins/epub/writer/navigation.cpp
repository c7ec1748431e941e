#include "writer/navigation.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "offprint/outline.hpp"
#include "package/xml.hpp"
#include "writer/page.hpp"

namespace offprint::epub {

using package::append;
using package::set;

namespace {

std::vector<NavigationPoint> points_of(const std::vector<OutlineEntry>& entries, const Layout& layout, int depth) {
    std::vector<NavigationPoint> points;
    if (depth <= 0) return points;
    for (const OutlineEntry& entry : entries) {
        NavigationPoint point{entry.text, {}, points_of(entry.children, layout, depth - 1)};
        if (entry.heading != nullptr) {
            const Target& target = layout.headings.at(entry.heading);
            point.reference = layout.chapters[target.chapter].file + "#" + target.id;
        } else {
            point.reference = layout.chapters[layout.first_files.at(entry.article)].file;
        }
        points.push_back(std::move(point));
    }
    return points;
}

void append_list(pugi::xml_node parent, const std::vector<NavigationPoint>& points) {
    pugi::xml_node list = append(parent, "ol");
    for (const NavigationPoint& point : points) {
        pugi::xml_node item = append(list, "li");
        set(append(item, "a", point.label), "href", point.reference);
        if (!point.children.empty()) append_list(item, point.children);
    }
}

void append_points(pugi::xml_node parent, const std::vector<NavigationPoint>& points, int& order) {
    for (const NavigationPoint& point : points) {
        pugi::xml_node element = append(parent, "navPoint");
        ++order;
        set(element, "id", fmt::format("point-{}", order));
        set(element, "playOrder", fmt::to_string(order));
        append(append(element, "navLabel"), "text", point.label);
        set(append(element, "content"), "src", point.reference);
        append_points(element, point.children, order);
    }
}

int depth_of(const std::vector<NavigationPoint>& points) {
    int depth = 0;
    for (const NavigationPoint& point : points) depth = std::max(depth, 1 + depth_of(point.children));
    return depth;
}

void append_meta(pugi::xml_node head, const char* name, std::string_view content) {
    pugi::xml_node meta = append(head, "meta");
    set(meta, "name", name);
    set(meta, "content", content);
}

}  // namespace

std::vector<NavigationPoint> navigation(const Document& document, const Layout& layout, const Publication& publication,
                                        int depth) {
    std::vector<NavigationPoint> points = points_of(outline(document), layout, depth);
    points.insert(points.begin(), {publication.title, layout.chapters.front().file, {}});
    return points;
}

std::string navigation_document(const std::vector<NavigationPoint>& points, const std::vector<Landmark>& landmarks,
                                const Publication& publication) {
    pugi::xml_document document;
    pugi::xml_node body = start_page(document, {publication.title, publication.language, publication.direction});
    pugi::xml_node contents = append(body, "nav");
    set(contents, "epub:type", "toc");
    set(contents, "role", "doc-toc");
    set(contents, "id", "toc");
    set(contents, "aria-label", publication.title);
    append_list(contents, points);

    pugi::xml_node places = append(body, "nav");
    set(places, "epub:type", "landmarks");
    set(places, "id", "landmarks");
    set(places, "hidden", "hidden");
    pugi::xml_node list = append(places, "ol");
    for (const Landmark& landmark : landmarks) {
        pugi::xml_node link = append(append(list, "li"), "a", publication.title);
        set(link, "epub:type", landmark.type);
        set(link, "href", landmark.file);
    }
    return finish_page(document);
}

std::string ncx(const std::vector<NavigationPoint>& points, const Publication& publication) {
    pugi::xml_document document;
    pugi::xml_node root = append(document, "ncx");
    set(root, "xmlns", "http://www.daisy.org/z3986/2005/ncx/");
    set(root, "version", "2005-1");
    set(root, "xml:lang", publication.language);
    pugi::xml_node head = append(root, "head");
    append_meta(head, "dtb:uid", publication.identifier);
    append_meta(head, "dtb:depth", fmt::to_string(depth_of(points)));
    append_meta(head, "dtb:totalPageCount", "0");
    append_meta(head, "dtb:maxPageNumber", "0");
    append(append(root, "docTitle"), "text", publication.title);
    int order = 0;
    append_points(append(root, "navMap"), points, order);
    return package::serialize(document);
}

}  // namespace offprint::epub
