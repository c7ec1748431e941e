#include "package/package.hpp"

#include <algorithm>
#include <utility>

#include "offprint/text.hpp"
#include "offprint/url.hpp"

namespace offprint::epub::ocf {

namespace {

constexpr std::string_view space = " \t\r\n";

void read_items(Package& package) {
    if (package.manifest == nullptr) return;
    for (const XmlElement* element : package.xml.children(*package.manifest)) {
        if (!element->is(opf_namespace, "item")) continue;
        PackageItem item{element, element->value("id"), element->value("href"), element->value("media-type"), {}};
        const bool is_usable = !item.id.empty() && !item.href.empty() && item.href.find('#') == std::string_view::npos;
        if (is_usable && url_scheme(item.href).empty()) item.path = resolve_path(package.path, item.href).value_or("");
        package.items.push_back(std::move(item));
    }
    for (const PackageItem& item : package.items) {
        package.by_id.emplace(item.id, &item);
        if (!item.path.empty()) package.by_path.emplace(item.path, &item);
    }
}

void read_reading_order(Package& package) {
    if (package.spine == nullptr) return;
    for (const XmlElement* element : package.xml.children(*package.spine)) {
        if (!element->is(opf_namespace, "itemref")) continue;
        const auto found = package.by_id.find(element->value("idref"));
        package.reading_order.push_back(
            {element, found == package.by_id.end() ? nullptr : found->second, element->value("linear") != "no"});
    }
}

}  // namespace

bool PackageItem::has(std::string_view property) const {
    return has_word(element->value("properties"), property);
}

const PackageItem* Package::with_property(std::string_view property) const {
    const auto found =
        std::find_if(items.begin(), items.end(), [&](const PackageItem& item) { return item.has(property); });
    return found == items.end() ? nullptr : &*found;
}

const PackageItem* Package::ncx() const {
    if (spine == nullptr) return nullptr;
    const auto found = by_id.find(spine->value("toc"));
    return found == by_id.end() || found->second->media_type != ncx_media_type ? nullptr : found->second;
}

std::vector<std::string> package_paths(const XmlDocument& container) {
    std::vector<std::string> paths;
    for (const XmlElement& element : container.elements)
        if (element.is(ocf_namespace, "rootfile") && element.value("media-type") == package_media_type)
            paths.push_back(percent_decode(element.value("full-path")));
    return paths;
}

Package parse_package(std::string path, std::string_view bytes, Context& context) {
    Package package;
    package.path = std::move(path);
    package.xml = parse_xml(bytes, context);
    const XmlElement* root = package.xml.root();
    if (root == nullptr) return package;
    package.metadata = package.xml.child(*root, opf_namespace, "metadata");
    package.manifest = package.xml.child(*root, opf_namespace, "manifest");
    package.spine = package.xml.child(*root, opf_namespace, "spine");
    package.guide = package.xml.child(*root, opf_namespace, "guide");
    read_items(package);
    read_reading_order(package);
    return package;
}

std::vector<std::string_view> split_words(std::string_view list) {
    std::vector<std::string_view> words;
    for (std::size_t begin = list.find_first_not_of(space); begin != std::string_view::npos;
         begin = list.find_first_not_of(space, begin)) {
        const std::size_t end = std::min(list.find_first_of(space, begin), list.size());
        words.push_back(list.substr(begin, end - begin));
        begin = end;
    }
    return words;
}

bool has_word(std::string_view list, std::string_view word) {
    const auto is_end = [&](std::size_t i) {
        return i >= list.size() || space.find(list[i]) != std::string_view::npos;
    };
    for (std::size_t i = list.find(word); i != std::string_view::npos && !word.empty(); i = list.find(word, i + 1))
        if ((i == 0 || is_end(i - 1)) && is_end(i + word.size())) return true;
    return false;
}

}  // namespace offprint::epub::ocf
