#include "c_api/conversion.hpp"

#include <fmt/format.h>

#include "offprint/document_lines.hpp"
#include "offprint/error.hpp"
#include "settings/output_format.hpp"
#include "settings/plugin_options.hpp"

namespace offprint::c_api {

/// One run: takes the inputs, and keeps what messages are about meanwhile.
class Conversion::Run {
public:
    explicit Run(Conversion& owner)
        : owner_(owner), inputs_(std::exchange(owner.inputs_, {})), context_(context_settings()) {
        owner_.running_ = true;
    }

    ~Run() {
        owner_.running_ = false;
        owner_.renew_stop();
    }

    Run(const Run&) = delete;
    Run& operator=(const Run&) = delete;

    /// The format of the output, by its name or an extension. Of files with a document a line the output is one, unless
    /// the caller says otherwise.
    FormatInfo choose_writer(const std::string& name) {
        on_one_line_ = holds_lines(name);
        return format_named(registry(), name, &FormatInfo::can_write);
    }

    /// Converts the inputs to `output`, which it commits; `folder` is the one of the output.
    void write(const FormatInfo& writer, std::unique_ptr<ByteSink> output, const std::filesystem::path& folder) {
        if (inputs_.empty()) throw Error(ErrorCode::usage, "no input; add a file or bytes before each run");
        if (owner_.settings_.fetch) registry().format("fetch");  // says what is missing
        options_ = read_option_files(owner_.named_options_, registry(), owner_.settings_.limits);
        for (const auto& [name, content] : owner_.file_contents_) options_[name] = content;
        if (on_one_line_) options_.try_emplace(pretty_option.name, "false");
        if (const auto media = options_.find(extract_media_option.name); media != options_.end())
            output = with_files(std::move(output), media->second, folder);
        Document document = inputs_.size() == 1 ? read(inputs_.front(), writer, true) : read_book(writer);
        current_.clear();
        WriteRequest request = owner_.settings_.writing;
        request.format = writer.format;
        request.options = options_for(writer.writer_options, options_);
        owner_.converter_.write(std::move(document), *output, request, context_);
        output->commit();
    }

private:
    const PluginRegistry& registry() const { return owner_.converter_.registry(); }

    ContextSettings context_settings() {
        ContextSettings settings;
        settings.limits = owner_.settings_.limits;
        settings.source_date_epoch = owner_.settings_.source_date_epoch;
        settings.stop = owner_.stop_token();
        if (owner_.callbacks_.on_diagnostic)
            settings.on_diagnostic = [this](const Diagnostic& diagnostic) {
                owner_.callbacks_.on_diagnostic(diagnostic, current_);
            };
        settings.on_progress = owner_.callbacks_.on_progress;
        return settings;
    }

    Document read(const Input& input, const FormatInfo& writer, bool is_alone) {
        current_ = input.name;
        const std::unique_ptr<ByteSource> source = input.open();
        try {
            ReadRequest request = owner_.settings_.reading;
            if (!request.format.empty())
                request.format = format_named(registry(), request.format, &FormatInfo::can_read).format;
            request.format = owner_.converter_.detect(*source, request);
            const FormatInfo reader = registry().format(request.format);
            require_declared(options_, reader, writer);
            request.options = options_for(reader.reader_options, options_);
            if (!is_alone) request.metadata.clear();
            if (owner_.settings_.fetch) request.fetch = owner_.settings_.fetching;
            return owner_.converter_.read(*source, request, context_);
        } catch (const Error& error) {
            if (input.name.empty() || error.where() != source->name()) throw;
            throw Error(error.code(), error.what(), input.name);
        }
    }

    Document read_book(const FormatInfo& writer) {
        std::vector<Document> articles;
        for (const Input& input : inputs_) articles.push_back(read(input, writer, false));
        Document book = make_book(std::move(articles));
        for (const auto& [name, value] : owner_.settings_.reading.metadata)
            set_user_metadata(book.metadata, name, value);
        return book;
    }

    Conversion& owner_;
    std::vector<Input> inputs_;
    std::string current_;  ///< name of the input that is being read; empty while the output is written
    Context context_;
    OptionValues options_;
    bool on_one_line_ = false;
};

void Conversion::set_option(const std::string& name, std::string value) {
    if (set_own_option(settings_, name, value)) return;
    if (!is_plugin_option(converter_.registry(), name))
        throw Error(ErrorCode::usage, fmt::format("no format has an option '{}'", name));
    file_contents_.erase(name);
    named_options_[name] = std::move(value);
}

void Conversion::set_file_option(const std::string& name, std::string content) {
    if (!is_file_option(converter_.registry(), name))
        throw Error(ErrorCode::usage, fmt::format("no format has an option '{}' that names a file", name));
    named_options_.erase(name);
    file_contents_[name] = std::move(content);
}

void Conversion::write_file(const std::filesystem::path& path) {
    Run run(*this);
    const FormatInfo writer = run.choose_writer(output_format_name(settings_.writing.format, path));
    run.write(writer, create_file(path), path.parent_path());
}

std::string Conversion::write_bytes() {
    Run run(*this);
    if (settings_.writing.format.empty())
        throw Error(ErrorCode::usage, "bytes have no name to tell the format by; set the option 'to'");
    std::string bytes;
    run.write(run.choose_writer(settings_.writing.format), create_memory(bytes), ".");
    return bytes;
}

void Conversion::cancel() noexcept {
    const std::lock_guard lock(stop_mutex_);
    stop_.request_stop();
}

std::stop_token Conversion::stop_token() {
    const std::lock_guard lock(stop_mutex_);
    return stop_.get_token();
}

void Conversion::renew_stop() {
    const std::lock_guard lock(stop_mutex_);
    if (stop_.stop_requested()) stop_ = std::stop_source();
}

}  // namespace offprint::c_api
