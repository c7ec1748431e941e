// JSON tokens on their way to a sink.
// Thread safety: an output belongs to one conversion on one thread.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "offprint/byte_sink.hpp"

namespace offprint::json {

/// Takes the tokens of one JSON value in order and writes them on as they come. Strings are valid
/// UTF-8. Throws what the sink throws.
class Output {
public:
    virtual ~Output() = default;

    virtual void begin_object() = 0;
    virtual void end_object() = 0;
    virtual void begin_array() = 0;
    virtual void end_array() = 0;
    virtual void key(std::string_view name) = 0;
    virtual void value(std::string_view text) = 0;
    virtual void value(std::uint64_t number) = 0;
    virtual void value(int number) = 0;
    virtual void value(double number) = 0;
    virtual void value(bool flag) = 0;
    virtual void null() = 0;
    /// A number as it is to stand in the text.
    virtual void number(std::string_view digits) = 0;

    /// Hands over what is still held back. To be called once, at the end.
    virtual void finish() = 0;

    void value(const char* text) { value(std::string_view(text)); }

    /// A member of the object that is open.
    template <class T>
    void member(std::string_view name, const T& content) {
        key(name);
        value(content);
    }

    /// A member, unless the text is empty.
    void member_if_set(std::string_view name, std::string_view text) {
        if (!text.empty()) member(name, text);
    }

    /// Opens an object or array that is a member of the object that is open.
    void begin_object(std::string_view name) {
        key(name);
        begin_object();
    }
    void begin_array(std::string_view name) {
        key(name);
        begin_array();
    }
};

/// An output to `sink`, which must outlive it. `pretty`: one token a line, two spaces a level.
std::unique_ptr<Output> make_output(ByteSink& sink, bool pretty);

}  // namespace offprint::json
