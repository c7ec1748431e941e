#include "containers/web_archive.hpp"

#include <memory>
#include <pugixml.hpp>
#include <utility>

#include "containers/property_list.hpp"
#include "offprint/error.hpp"
#include "offprint/text.hpp"
#include "offprint/url.hpp"

namespace offprint::html {

namespace {

constexpr std::string_view main_resource = "WebMainResource";
constexpr std::string_view subresources = "WebSubresources";
constexpr std::string_view resource_data = "WebResourceData";
constexpr std::string_view resource_url = "WebResourceURL";
constexpr std::string_view resource_encoding = "WebResourceTextEncodingName";

[[noreturn]] void refuse() {
    throw Error(ErrorCode::malformed_input, "this web archive holds no page");
}

bool is_xml(std::string_view head) {
    constexpr std::size_t looked_at = 1024;
    const std::string_view start = trim(head.substr(0, looked_at));
    return start.starts_with('<') && start.find("<plist") != std::string_view::npos;
}

std::string address_of_page(std::string_view url) {
    return resolve_url(Container::unknown_place, url);
}

std::string address_of_part(const Container& container, std::string_view url) {
    return percent_decode(resolve_url(container.address, url));
}

Container open_binary(std::string bytes, Context& context) {
    const auto shared = std::make_shared<const std::string>(std::move(bytes));
    const std::optional<PropertyList> list = PropertyList::open(*shared);
    if (!list) refuse();
    const auto value = [&](PropertyList::Reference resource, std::string_view key) {
        const std::optional<PropertyList::Reference> found = list->value(resource, key);
        return found ? list->bytes(*found) : std::string_view();
    };
    const std::optional<PropertyList::Reference> page = list->value(list->top(), main_resource);
    if (!page) refuse();
    Container container;
    container.page = value(*page, resource_data);
    container.charset = value(*page, resource_encoding);
    container.address = address_of_page(value(*page, resource_url));
    const std::optional<PropertyList::Reference> parts = list->value(list->top(), subresources);
    for (std::uint64_t i = 0; parts && i < list->size(*parts) && container.parts.size() <= Container::most_parts; ++i) {
        context.checkpoint();
        const std::optional<PropertyList::Reference> part = list->element(*parts, i);
        if (!part) break;  // the file is shorter than the array claims to be
        const std::string_view data = value(*part, resource_data);
        container.add(
            address_of_part(container, value(*part, resource_url)),
            [shared, data](std::uint64_t max_bytes) {
                return data.size() <= max_bytes ? std::optional(std::string(data)) : std::nullopt;
            },
            context);
    }
    return container;
}

/// The element behind `<key>name</key>`.
pugi::xml_node value_of(pugi::xml_node dictionary, std::string_view name) {
    for (const pugi::xml_node key : dictionary.children("key"))
        if (name == key.child_value()) return key.next_sibling();
    return {};
}

std::optional<std::string> decode_data(std::string_view base64) {
    std::string bytes = "data:;base64," + std::string(base64);
    if (!decode_data_url(bytes)) return std::nullopt;
    return bytes;
}

Container open_xml(std::string bytes, Context& context) {
    const auto shared = std::make_shared<std::string>(std::move(bytes));
    const auto document = std::make_shared<pugi::xml_document>();
    document->load_buffer_inplace(shared->data(), shared->size());  // of a damaged one, what there is
    const pugi::xml_node archive = document->child("plist").child("dict");
    const pugi::xml_node page = value_of(archive, main_resource);
    if (!page) refuse();
    Container container;
    container.page = decode_data(value_of(page, resource_data).child_value()).value_or(std::string());
    container.charset = value_of(page, resource_encoding).child_value();
    container.address = address_of_page(value_of(page, resource_url).child_value());
    for (const pugi::xml_node part : value_of(archive, subresources).children("dict")) {
        context.checkpoint();
        const std::string_view data = value_of(part, resource_data).child_value();
        container.add(
            address_of_part(container, value_of(part, resource_url).child_value()),
            [shared, document, data](std::uint64_t max_bytes) {
                std::optional<std::string> unpacked = decode_data(data);
                return unpacked && unpacked->size() <= max_bytes ? std::move(unpacked) : std::nullopt;
            },
            context);
    }
    return container;
}

}  // namespace

ProbeResult web_archive_probe(std::string_view head) {
    if (!head.starts_with("bplist") && !is_xml(head)) return ProbeResult::no;
    return head.find(main_resource) != std::string_view::npos ? ProbeResult::certain : ProbeResult::likely;
}

Container open_web_archive(std::string bytes, Context& context) {
    const bool is_binary = std::string_view(bytes).starts_with("bplist");
    Container container = is_binary ? open_binary(std::move(bytes), context) : open_xml(std::move(bytes), context);
    if (container.page.empty()) refuse();
    return container;
}

}  // namespace offprint::html
