#include "c_api/bytes.hpp"

const char* offprint_bytes_data(const offprint_bytes* bytes) {
    return bytes == nullptr ? nullptr : bytes->content.c_str();
}

size_t offprint_bytes_size(const offprint_bytes* bytes) {
    return bytes == nullptr ? 0 : bytes->content.size();
}

void offprint_bytes_free(offprint_bytes* bytes) {
    delete bytes;
}
