/* Reads a page with one picture in base64, decodes that, deflates the rest with libdeflate at the level of our
 * archives, and writes both to a file, no more: the floor that a conversion of such a page stands on. */
#include <libdeflate.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { compression_level = 6 };

static char* read_file(const char* name, size_t* size) {
    FILE* file = fopen(name, "rb");
    if (!file) return NULL;
    fseek(file, 0, SEEK_END);
    *size = (size_t)ftell(file);
    rewind(file);
    char* text = malloc(*size + 1);
    if (text && fread(text, 1, *size, file) != *size) return NULL;
    if (text) text[*size] = '\0';
    fclose(file);
    return text;
}

/* Four characters at a time; the number of bytes. */
static size_t decode(const char* code, size_t length, unsigned char* bytes) {
    static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    unsigned char values[256] = {0};
    for (unsigned i = 0; i < 64; ++i) values[(unsigned char)alphabet[i]] = (unsigned char)i;
    const unsigned char* at = (const unsigned char*)code;
    unsigned char* end = bytes;
    for (size_t i = 0; i + 4 <= length; i += 4, at += 4) {
        const uint32_t bits = (uint32_t)values[at[0]] << 18 | (uint32_t)values[at[1]] << 12 |
                              (uint32_t)values[at[2]] << 6 | values[at[3]];
        *end++ = (unsigned char)(bits >> 16);
        *end++ = (unsigned char)(bits >> 8);
        *end++ = (unsigned char)bits;
    }
    return (size_t)(end - bytes) - (length > 1 && code[length - 1] == '=') - (length > 2 && code[length - 2] == '=');
}

static int deflate_to(FILE* output, struct libdeflate_compressor* compressor, const char* text, size_t size) {
    const size_t room = libdeflate_deflate_compress_bound(compressor, size);
    void* deflated = malloc(room);
    if (!deflated) return 0;
    const size_t made = libdeflate_deflate_compress(compressor, text, size, deflated, room);
    const int written = made > 0 && fwrite(deflated, 1, made, output) == made;
    free(deflated);
    return written;
}

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    size_t size = 0;
    char* page = read_file(argv[1], &size);
    FILE* output = fopen(argv[2], "wb");
    struct libdeflate_compressor* compressor = libdeflate_alloc_compressor(compression_level);
    if (!page || !output || !compressor) return 1;
    const char* mark = strstr(page, ";base64,");
    if (!mark) return 1;
    const char* code = mark + strlen(";base64,");
    const char* after = memchr(code, '"', size - (size_t)(code - page));
    if (!after) return 1;
    const size_t length = (size_t)(after - code);

    unsigned char* picture = malloc(length / 4 * 3 + 3);
    if (!picture) return 1;
    const size_t decoded = decode(code, length, picture);
    const int written = fwrite(picture, 1, decoded, output) == decoded &&
                        deflate_to(output, compressor, page, (size_t)(code - page)) &&
                        deflate_to(output, compressor, after, size - (size_t)(after - page));
    const int closed = fclose(output) == 0;
    free(picture);
    free(page);
    libdeflate_free_compressor(compressor);
    return written && closed ? 0 : 1;
}
