/* convert_c IN OUT [OPTION=VALUE...]: one conversion with the options of the program, `profile=kindle` for example. */
#include <offprint.h>
#include <stdio.h>
#include <string.h>

static void print_diagnostic(void* user_data, const offprint_diagnostic* diagnostic) {
    (void)user_data;
    printf("%s: %s: %s\n", diagnostic->input, diagnostic->code, diagnostic->message);
}

/* Sets "NAME=VALUE", which it takes apart. */
static offprint_status set_option(offprint_conversion* conversion, char* assignment) {
    char* value = strchr(assignment, '=');
    if (value == NULL) return offprint_conversion_set_option(conversion, assignment, "true");
    *value++ = '\0';
    return offprint_conversion_set_option(conversion, assignment, value);
}

int main(int argc, char** argv) {
    offprint_registry* registry;
    offprint_conversion* conversion;
    offprint_status status;
    int i;
    if (argc < 3) {
        fputs("usage: convert_c IN OUT [OPTION=VALUE...]\n", stderr);
        return 2;
    }
    registry = offprint_registry_new(NULL, OFFPRINT_SEARCH_INSTALLED);
    conversion = offprint_conversion_new(registry);
    status = offprint_conversion_on_diagnostic(conversion, print_diagnostic, NULL);
    for (i = 3; i < argc && status == OFFPRINT_OK; ++i) status = set_option(conversion, argv[i]);
    if (status == OFFPRINT_OK) status = offprint_conversion_add_file(conversion, argv[1]);
    if (status == OFFPRINT_OK) status = offprint_conversion_write_file(conversion, argv[2]);
    if (status == OFFPRINT_OK)
        printf("offprint %s wrote %s\n", offprint_version(), argv[2]);
    else
        fprintf(stderr, "%s: %s\n", offprint_status_name(status), offprint_conversion_error_message(conversion));
    offprint_conversion_free(conversion);
    offprint_registry_free(registry);
    return status == OFFPRINT_OK ? 0 : 1;
}
