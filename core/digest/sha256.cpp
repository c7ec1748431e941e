#include "digest/sha256.hpp"

#include <openssl/evp.h>

#include <array>

#include "offprint/error.hpp"

namespace offprint {

std::string sha256(std::string_view bytes) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1)
        throw Error(ErrorCode::plugin_failed, "libcrypto cannot compute SHA-256");
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (unsigned int i = 0; i < size; ++i) {
        text += digits[digest[i] >> 4];
        text += digits[digest[i] & 15U];
    }
    return text;
}

}  // namespace offprint
