#include "containers/mhtml.hpp"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "containers/mime.hpp"
#include "offprint/error.hpp"
#include "offprint/text.hpp"
#include "offprint/url.hpp"

namespace offprint::html {

namespace {

constexpr int deepest_multipart = 4;
constexpr std::size_t looked_at = 8 * 1024;

bool is_page(const MimeEntity& entity) {
    const std::string type = entity.type();
    return type == "text/html" || type == "application/xhtml+xml";
}

/// An address as a header field has it: folded, between angle brackets, or a Windows path.
std::string clean_address(std::string address) {
    std::erase_if(address, [](char c) { return c == ' ' || c == '\t' || c == '<' || c == '>'; });
    if (url_scheme(address) == "file") std::replace(address.begin(), address.end(), '\\', '/');
    return address;
}

/// The single parts of a message, those of nested multiparts included.
class PartList {
public:
    explicit PartList(Context& context) : context_(context) {}

    void add(const MimeEntity& entity, int depth = 0) {
        if (!entity.type().starts_with("multipart/")) return parts_.push_back(entity);
        const std::string boundary = entity.type_parameter("boundary");
        if (boundary.empty() || depth == deepest_multipart) return report_left_out();
        MultipartCursor cursor(entity.body, boundary);
        while (const std::optional<std::string_view> part = cursor.next()) {
            context_.checkpoint();
            if (parts_.size() > Container::most_parts) return report_left_out();
            add(MimeEntity(*part), depth + 1);
        }
        if (cursor.cut_off())
            context_.report(Severity::warning, "html.container-cut",
                            "the file ends before its last part does; pictures may be missing");
    }

    const std::vector<MimeEntity>& parts() const { return parts_; }

private:
    void report_left_out() {
        context_.report(Severity::warning, "html.parts-left-out",
                        "the file has more than 10000 parts, or parts within parts that cannot be told apart; they "
                        "were left out");
    }

    Context& context_;
    std::vector<MimeEntity> parts_;
};

const MimeEntity* find_page(const std::vector<MimeEntity>& parts, const std::string& start) {
    const MimeEntity* first = nullptr;
    for (const MimeEntity& part : parts) {
        if (!is_page(part)) continue;
        if (!start.empty() && clean_address(part.field("content-id")) == start) return &part;
        if (first == nullptr) first = &part;
    }
    return first;
}

std::string address_of_page(const MimeEntity& message, const MimeEntity& page) {
    std::string address = clean_address(page.field("content-location"));
    if (address.empty()) address = clean_address(message.field("snapshot-content-location"));
    if (address.empty()) address = clean_address(message.field("content-location"));
    return resolve_url(Container::unknown_place, address);
}

}  // namespace

ProbeResult mhtml_probe(std::string_view head) {
    const MimeEntity message(head.substr(0, looked_at));
    const std::size_t name = message.header.find_first_of(": \t\r\n<");
    if (name == std::string_view::npos || message.header[name] != ':') return ProbeResult::no;
    const std::string type = message.type();
    if (type == "multipart/related" || !message.field("snapshot-content-location").empty()) return ProbeResult::certain;
    const bool is_message = type.starts_with("multipart/") || type == "text/html";
    return is_message && !message.field("mime-version").empty() ? ProbeResult::likely : ProbeResult::no;
}

Container open_mhtml(std::string bytes, Context& context) {
    const auto shared = std::make_shared<const std::string>(std::move(bytes));
    const MimeEntity message(*shared);
    PartList list(context);
    list.add(message);
    const MimeEntity* page = find_page(list.parts(), clean_address(message.type_parameter("start")));
    if (page == nullptr) throw Error(ErrorCode::malformed_input, "this MHTML file holds no page");
    Container container;
    container.page = page->decoded().value_or(std::string());
    container.charset = page->type_parameter("charset");
    container.address = address_of_page(message, *page);
    for (const MimeEntity& part : list.parts()) {
        if (&part == page) continue;
        const Part unpack = [shared, part](std::uint64_t max_bytes) {
            std::optional<std::string> unpacked = part.decoded();
            return unpacked && unpacked->size() <= max_bytes ? std::move(unpacked) : std::nullopt;
        };
        if (const std::string id = clean_address(part.field("content-id")); !id.empty())
            container.add("cid:" + percent_decode(id), unpack, context);
        if (const std::string location = clean_address(part.field("content-location")); !location.empty())
            container.add(percent_decode(resolve_url(container.address, location)), unpack, context);
    }
    return container;
}

}  // namespace offprint::html
