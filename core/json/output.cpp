#include "json/output.hpp"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cstddef>

namespace offprint::json {

namespace {

using rapidjson::StringBuffer;

/// `JsonWriter` is RapidJSON's `Writer` or `PrettyWriter`, which share no base with virtual functions.
template <class JsonWriter>
class RapidOutput final : public Output {
public:
    explicit RapidOutput(ByteSink& sink) : sink_(sink), writer_(buffer_) {
        if constexpr (requires { writer_.SetIndent(' ', 2); }) writer_.SetIndent(' ', 2);
    }

    void begin_object() override { writer_.StartObject(); }
    void end_object() override {
        writer_.EndObject();
        // Objects end often enough to bound what is held back, but for one long string.
        constexpr std::size_t much = 65536;
        if (buffer_.GetSize() >= much) hand_over();
    }
    void begin_array() override { writer_.StartArray(); }
    void end_array() override { writer_.EndArray(); }
    void key(std::string_view name) override { writer_.Key(name.data(), length(name)); }
    void value(std::string_view text) override { writer_.String(text.data(), length(text)); }
    void value(std::uint64_t number) override { writer_.Uint64(number); }
    void value(int number) override { writer_.Int(number); }
    void value(double number) override { writer_.Double(number); }
    void value(bool flag) override { writer_.Bool(flag); }
    void null() override { writer_.Null(); }
    void number(std::string_view digits) override {
        writer_.RawValue(digits.data(), digits.size(), rapidjson::kNumberType);
    }

    void finish() override {
        buffer_.Put('\n');
        hand_over();
    }

private:
    static rapidjson::SizeType length(std::string_view text) { return static_cast<rapidjson::SizeType>(text.size()); }

    void hand_over() {
        sink_.write({buffer_.GetString(), buffer_.GetSize()});
        buffer_.Clear();
    }

    ByteSink& sink_;
    StringBuffer buffer_;
    JsonWriter writer_;
};

}  // namespace

std::unique_ptr<Output> make_output(ByteSink& sink, bool pretty) {
    if (pretty) return std::make_unique<RapidOutput<rapidjson::PrettyWriter<StringBuffer>>>(sink);
    return std::make_unique<RapidOutput<rapidjson::Writer<StringBuffer>>>(sink);
}

}  // namespace offprint::json
