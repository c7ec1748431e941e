#include "reader/encryption.hpp"

#include <array>
#include <pugixml.hpp>
#include <unordered_set>

#include "offprint/error.hpp"
#include "reader/xhtml.hpp"

namespace offprint::epub {

namespace {

struct Protection {
    const char* file;
    const char* name;
};
constexpr std::array protections{
    Protection{"META-INF/license.lcpl", "Readium LCP"},
    Protection{"META-INF/sinf.xml", "Apple FairPlay"},
    Protection{"META-INF/rights.xml", "Adobe ADEPT"},
};

bool is_obfuscation(std::string_view algorithm) {
    return algorithm == "http://www.idpf.org/2008/embedding" || algorithm == "http://ns.adobe.com/pdf/enc#RC";
}

pugi::xml_node child_named(pugi::xml_node parent, std::string_view name) {
    for (const pugi::xml_node child : parent.children())
        if (local_name(child.name()) == name) return child;
    return {};
}

std::unordered_set<std::string> encrypted_files(const std::string& encryption) {
    pugi::xml_document tree;
    tree.load_buffer(encryption.data(), encryption.size());
    std::unordered_set<std::string> paths;
    for (const pugi::xml_node data : tree.document_element().children()) {
        if (local_name(data.name()) != "EncryptedData") continue;
        if (is_obfuscation(child_named(data, "EncryptionMethod").attribute("Algorithm").value())) continue;
        const pugi::xml_node reference = child_named(child_named(data, "CipherData"), "CipherReference");
        paths.insert(resolve_path("", reference.attribute("URI").value()));
    }
    return paths;
}

const char* protection_of(const Archive& archive) {
    for (const Protection& protection : protections)
        if (archive.has(protection.file)) return protection.name;
    return "its files are encrypted";
}

}  // namespace

void refuse_encrypted(Archive& archive, const std::vector<std::string>& texts) {
    const std::optional<std::string> encryption = archive.unpack("META-INF/encryption.xml");
    if (!encryption) return;
    const std::unordered_set<std::string> encrypted = encrypted_files(*encryption);
    for (const std::string& text : texts)
        if (encrypted.contains(text))
            throw Error(ErrorCode::malformed_input, std::string("this book is protected against copying (") +
                                                        protection_of(archive) + ") and cannot be read");
}

}  // namespace offprint::epub
