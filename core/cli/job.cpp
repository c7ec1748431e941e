#include "cli/job.hpp"

#include <fmt/format.h>

#include <string_view>
#include <utility>
#include <variant>

#include "base64/base64.hpp"
#include "json/input.hpp"
#include "offprint/context.hpp"

namespace offprint::cli {

namespace {

class JobReader {
public:
    JobReader(const std::string& line, Job& job) : input_(line, context_), job_(job) {}

    void read() {
        input_.read_object([&](std::string_view name) { read_member(name); });
        if (!input_.at_end()) input_.fail("more than one value in a line", input_.offset());
        if (sources_ != 1) input_.fail("a job wants one of input, inputBytes, content and contentBytes", 0);
        // Behind the options, so that a name may begin with a dash.
        if (!file_.empty()) job_.arguments.insert(job_.arguments.end(), {"--", std::move(file_)});
    }

private:
    void read_member(std::string_view name) {
        if (name == "id") return read_id();
        if (name == "input") return read_file([&] { return input_.read_text(); });
        if (name == "inputBytes") return read_file([&] { return read_bytes(); });
        if (name == "content") return read_content(input_.read_text());
        if (name == "contentBytes") return read_content(read_bytes());
        if (name == "name")
            job_.name = input_.read_text();
        else if (name == "from" || name == "to" || name == "output")
            add(name, input_.read_text());
        else if (name == "outputBytes")
            add("output", read_bytes());
        else if (name == "metadata")
            read_assignments("metadata");
        else if (name == "limits")
            read_assignments("limit");
        else if (name == "options")
            input_.read_object(
                [&](std::string_view option) { read_values([&](const std::string& value) { add(option, value); }); });
        else
            input_.fail(fmt::format("a job has no member '{}'", name), input_.offset());
    }

    void read_id() {
        const std::size_t begin = input_.offset();
        input_.skip();
        job_.id = input_.raw(begin, input_.end());
    }

    template <class Read>
    void read_file(Read&& read) {
        ++sources_;
        const std::size_t begin = input_.offset();
        file_ = read();
        if (file_.empty() || file_ == "-") input_.fail("is no file's name", begin);
    }

    void read_content(std::string content) {
        ++sources_;
        job_.content = std::move(content);
    }

    std::string read_bytes() {
        const std::size_t begin = input_.offset();
        std::optional<std::string> bytes = bytes_of_base64(input_.read_text());
        if (!bytes) input_.fail("is no base64", begin);
        return std::move(*bytes);
    }

    /// "title": "Tides", "author": ["Ada Quill", "Ben Ink"].
    void read_assignments(std::string_view option) {
        input_.read_object([&](std::string_view name) {
            read_values([&](const std::string& value) { add(option, fmt::format("{}={}", name, value)); });
        });
    }

    template <class Take>
    void read_values(Take&& take) {
        if (input_.next_is_array())
            input_.read_array([&] { take(read_value()); });
        else
            take(read_value());
    }

    std::string read_value() {
        const std::size_t begin = input_.offset();
        const json::Scalar scalar = input_.read_scalar();
        if (const auto* text = std::get_if<std::string>(&scalar)) return *text;
        if (std::holds_alternative<std::monostate>(scalar)) input_.fail("a value is missing", begin);
        return std::string(input_.raw(begin, input_.end()));
    }

    void add(std::string_view option, std::string_view value) {
        job_.arguments.push_back(fmt::format("--{}={}", option, value));
    }

    Context context_;
    json::Input input_;
    Job& job_;
    std::string file_;
    int sources_ = 0;
};

}  // namespace

void read_job(const std::string& line, Job& job) {
    JobReader(line, job).read();
}

}  // namespace offprint::cli
