#include "offprint/converter.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <limits>
#include <new>
#include <utility>

#include "offprint/error.hpp"
#include "offprint/text.hpp"
#include "offprint/transform.hpp"
#include "offprint/validate.hpp"
#include "pipeline/resource_access.hpp"

namespace offprint {

namespace {

/// Runs code that may throw anything, a plugin's above all: what leaves is an `Error` that says where.
template <class F>
auto guarded(const std::string& who, const std::string& place, F&& call) {
    try {
        return call();
    } catch (const Error& error) {
        throw Error(error.code(), error.what(), error.where().empty() ? place : error.where());
    } catch (const std::bad_alloc&) {
        throw Error(ErrorCode::limit_exceeded, "there is not enough memory for this document", place);
    } catch (const std::exception& error) {
        throw Error(ErrorCode::plugin_failed, fmt::format("{} failed: {}", who, error.what()), place);
    } catch (...) {
        throw Error(ErrorCode::plugin_failed, who + " threw something that is no exception", place);
    }
}

std::string plugin_named(std::string_view format) {
    return fmt::format("plugin '{}'", format);
}

/// What a factory made; a plugin may have made nothing.
template <class Made>
std::unique_ptr<Made> require_made(std::unique_ptr<Made> made, std::string_view format) {
    if (!made) throw Error(ErrorCode::plugin_failed, plugin_named(format) + " made nothing that could work");
    return made;
}

/// Lends a loader to a context for as long as a conversion reads.
class LoaderLoan {
public:
    LoaderLoan(Context& context, std::unique_ptr<ResourceLoader> loader)
        : context_(context), loader_(std::move(loader)) {
        context_.set_fallback_loader(loader_.get());
    }
    ~LoaderLoan() { context_.set_fallback_loader(nullptr); }
    LoaderLoan(const LoaderLoan&) = delete;
    LoaderLoan& operator=(const LoaderLoan&) = delete;

private:
    Context& context_;
    std::unique_ptr<ResourceLoader> loader_;
};

[[noreturn]] void refuse_value(const OptionInfo& option, std::string_view value, const std::string& wanted) {
    throw Error(ErrorCode::usage, fmt::format("option '{}' wants {}, not '{}'", option.name, wanted, value));
}

/// Holds a number to the bounds that its option declares: "LEAST..MOST".
void check_bounds(const OptionInfo& option, std::int64_t number, std::string_view value) {
    const std::string& bounds = option.choices.front();
    const std::size_t dots = bounds.find("..");
    std::int64_t least = 0;
    std::int64_t most = std::numeric_limits<std::int64_t>::max();
    std::from_chars(bounds.data(), bounds.data() + bounds.size(), least);
    if (dots != std::string::npos) std::from_chars(bounds.data() + dots + 2, bounds.data() + bounds.size(), most);
    if (number < least || number > most)
        refuse_value(option, value, fmt::format("a number from {} to {}", least, most));
}

void check_value(const OptionInfo& option, const std::string& value) {
    if (xml_text_prefix(value) != value.size() && option.type != OptionType::file)
        throw Error(ErrorCode::usage, fmt::format("the value of option '{}' is no clean UTF-8", option.name));
    switch (option.type) {
        case OptionType::flag:
            if (value != "true" && value != "false") refuse_value(option, value, "true or false");
            break;
        case OptionType::integer: {
            std::int64_t number = 0;
            const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
            if (error != std::errc() || end != value.data() + value.size() || number < 0)
                refuse_value(option, value, "a whole number");
            if (!option.choices.empty()) check_bounds(option, number, value);
            break;
        }
        case OptionType::choice: {
            if (std::find(option.choices.begin(), option.choices.end(), value) != option.choices.end()) break;
            refuse_value(option, value, fmt::format("one of {}", fmt::join(option.choices, ", ")));
        }
        case OptionType::text:
        case OptionType::file:
            break;
    }
}

bool declares(const std::vector<OptionInfo>& declared, std::string_view name) {
    return std::any_of(declared.begin(), declared.end(), [&](const OptionInfo& option) { return option.name == name; });
}

Options resolve_options(std::string_view format, const std::vector<OptionInfo>& declared, const OptionValues& given) {
    Options options;
    for (const OptionInfo& option : declared) {
        const auto value = given.find(option.name);
        if (value != given.end()) check_value(option, value->second);
        options.set(option.name, value != given.end() ? value->second : option.default_value);
    }
    for (const auto& [name, value] : given) {
        if (!declares(declared, name))
            throw Error(ErrorCode::usage, fmt::format("format '{}' has no option '{}'", format, name));
    }
    return options;
}

void require_sound(const Document& document, std::string_view maker, const Limits& limits) {
    const std::vector<std::string> findings = validate(document, limits);
    if (!findings.empty())
        throw Error(ErrorCode::plugin_failed, fmt::format("{} made an unsound document: {}", maker, findings.front()));
}

std::string extension_of(const std::string& name) {
    const std::size_t dot = name.rfind('.');
    return dot == std::string::npos ? std::string() : to_lower_ascii(name.substr(dot + 1));
}

/// "Text/HTML; charset=utf-8" -> "text/html".
std::string essence_of(std::string_view media_type) {
    return to_lower_ascii(trim(media_type.substr(0, media_type.find(';'))));
}

bool contains(const std::vector<std::string>& list, const std::string& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

/// The formats that have a capability and for which `fits` holds.
template <class Fits>
std::vector<std::string> names_of(const std::vector<FormatInfo>& formats, bool FormatInfo::*can, Fits&& fits) {
    std::vector<std::string> names;
    for (const FormatInfo& info : formats)
        if (info.*can && info.kind == PluginKind::format && fits(info)) names.push_back(info.format);
    return names;
}

std::string joined(const std::vector<std::string>& names) {
    return fmt::format("{}", fmt::join(names, ", "));
}

/// The one candidate; nothing when there is none.
std::string only(const std::vector<std::string>& candidates, const std::string& place) {
    if (candidates.size() > 1)
        throw Error(ErrorCode::input, "could be any of " + joined(candidates) + "; name the format with --from", place);
    return candidates.empty() ? std::string() : candidates.front();
}

bool extracts_media(const FormatInfo& writer, const Options& options) {
    return declares(writer.writer_options, extract_media_option.name) &&
           !options.text(extract_media_option.name).empty();
}

/// How large the output would be; what the writer has to say it says when it writes in earnest.
std::uint64_t trial_size(const Document& document, Writer& writer, const Options& options, const Context& context) {
    ContextSettings settings;
    settings.limits = context.limits();
    settings.source_date_epoch = context.source_date_epoch();
    Context silent(std::move(settings));
    std::string bytes;
    const auto sink = create_memory(bytes);
    writer.write(document, *sink, options, silent);
    sink->commit();
    return bytes.size();
}

}  // namespace

Converter::Converter(std::shared_ptr<const PluginRegistry> registry) : registry_(std::move(registry)) {}

std::string Converter::detect(ByteSource& source, const ReadRequest& request) const {
    return detect(source, request, &FormatInfo::can_read);
}

std::string Converter::detect(ByteSource& source, const ReadRequest& request, bool FormatInfo::*can) const {
    if (!request.format.empty()) return request.format;
    const std::string place = source.name().empty() ? "input" : source.name();
    const std::string extension = extension_of(source.name());
    const std::string media_type = essence_of(request.media_type);
    const auto by_media_type = [&](const FormatInfo& info) { return contains(info.media_types, media_type); };
    const auto by_extension = [&](const FormatInfo& info) { return contains(info.extensions, extension); };
    const auto surest = [&](const std::vector<std::string>& candidates) {
        constexpr std::size_t head_size = 4096;
        const std::string_view head = source.peek(head_size);
        ProbeResult best = ProbeResult::no;
        std::vector<std::string> found;
        for (const std::string& format : candidates) {
            const ProbeResult result = guarded(plugin_named(format), place, [&] { return probe(format, head); });
            if (result > best) found.clear();
            best = std::max(best, result);
            if (result == best && result != ProbeResult::no) found.push_back(format);
        }
        return found;
    };
    // What several formats call theirs, the content may tell apart.
    const auto settled = [&](const std::vector<std::string>& candidates) {
        if (candidates.size() < 2) return only(candidates, place);
        const std::vector<std::string> found = surest(candidates);
        return only(found.empty() ? candidates : found, place);
    };
    std::vector<FormatInfo> formats = registry_->formats();
    for (const bool open_unlisted : {false, true}) {
        // Libraries without a manifest are opened only when no manifest knows the answer.
        if (open_unlisted) formats = registry_->formats(true);
        if (std::string format = settled(names_of(formats, can, by_media_type)); !format.empty()) return format;
        if (std::string format = settled(names_of(formats, can, by_extension)); !format.empty()) return format;
    }
    const std::vector<std::string> all = names_of(formats, can, [](const FormatInfo& info) { return info.can_probe; });
    const std::string format = only(surest(all), place);
    if (!format.empty()) return format;
    throw Error(ErrorCode::input,
                "its format is not recognised; name it with --from, one of " +
                    joined(names_of(formats, can, [](const FormatInfo&) { return true; })),
                place);
}

ProbeResult Converter::probe(std::string_view format, std::string_view head) const {
    try {
        return registry_->probe(format, head);
    } catch (const Error& error) {
        // A plugin that cannot be used knows nothing of the input, and must not keep others from it.
        if (error.code() == ErrorCode::plugin_refused) return ProbeResult::no;
        throw;
    }
}

Document Converter::read(ByteSource& source, const ReadRequest& request, Context& context) const {
    const std::string format = detect(source, request);
    const std::string place = source.name().empty() ? "input" : source.name();
    const std::string plugin = plugin_named(format);
    // The reader first: should its library be refused, another one may serve the format.
    const std::unique_ptr<Reader> reader =
        guarded(plugin, place, [&] { return require_made(registry_->make_reader(format), format); });
    const FormatInfo info = registry_->format(format);
    const Options options = resolve_options(format, info.reader_options, request.options);
    const LoaderLoan loan(context, make_resource_access(*registry_, request, source.folder(), context));
    context.progress("read");
    Document document = guarded(plugin, place, [&] { return reader->read(source, options, context); });
    return guarded("the pipeline", place, [&] {
        require_sound(document, plugin, context.limits());
        // A reader of JSON knows where the article came from at first.
        if (document.source.format.empty()) {
            document.source.format = format;
            document.source.name = clean_xml_text(source.name());
            if (document.source.media_type.empty() && !info.media_types.empty())
                document.source.media_type = info.media_types.front();
        }
        for (const auto& [name, value] : request.metadata) set_user_metadata(document.metadata, name, value);
        if (!request.images) drop_images(document);
        transform(document, context);
        require_sound(document, "a transform", context.limits());
        return std::move(document);
    });
}

void Converter::write(Document document, ByteSink& sink, const WriteRequest& request, Context& context) const {
    const std::string& format = request.format;
    const std::string plugin = plugin_named(format);
    const auto make_writer = [&] {
        return guarded(plugin, {}, [&] { return require_made(registry_->make_writer(format), format); });
    };
    const std::unique_ptr<Writer> writer = make_writer();
    const FormatInfo info = registry_->format(format);
    const Options options = resolve_options(format, info.writer_options, request.options);
    require_sound(document, "the caller", context.limits());
    if (request.max_bytes > 0 && extracts_media(info, options))
        throw Error(ErrorCode::usage,
                    "a bound of the output's size and extract-media exclude each other: it holds no images then");
    if (declares(info.writer_options, cover_option.name))
        guarded("the pipeline", {}, [&] { make_cover(document, options.text(cover_option.name)); });
    ImageRequest images = request.images;
    if (images.media_types.empty()) images.media_types = info.image_types;
    guarded(plugin, {}, [&] { writer->narrow(images, options); });
    guarded("the pipeline", {}, [&] {
        fit_images(document, images, *registry_, context);
        if (request.max_bytes == 0) return;
        const std::uint64_t size = trial_size(document, *make_writer(), options, context);
        const std::uint64_t excess = size - std::min(size, request.max_bytes);
        const std::uint64_t now = image_bytes(document);
        if (excess > 0) shrink_images(document, now - std::min(now, excess), images, *registry_, context);
    });
    context.progress("write");
    guarded(plugin, {}, [&] { writer->write(document, sink, options, context); });
}

void Converter::check(ByteSource& source, const CheckRequest& request, Context& context) const {
    ReadRequest wanted;
    wanted.format = request.format;
    const std::string format = detect(source, wanted, &FormatInfo::can_check);
    const std::string place = source.name().empty() ? "input" : source.name();
    const std::string plugin = plugin_named(format);
    const std::unique_ptr<Checker> checker =
        guarded(plugin, place, [&] { return require_made(registry_->make_checker(format), format); });
    const Options options = resolve_options(format, registry_->format(format).checker_options, request.options);
    context.progress("check");
    guarded(plugin, place, [&] { checker->check(source, options, context); });
}

}  // namespace offprint
