/* Reads a file and parses it with gumbo, no more: the floor that a conversion of HTML stands on. */
#include <gumbo.h>
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char** argv) {
    FILE* file = argc == 2 ? fopen(argv[1], "rb") : NULL;
    if (!file) return 2;
    fseek(file, 0, SEEK_END);
    const long size = ftell(file);
    rewind(file);
    char* text = malloc((size_t)size + 1);
    if (!text || fread(text, 1, (size_t)size, file) != (size_t)size) return 1;
    text[size] = '\0';
    GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, text, (size_t)size);
    const int parsed = output->document->v.document.children.length > 0;
    gumbo_destroy_output(&kGumboDefaultOptions, output);
    free(text);
    fclose(file);
    return parsed ? 0 : 1;
}
