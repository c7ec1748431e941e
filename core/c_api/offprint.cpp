#include "offprint.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <new>
#include <stdexcept>

#include "c_api/bytes.hpp"
#include "c_api/conversion.hpp"
#include "offprint/error.hpp"
#include "offprint/plugin_registry.hpp"
#include "offprint/text.hpp"
#include "offprint/version.hpp"
#include "plugin/manifest.hpp"

namespace {

using offprint::Error;
using offprint::ErrorCode;

offprint_status status_of(ErrorCode code) {
    switch (code) {
        case ErrorCode::usage:
            return OFFPRINT_ERROR_USAGE;
        case ErrorCode::input:
            return OFFPRINT_ERROR_INPUT;
        case ErrorCode::malformed_input:
            return OFFPRINT_ERROR_MALFORMED_INPUT;
        case ErrorCode::output:
            return OFFPRINT_ERROR_OUTPUT;
        case ErrorCode::limit_exceeded:
            return OFFPRINT_ERROR_LIMIT_EXCEEDED;
        case ErrorCode::plugin_missing:
            return OFFPRINT_ERROR_PLUGIN_MISSING;
        case ErrorCode::plugin_refused:
            return OFFPRINT_ERROR_PLUGIN_REFUSED;
        case ErrorCode::plugin_failed:
            return OFFPRINT_ERROR_PLUGIN_FAILED;
        case ErrorCode::cancelled:
            return OFFPRINT_ERROR_CANCELLED;
    }
    return OFFPRINT_ERROR_PLUGIN_FAILED;
}

offprint_severity severity_of(offprint::Severity severity) {
    switch (severity) {
        case offprint::Severity::info:
            return OFFPRINT_INFO;
        case offprint::Severity::warning:
            return OFFPRINT_WARNING;
        case offprint::Severity::error:
            return OFFPRINT_ERROR;
    }
    return OFFPRINT_ERROR;
}

/// What there is memory for; else null.
template <class F>
auto made(F&& make) noexcept -> decltype(make()) {
    try {
        return make();
    } catch (...) {
        return nullptr;
    }
}

std::string describe(const offprint::PluginRegistry& registry) {
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> json(buffer);
    json.StartObject();
    json.Key("formats");
    json.StartArray();
    for (const offprint::FormatInfo& info : registry.formats()) {
        if (info.kind != offprint::PluginKind::format) continue;
        const std::string manifest = offprint::to_manifest(info);
        json.RawValue(manifest.data(), manifest.size(), rapidjson::kObjectType);
    }
    json.EndArray();
    json.Key("problems");
    json.StartArray();
    for (const std::string& problem : registry.problems()) {
        const std::string clean = offprint::clean_xml_text(problem);
        json.String(clean.data(), static_cast<rapidjson::SizeType>(clean.size()));
    }
    json.EndArray();
    json.EndObject();
    return std::string(buffer.GetString(), buffer.GetSize());
}

}  // namespace

struct offprint_registry {
    std::shared_ptr<const offprint::PluginRegistry> plugins;
};

struct offprint_conversion {
    offprint::c_api::Conversion conversion;
    offprint_status status = OFFPRINT_OK;
    std::string message;

    explicit offprint_conversion(const offprint_registry& registry) : conversion(registry.plugins) {}

    void keep(offprint_status code, std::string_view text) noexcept {
        status = code;
        try {
            message = text;
        } catch (...) {
            message.clear();
        }
    }
};

namespace {

/// Runs `call` and keeps how it went. No exception leaves it.
template <class F>
offprint_status guarded(offprint_conversion* handle, F&& call) noexcept {
    if (handle == nullptr || handle->conversion.running()) return OFFPRINT_ERROR_USAGE;
    try {
        call(handle->conversion);
        handle->keep(OFFPRINT_OK, {});
    } catch (const Error& error) {
        handle->keep(status_of(error.code()), error.full_message());
    } catch (const std::bad_alloc&) {
        handle->keep(OFFPRINT_ERROR_LIMIT_EXCEEDED, "there is not enough memory");
    } catch (const std::length_error&) {
        handle->keep(OFFPRINT_ERROR_LIMIT_EXCEEDED, "there is not enough memory");
    } catch (const std::exception& error) {
        handle->keep(OFFPRINT_ERROR_PLUGIN_FAILED, error.what());
    } catch (...) {
        handle->keep(OFFPRINT_ERROR_PLUGIN_FAILED, "something that is no exception was thrown");
    }
    return handle->status;
}

void require(const void* pointer, std::string_view what) {
    if (pointer == nullptr) throw Error(ErrorCode::usage, std::string(what) + " is NULL");
}

/// Bytes of the caller's; NULL stands for none.
std::string copied(const void* data, size_t size) {
    if (size > 0) require(data, "the data");
    if (size > std::string().max_size()) throw std::bad_alloc();
    return size > 0 ? std::string(static_cast<const char*>(data), size) : std::string();
}

std::string text_or_empty(const char* text) {
    return text == nullptr ? std::string() : std::string(text);
}

}  // namespace

const char* offprint_version(void) {
    return OFFPRINT_VERSION;
}

