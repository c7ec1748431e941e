/* Offprint for C, and for every language that can call C: articles from file or memory become e-books, Word files or
 * JSON in file or memory. Thread safety: rule 6.
 *
 * Rules
 *  1. This interface is the one whose binary form is kept: within a SONAME functions are added, never changed or taken
 *     away. Members may be added at the end of `offprint_diagnostic`, which only the library makes, and enumerators at
 *     the end of an enumeration.
 *  2. Handles are opaque. What a function named `..._new`, or one that fills in an `offprint_bytes**`, gave belongs to
 *     the caller, who ends it with the `..._free` of its type. Freeing NULL does nothing.
 *  3. What goes in is copied before the function returns, but for callbacks and their `user_data`. A `const char*` that
 *     comes out belongs to the handle that it was asked of and lives until the next call with that handle.
 *  4. Text is UTF-8 and ends with a zero byte; names of files are what the system takes. What comes with a size may
 *     hold any bytes.
 *  5. What can fail returns an `offprint_status`; the conversion keeps it, and a line that says what happened, where
 *     and what to do, until its next call. A NULL where none is allowed is OFFPRINT_ERROR_USAGE, no crash. Functions
 *     that return a handle return NULL when there is no memory.
 *  6. A registry may be used by any number of threads at once. A conversion, and bytes, by one at a time; only
 *     `offprint_conversion_cancel` may be called from any other while one runs.
 *  7. Callbacks are called on the thread that runs the conversion, while it runs. They return, without longjmp or an
 *     exception, and call nothing of that conversion but `offprint_conversion_cancel`.
 *  8. Options have the names that the program has them by (`offprint --help`), without dashes; `--NAME` and `--no-NAME`
 *     are the values "true" and "false" of NAME.
 *  9. A document crosses as JSON (docs/json.md): convert to the format "json", change what came out, convert from it.
 *     The way over JSON loses nothing.
 * 10. No exception leaves the library; it prints nothing, ends no process, installs no signal handler, reads no locale,
 *     no clock but for a limit of time that was set, and no variable of the environment but OFFPRINT_PLUGIN_PATH, and
 *     this only if it is asked to. Two registries share nothing but the code of plugins, which stays loaded.
 */
#ifndef OFFPRINT_H
#define OFFPRINT_H

#include <stddef.h>
#include <stdint.h>

#ifndef OFFPRINT_API
#define OFFPRINT_API __attribute__((visibility("default")))
#endif

