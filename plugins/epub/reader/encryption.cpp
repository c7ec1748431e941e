#include "reader/encryption.hpp"

#include <array>
#include <string_view>
#include <unordered_set>

#include "offprint/error.hpp"
#include "package/xml_document.hpp"

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

/// The files that nothing but a key opens. An algorithm stands before the file that it is for.
std::unordered_set<std::string> encrypted_files(const ocf::XmlDocument& encryption) {
    std::unordered_set<std::string> paths;
    std::string_view algorithm;
    for (const ocf::XmlElement& element : encryption.elements) {
        if (element.name == "EncryptedData") algorithm = {};
        if (element.name == "EncryptionMethod") algorithm = element.value("Algorithm");
        if (element.name == "CipherReference" && !is_obfuscation(algorithm))
            paths.insert(ocf::resolve_path({}, element.value("URI")).value_or(""));
    }
    return paths;
}

const char* protection_of(const ocf::Container& container) {
    for (const Protection& protection : protections)
        if (container.has(protection.file)) return protection.name;
    return "its files are encrypted";
}

}  // namespace

void refuse_encrypted(ocf::Container& container, const std::vector<std::string>& texts, Context& context) {
    const std::optional<std::string> encryption = container.read(std::string(ocf::encryption_path));
    if (!encryption) return;
    const std::unordered_set<std::string> encrypted = encrypted_files(ocf::parse_xml(*encryption, context));
    for (const std::string& text : texts)
        if (encrypted.contains(text))
            throw Error(ErrorCode::malformed_input, std::string("this book is protected against copying (") +
                                                        protection_of(container) + ") and cannot be read");
}

}  // namespace offprint::epub