const char* offprint_status_name(offprint_status status) {
    if (status == OFFPRINT_OK) return "ok";
    for (int code = 0; code <= static_cast<int>(ErrorCode::cancelled); ++code)
        if (status_of(static_cast<ErrorCode>(code)) == status) return offprint::name_of(static_cast<ErrorCode>(code));
    return "unknown";
}

offprint_registry* offprint_registry_new(const char* const* directories, unsigned search) {
    return made([&] {
        offprint::RegistrySettings settings;
        settings.use_installed = (search & OFFPRINT_SEARCH_INSTALLED) != 0;
        settings.use_environment = (search & OFFPRINT_SEARCH_ENVIRONMENT) != 0;
        for (; directories != nullptr && *directories != nullptr; ++directories)
            settings.directories.emplace_back(*directories);
        return new offprint_registry{std::make_shared<const offprint::PluginRegistry>(settings)};
    });
}

void offprint_registry_free(offprint_registry* registry) {
    delete registry;
}

offprint_bytes* offprint_registry_describe(const offprint_registry* registry) {
    if (registry == nullptr) return nullptr;
    return made([&] { return new offprint_bytes{describe(*registry->plugins)}; });
}

offprint_conversion* offprint_conversion_new(const offprint_registry* registry) {
    if (registry == nullptr) return nullptr;
    return made([&] { return new offprint_conversion(*registry); });
}

void offprint_conversion_free(offprint_conversion* conversion) {
    delete conversion;
}

offprint_status offprint_conversion_set_option(offprint_conversion* conversion, const char* name, const char* value) {
    return guarded(conversion, [&](offprint::c_api::Conversion& to) {
        require(name, "the option's name");
        require(value, "the option's value");
        to.set_option(name, value);
    });
}

offprint_status offprint_conversion_set_file_option(offprint_conversion* conversion, const char* name, const void* data,
                                                    size_t size) {
    return guarded(conversion, [&](offprint::c_api::Conversion& to) {
        require(name, "the option's name");
        to.set_file_option(name, copied(data, size));
    });
}

offprint_status offprint_conversion_add_file(offprint_conversion* conversion, const char* path) {
    return guarded(conversion, [&](offprint::c_api::Conversion& to) {
        require(path, "the input's path");
        to.add_input({path, [path = std::string(path)] { return offprint::open_file(path); }});
    });
}

offprint_status offprint_conversion_add_bytes(offprint_conversion* conversion, const void* data, size_t size,
                                              const char* name, const char* folder) {
    return guarded(conversion, [&](offprint::c_api::Conversion& to) {
        std::string input_name = text_or_empty(name);
        auto open = [bytes = copied(data, size), input_name, folder = text_or_empty(folder)]() mutable {
            return offprint::open_memory(std::move(bytes), input_name, folder);  // once: a run uses its inputs up
        };
        to.add_input({std::move(input_name), std::move(open)});
    });
}

offprint_status offprint_conversion_on_diagnostic(offprint_conversion* conversion,
                                                  offprint_diagnostic_callback callback, void* user_data) {
    return guarded(conversion, [&](offprint::c_api::Conversion& to) {
        to.callbacks().on_diagnostic = nullptr;
        if (callback == nullptr) return;
        to.callbacks().on_diagnostic = [=](const offprint::Diagnostic& diagnostic, const std::string& input) {
            const offprint_diagnostic crossing = {severity_of(diagnostic.severity), diagnostic.code.c_str(),
                                                  diagnostic.message.c_str(),       input.c_str(),
                                                  diagnostic.range.begin,           diagnostic.range.end};
            callback(user_data, &crossing);
        };
    });
}

offprint_status offprint_conversion_on_progress(offprint_conversion* conversion, offprint_progress_callback callback,
                                                void* user_data) {
    return guarded(conversion, [&](offprint::c_api::Conversion& to) {
        to.callbacks().on_progress = nullptr;
        if (callback == nullptr) return;
        to.callbacks().on_progress = [=](std::string_view stage) { callback(user_data, std::string(stage).c_str()); };
    });
}

offprint_status offprint_conversion_write_file(offprint_conversion* conversion, const char* path) {
    return guarded(conversion, [&](offprint::c_api::Conversion& from) {
        require(path, "the output's path");
        from.write_file(path);
    });
}

offprint_status offprint_conversion_write_bytes(offprint_conversion* conversion, offprint_bytes** bytes) {
    if (bytes != nullptr) *bytes = nullptr;
    return guarded(conversion, [&](offprint::c_api::Conversion& from) {
        require(bytes, "the place for the bytes");
        *bytes = new offprint_bytes{from.write_bytes()};
    });
}

void offprint_conversion_cancel(offprint_conversion* conversion) {
    if (conversion != nullptr) conversion->conversion.cancel();
}

offprint_status offprint_conversion_error(const offprint_conversion* conversion) {
    return conversion == nullptr ? OFFPRINT_ERROR_USAGE : conversion->status;
}

const char* offprint_conversion_error_message(const offprint_conversion* conversion) {
    return conversion == nullptr ? "the conversion is NULL" : conversion->message.c_str();
}
