/* Everything in offprint.h, from C: what the header promises holds without a line of C++. */
#include <offprint.h>
#include <stdio.h>
#include <string.h>

static int failures = 0;

#define CHECK(condition)                                                    \
    do {                                                                    \
        if (!(condition)) {                                                 \
            fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition); \
            ++failures;                                                     \
        }                                                                   \
    } while (0)

static void count_diagnostic(void* user_data, const offprint_diagnostic* diagnostic) {
    CHECK(diagnostic->code[0] != '\0' && diagnostic->message[0] != '\0');
    CHECK(strcmp(diagnostic->input, "tide.html") == 0 || diagnostic->input[0] == '\0');
    ++*(int*)user_data;
}

static void count_stage(void* user_data, const char* stage) {
    CHECK(stage[0] != '\0');
    ++*(int*)user_data;
}

static void convert(const offprint_registry* registry) {
    static const char page[] =
        "<html lang=en><title>Tide</title><h1>Tide</h1><p>High water.<img src=gone.png></p></html>";
    offprint_conversion* conversion = offprint_conversion_new(registry);
    offprint_bytes* json = NULL;
    offprint_bytes* book = NULL;
    int diagnostics = 0;
    int stages = 0;
    CHECK(offprint_conversion_on_diagnostic(conversion, count_diagnostic, &diagnostics) == OFFPRINT_OK);
    CHECK(offprint_conversion_on_progress(conversion, count_stage, &stages) == OFFPRINT_OK);
    CHECK(offprint_conversion_set_option(conversion, "to", "json") == OFFPRINT_OK);
    CHECK(offprint_conversion_add_bytes(conversion, page, sizeof page - 1, "tide.html", NULL) == OFFPRINT_OK);
    CHECK(offprint_conversion_write_bytes(conversion, &json) == OFFPRINT_OK);
    CHECK(diagnostics > 0 && stages >= 2);
    CHECK(strlen(offprint_bytes_data(json)) == offprint_bytes_size(json));
    CHECK(strstr(offprint_bytes_data(json), "High water.") != NULL);

    CHECK(offprint_conversion_set_option(conversion, "to", "epub") == OFFPRINT_OK);
    CHECK(offprint_conversion_add_bytes(conversion, offprint_bytes_data(json), offprint_bytes_size(json), "tide.json",
                                        NULL) == OFFPRINT_OK);
    CHECK(offprint_conversion_on_diagnostic(conversion, NULL, NULL) == OFFPRINT_OK);
    CHECK(offprint_conversion_write_bytes(conversion, &book) == OFFPRINT_OK);
    CHECK(memcmp(offprint_bytes_data(book), "PK", 2) == 0);
    CHECK(offprint_conversion_error(conversion) == OFFPRINT_OK);
    CHECK(offprint_conversion_error_message(conversion)[0] == '\0');
    offprint_bytes_free(json);
    offprint_bytes_free(book);
    offprint_conversion_free(conversion);
}

int main(void) {
    offprint_registry* registry = offprint_registry_new(NULL, OFFPRINT_SEARCH_INSTALLED);
    offprint_bytes* formats = offprint_registry_describe(registry);
    CHECK(strstr(offprint_bytes_data(formats), "\"epub\"") != NULL);
    offprint_bytes_free(formats);
    CHECK(strchr(offprint_version(), '.') != NULL);
    CHECK(strcmp(offprint_status_name(OFFPRINT_ERROR_MALFORMED_INPUT), "malformed-input") == 0);
    convert(registry);
    offprint_registry_free(registry);
    return failures == 0 ? 0 : 1;
}
