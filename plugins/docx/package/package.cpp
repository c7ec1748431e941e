#include "package/package.hpp"

#include <utility>

#include "offprint/error.hpp"
#include "offprint/limits.hpp"
#include "offprint/text.hpp"
#include "offprint/url.hpp"
#include "package/element.hpp"

namespace offprint::docx {

namespace {

/// Text in UTF-16, as the directory of a compound file spells the names of streams.
std::string wide(std::string_view ascii) {
    std::string text;
    for (const char c : ascii) text.append({c, '\0'});
    return text;
}

/// What bytes that are no ZIP archive are.
[[noreturn]] void refuse(std::string_view bytes) {
    if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) {
        if (bytes.find(wide("EncryptedPackage")) != std::string_view::npos)
            throw Error(ErrorCode::malformed_input, "this Word file is encrypted; save it without a password");
        throw Error(ErrorCode::malformed_input,
                    "this is a file of Word 97 to 2003 (.doc); save it as .docx with Word or LibreOffice");
    }
    if (bytes.starts_with("{\\rtf"))
        throw Error(ErrorCode::malformed_input, "this is Rich Text Format (.rtf); save it as .docx");
    throw Error(ErrorCode::malformed_input, "this is no Word file: it is no ZIP archive, as a .docx is");
}

std::string checked(std::string bytes) {
    if (!bytes.starts_with("PK")) refuse(bytes);
    return bytes;
}

/// A part's name as `Package` keeps it: without a leading slash, percent-decoded, in lower case.
std::string key_of(std::string_view name) {
    if (name.starts_with('/')) name.remove_prefix(1);
    return to_lower_ascii(percent_decode(name));
}

/// The name that `target` means in the part `source` (RFC 3986, section 5.2); a path that leads out of the package ends
/// at its root.
std::string resolve(std::string_view source, std::string_view target) {
    target = target.substr(0, target.find('#'));
    std::string path = target.starts_with('/') ? std::string() : std::string(source.substr(0, source.rfind('/') + 1));
    path += target;
    std::string resolved;
    for (std::size_t begin = 0; begin <= path.size();) {
        const std::size_t end = std::min(path.find_first_of("/\\", begin), path.size());
        const std::string_view segment = std::string_view(path).substr(begin, end - begin);
        begin = end + 1;
        if (segment.empty() || segment == ".") continue;
        if (segment == "..") {
            const std::size_t last = resolved.rfind('/');
            resolved.erase(last == std::string::npos ? 0 : last);
            continue;
        }
        if (!resolved.empty()) resolved += '/';
        resolved += segment;
    }
    return resolved;
}

}  // namespace

void PartRelationships::add(std::string id, Relationship relationship) {
    by_id_.emplace(std::move(id), std::move(relationship));
}

const Relationship* PartRelationships::find(std::string_view id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : &found->second;
}

const Relationship* PartRelationships::of_type(std::string_view type) const {
    for (const auto& [id, relationship] : by_id_)
        if (relationship.type == type && !relationship.is_external) return &relationship;
    return nullptr;
}

Package::Package(std::string bytes, Context& context)
    : context_(context), zip_(checked(std::move(bytes)), context.limits().resource_bytes) {
    for (std::uint64_t i = 0; i < zip_.size(); ++i) {
        context.checkpoint();
        if (const std::string name = zip_.name(i); !name.empty()) by_name_.emplace(key_of(name), i);
    }
}

bool Package::has(std::string_view name) const {
    return by_name_.contains(key_of(name));
}

std::optional<std::string> Package::read(std::string_view name) {
    const auto found = by_name_.find(key_of(name));
    if (found == by_name_.end()) return std::nullopt;
    std::optional<std::string> bytes = zip_.unpack(found->second, context_.limits().input_bytes);
    if (!zip_.exceeded()) return bytes;
    const bool is_too_large = zip_.entry(found->second).size > context_.limits().input_bytes;
    throw_limit(context_.limits(), is_too_large ? &Limits::input_bytes : &Limits::resource_bytes);
}

std::optional<XmlPart> Package::read_xml(const std::string& name) {
    std::optional<std::string> bytes = read(name);
    if (!bytes) return std::nullopt;
    return XmlPart(std::move(*bytes), name, context_);
}

PartRelationships Package::relationships_of(std::string_view name) {
    const std::size_t file = name.rfind('/') + 1;  // npos + 1 == 0
    std::string part(name.substr(0, file));
    part.append("_rels/").append(name.substr(file)).append(".rels");
    PartRelationships relationships;
    const std::optional<XmlPart> xml = read_xml(part);
    if (!xml) return relationships;
    for (const pugi::xml_node element : xml->root().children()) {
        context_.checkpoint();
        if (name_of(element) != "rel:Relationship") continue;
        const std::string_view type = element.attribute("Type").value();
        Relationship relationship;
        relationship.type = type.substr(type.rfind('/') + 1);
        relationship.is_external = std::string_view(element.attribute("TargetMode").value()) == "External";
        const std::string_view target = element.attribute("Target").value();
        relationship.target = relationship.is_external ? std::string(target) : resolve(name, target);
        relationships.add(element.attribute("Id").value(), std::move(relationship));
    }
    return relationships;
}

void Package::read_content_types() {
    knows_types_ = true;
    const std::optional<XmlPart> xml = read_xml("[Content_Types].xml");
    if (!xml) return;
    for (const pugi::xml_node element : xml->root().children()) {
        const std::string type = element.attribute("ContentType").value();
        if (name_of(element) == "ct:Override")
            types_by_name_.emplace(key_of(element.attribute("PartName").value()), type);
        else if (name_of(element) == "ct:Default")
            types_by_extension_.emplace(to_lower_ascii(element.attribute("Extension").value()), type);
    }
}

std::string Package::content_type(std::string_view name) {
    if (!knows_types_) read_content_types();
    const std::string key = key_of(name);
    if (const auto found = types_by_name_.find(key); found != types_by_name_.end()) return found->second;
    const auto found = types_by_extension_.find(key.substr(key.rfind('.') + 1));
    return found == types_by_extension_.end() ? std::string() : found->second;
}

}  // namespace offprint::docx
