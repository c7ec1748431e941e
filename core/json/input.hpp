// A JSON text, read one value after the other in the order in which they come.
// Thread safety: an input belongs to one conversion on one thread.
#pragma once

#include <rapidjson/reader.h>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "offprint/context.hpp"

namespace offprint::json {

/// A value that is neither object nor array; `std::monostate` is null.
using Scalar = std::variant<std::monostate, bool, std::int64_t, double, std::string>;

/// The names of one object that were met so far. Objects that are open share a stack, so that none has to make its own.
class MemberNames {
public:
    explicit MemberNames(std::vector<std::string_view>& stack) : stack_(stack), first_(stack.size()) {}
    ~MemberNames() { stack_.resize(first_); }
    MemberNames(const MemberNames&) = delete;
    MemberNames& operator=(const MemberNames&) = delete;

    /// False if `name` was there before.
    bool add(std::string_view name) {
        for (std::size_t i = first_; i < stack_.size(); ++i)
            if (stack_[i] == name) return false;
        if (stack_.size() - first_ == most_compared) return add_to_more(name);
        stack_.push_back(name);
        return true;
    }

private:
    static constexpr std::size_t most_compared = 16;

    bool add_to_more(std::string_view name);

    std::vector<std::string_view>& stack_;  ///< of the first names; most objects have no more
    std::size_t first_;
    std::optional<std::set<std::string_view>> more_;
};

/// Reads a JSON text (RFC 8259) from front to back. Each member function that reads consumes the next value, and
/// throws `Error{malformed_input}` with the place when it is not what the caller wants. Strings are free of what XML
/// 1.0 forbids, with a diagnostic where they were not.
class Input {
public:
    /// Both must outlive the input.
    Input(const std::string& json, Context& context) : json_(json), context_(context), stream_(json.c_str()) {}

    /// Where the next value begins, in bytes; the size of the text when none is left.
    std::size_t offset() {
        peek();
        return stream_.Tell();
    }
    /// Where the value that was read last ends.
    std::size_t end() const { return stream_.Tell(); }
    /// How deep objects and arrays were nested so far.
    int most_nested() const { return most_nested_; }
    /// True if nothing but white space is left.
    bool at_end() { return offset() == json_.size(); }

    bool next_is_object() { return peek() == '{'; }
    bool next_is_array() { return peek() == '['; }
    bool next_is_null() { return peek() == 'n'; }

    /// Calls `read_member(name)` for each member, which reads the value; `name` is valid as long as the input.
    template <class ReadMember>
    void read_object(ReadMember&& read_member);
    /// Calls `read_element()` for each element, which reads it.
    template <class ReadElement>
    void read_array(ReadElement&& read_element);

    Scalar read_scalar();
    std::string read_text();
    bool read_flag();
    /// A whole number within the bounds.
    std::int64_t read_integer(std::int64_t least = 0, std::int64_t most = std::numeric_limits<std::int64_t>::max());
    /// A number within the bounds.
    double read_number(double least, double most);
    void skip();

    /// True, and the mark consumed, if it is next.
    bool accept(char mark) {
        if (peek() != mark) return false;
        ++stream_.src_;
        return true;
    }
    /// The same for the name of a member and its colon, where the name is written without escapes.
    bool accept_name(std::string_view name);
    /// The whole number that comes next, if it has no more digits than always fit; consumed. Else nothing is.
    std::optional<std::int64_t> read_plain_integer();
    /// True if `read()` is; else what it read comes next again.
    template <class Read>
    bool attempt(Read&& read);

    /// Calls `read()` with the value at `offset` to come next, once more, and goes on behind what was read last.
    template <class Read>
    void read_again(std::size_t offset, Read&& read);

    /// What `offset`, a value that was read already, should have been.
    std::string text_of(Scalar&& scalar, std::size_t offset) const;
    bool flag_of(const Scalar& scalar, std::size_t offset) const;
    std::int64_t integer_of(const Scalar& scalar, std::size_t offset, std::int64_t least, std::int64_t most) const;

    /// The characters from `begin` to `end` as they stand in the text.
    std::string_view raw(std::size_t begin, std::size_t end) const {
        return std::string_view(json_).substr(begin, end - begin);
    }

    /// `text`, which comes from `offset`, without what XML 1.0 forbids.
    std::string clean(std::string text, std::size_t offset) const;

    /// Throws `Error{malformed_input}`: `message` and the place of `offset`.
    [[noreturn]] void fail(const std::string& message, std::size_t offset) const;

private:
    /// Opens and closes a level of nesting.
    class Level {
    public:
        explicit Level(Input& input) : input_(input) {
            if (++input.level_ > input.most_nested_) input.enter_new_level();
        }
        ~Level() { --input_.level_; }
        Level(const Level&) = delete;
        Level& operator=(const Level&) = delete;

    private:
        Input& input_;
    };

    /// The character that the next value or mark begins with; NUL at the end.
    char peek() {
        if (static_cast<unsigned char>(*stream_.src_) <= ' ') skip_white_space();
        return *stream_.src_;
    }
    void skip_white_space();
    void expect(char mark) {
        if (!accept(mark)) fail_expected(mark);
    }
    [[noreturn]] void fail_expected(char mark);
    void enter_new_level();
    std::string_view read_name(MemberNames& names);
    /// A string without escapes, as it stands in the text.
    struct PlainString {
        std::string_view text;
        bool is_ascii;
    };
    std::string text_of(const PlainString& plain, std::size_t offset) const;
    /// The string that comes next, if it is plain; consumed. Else nothing is.
    std::optional<PlainString> read_plain_string();
    template <unsigned flags, class Handler>
    void parse_value(Handler& handler);

    const std::string& json_;
    Context& context_;
    rapidjson::StringStream stream_;
    rapidjson::Reader reader_;
    std::vector<std::string_view> names_;  ///< of the objects that are open
    std::set<std::string> decoded_names_;  ///< those with escapes
    int level_ = 0;
    int most_nested_ = 0;
};

template <class ReadMember>
void Input::read_object(ReadMember&& read_member) {
    const Level level(*this);
    expect('{');
    if (accept('}')) return;
    MemberNames names(names_);
    do {
        const std::string_view name = read_name(names);
        expect(':');
        read_member(name);
    } while (accept(','));
    expect('}');
}

template <class ReadElement>
void Input::read_array(ReadElement&& read_element) {
    const Level level(*this);
    expect('[');
    if (accept(']')) return;
    do read_element();
    while (accept(','));
    expect(']');
}

template <class Read>
bool Input::attempt(Read&& read) {
    const char* const before = stream_.src_;
    const bool done = read();
    if (!done) stream_.src_ = before;
    return done;
}

template <class Read>
void Input::read_again(std::size_t offset, Read&& read) {
    const char* behind = std::exchange(stream_.src_, json_.c_str() + offset);
    read();
    stream_.src_ = behind;
}

}  // namespace offprint::json