#ifdef __cplusplus
extern "C" {
#endif

/** How a call went. */
typedef enum offprint_status {
    OFFPRINT_OK = 0,
    OFFPRINT_ERROR_USAGE = 1,           /**< the caller asked for something that makes no sense */
    OFFPRINT_ERROR_INPUT = 2,           /**< the input cannot be opened or read */
    OFFPRINT_ERROR_MALFORMED_INPUT = 3, /**< the input was read but is not what it should be */
    OFFPRINT_ERROR_OUTPUT = 4,          /**< the target cannot be created, written or renamed */
    OFFPRINT_ERROR_LIMIT_EXCEEDED = 5,  /**< a limit was hit, or there is not enough memory */
    OFFPRINT_ERROR_PLUGIN_MISSING = 6,  /**< no plugin offers the wanted format */
    OFFPRINT_ERROR_PLUGIN_REFUSED = 7,  /**< a plugin was found but cannot be used here */
    OFFPRINT_ERROR_PLUGIN_FAILED = 8,   /**< a plugin broke its contract */
    OFFPRINT_ERROR_CANCELLED = 9        /**< see `offprint_conversion_cancel` */
} offprint_status;

/** How grave a diagnostic is. */
typedef enum offprint_severity {
    OFFPRINT_INFO = 0,    /**< a choice that was made */
    OFFPRINT_WARNING = 1, /**< something of the author's was lost, replaced or guessed */
    OFFPRINT_ERROR = 2    /**< of checks only */
} offprint_severity;

/** Something that a conversion has to say without failing. Lives as long as the callback runs. */
typedef struct offprint_diagnostic {
    offprint_severity severity;
    const char* code;    /**< stable, listed in docs/diagnostics.md: "image.missing" */
    const char* message; /**< one line of English, which may change */
    const char* input;   /**< name of the input that it is about; empty for one without a name and for the output */
    uint64_t begin;      /**< half-open range of byte offsets in the input; both 0 if it is not known */
    uint64_t end;
} offprint_diagnostic;

/** The plugins of some folders. */
typedef struct offprint_registry offprint_registry;

/** Options, inputs and callbacks of a conversion, and how the last call went. */
typedef struct offprint_conversion offprint_conversion;

/** Bytes that the library made. */
typedef struct offprint_bytes offprint_bytes;

/** Called for each diagnostic, of one code for the first 100. */
typedef void (*offprint_diagnostic_callback)(void* user_data, const offprint_diagnostic* diagnostic);

/** Called now and then with the name of what is being done: "read", "write"; readers name stages of their own. */
typedef void (*offprint_progress_callback)(void* user_data, const char* stage);

/** The version of the library that runs: "1.2.3". Lives for ever. */
OFFPRINT_API const char* offprint_version(void);

/** The stable name of a status: "ok", "malformed-input"; "unknown" for a number that is none. Lives for ever. */
OFFPRINT_API const char* offprint_status_name(offprint_status status);

/** Where a registry looks for plugins beside the folders that are named. */
typedef enum offprint_plugin_search {
    OFFPRINT_SEARCH_INSTALLED = 1,  /**< the folder beside the library */
    OFFPRINT_SEARCH_ENVIRONMENT = 2 /**< the folders in OFFPRINT_PLUGIN_PATH, which a set-uid process ignores */
} offprint_plugin_search;

/**
 * Scans folders for plugins. `directories` is a list of absolute paths, searched first and in this order, that ends
 * with NULL; NULL for none. `search` is a sum of `offprint_plugin_search`. Folders that cannot be used are told by
 * `offprint_registry_describe`. A registry may be freed before the conversions that were made with it.
 */
OFFPRINT_API offprint_registry* offprint_registry_new(const char* const* directories, unsigned search);
OFFPRINT_API void offprint_registry_free(offprint_registry* registry);

/**
 * What the registry offers, as a JSON object: "formats", each with "format", "title", "extensions", "mediaTypes",
 * "reads", "writes", "readerOptions", "writerOptions" (with "name", "type", "default", "choices", "help"), and
 * "problems", a line for each folder or plugin that cannot be used. NULL also for a registry that is NULL.
 */
OFFPRINT_API offprint_bytes* offprint_registry_describe(const offprint_registry* registry);

/** The bytes, with a zero byte behind them; NULL for NULL. They live as long as the handle. */
OFFPRINT_API const char* offprint_bytes_data(const offprint_bytes* bytes);

/** How many there are, without that zero byte; 0 for NULL. */
OFFPRINT_API size_t offprint_bytes_size(const offprint_bytes* bytes);
OFFPRINT_API void offprint_bytes_free(offprint_bytes* bytes);

/** A conversion without options and inputs; NULL also for a registry that is NULL. */
OFFPRINT_API offprint_conversion* offprint_conversion_new(const offprint_registry* registry);

/** Must not be called while the conversion runs or may still be cancelled. */
OFFPRINT_API void offprint_conversion_free(offprint_conversion* conversion);

/**
 * Sets an option for every run from now on (rule 8): those of the formats, and of the program's own
 *   from, to             formats; else by names, then by the input's content
 *   metadata             "NAME=VALUE"; adds to those that were set before
 *   limit                "NAME=VALUE", such as "time=20"; there is no limit of time unless one is set
 *   images, gray         "true" or "false"
 *   max-image, jpeg-quality, max-size
 *                        "1600x2400", "85", "25M"
 *   resource-path        a folder; adds to those that were set before
 *   fetch                "true": images may come from the network
 *   fetch-cache, fetch-timeout, fetch-allow
 *                        have an effect only together with it
 * and two that the program takes from elsewhere:
 *   media-type           of the input, as a server declared it: "text/html; charset=utf-8"
 *   source-date-epoch    seconds since 1970, for formats with a time field
 * An option that names a file is opened when the conversion runs. Fails for a name that no option has and, of the
 * program's own, for a value that it cannot have. What a format's option cannot have, and an option that neither the
 * format of the input nor that of the output has, fails when the conversion runs.
 */
OFFPRINT_API offprint_status offprint_conversion_set_option(offprint_conversion* conversion, const char* name,
                                                            const char* value);

/** The content of an option that names a file ("css", "cover"), from memory. Fails for every other option. */
OFFPRINT_API offprint_status offprint_conversion_set_file_option(offprint_conversion* conversion, const char* name,
                                                                 const void* data, size_t size);

/**
 * Adds a file to what the next run reads; it is opened then. Several inputs make one book, an article each.
 */
OFFPRINT_API offprint_status offprint_conversion_add_file(offprint_conversion* conversion, const char* path);

/**
 * Adds bytes to what the next run reads. `name` stands for them in messages, and its extension for their format;
 * `folder` is where images beside them are looked for. Both may be NULL.
 */
OFFPRINT_API offprint_status offprint_conversion_add_bytes(offprint_conversion* conversion, const void* data,
                                                           size_t size, const char* name, const char* folder);

/** Sets the callback; NULL for none. `user_data` is handed to it as it is. */
OFFPRINT_API offprint_status offprint_conversion_on_diagnostic(offprint_conversion* conversion,
                                                               offprint_diagnostic_callback callback, void* user_data);
OFFPRINT_API offprint_status offprint_conversion_on_progress(offprint_conversion* conversion,
                                                             offprint_progress_callback callback, void* user_data);

/**
 * Converts the inputs that were added to the file `path`, which appears complete or not at all; a failure leaves what
 * was there. A file that is input and target at once is replaced, when all of it has been read. However it ends, the
 * inputs are used up, while options and callbacks stay for the next run.
 */
OFFPRINT_API offprint_status offprint_conversion_write_file(offprint_conversion* conversion, const char* path);

/** The same to memory; the option "to" must be set. `*bytes` is the caller's, or NULL after a failure. */
OFFPRINT_API offprint_status offprint_conversion_write_bytes(offprint_conversion* conversion, offprint_bytes** bytes);

/**
 * Ends the run that goes on, which fails soon with OFFPRINT_ERROR_CANCELLED; if none goes on, the next one. May be
 * called from any thread and from callbacks, but not from signal handlers.
 */
OFFPRINT_API void offprint_conversion_cancel(offprint_conversion* conversion);

/** How the last call with this conversion that returned a status went. OFFPRINT_ERROR_USAGE for NULL. */
OFFPRINT_API offprint_status offprint_conversion_error(const offprint_conversion* conversion);

/** One line without a full stop: where, what, and what to do. Empty after OFFPRINT_OK. Never NULL. */
OFFPRINT_API const char* offprint_conversion_error_message(const offprint_conversion* conversion);

#ifdef __cplusplus
}
#endif

#endif
