#include "output.hpp"

#include <rapidjson/prettywriter.h>
#include <rapidjson/writer.h>

#include <array>
#include <cstddef>

namespace offprint::json {

namespace {

/// A RapidJSON output stream that hands bytes to a sink in large pieces.
class SinkStream {
public:
    using Ch = char;

    explicit SinkStream(ByteSink& sink) : sink_(sink) {}

    void Put(char c) {
        if (used_ == buffer_.size()) hand_over();
        buffer_[used_++] = c;
    }

    /// RapidJSON calls this at the end of the root value.
    void Flush() {}

    void hand_over() {
        sink_.write({buffer_.data(), used_});
        used_ = 0;
    }

private:
    ByteSink& sink_;
    std::size_t used_ = 0;
    std::array<char, 65536> buffer_;
};

/// `JsonWriter` is RapidJSON's `Writer` or `PrettyWriter`, which share no base with virtual functions.
template <class JsonWriter>
class RapidOutput final : public Output {
public:
    explicit RapidOutput(ByteSink& sink) : stream_(sink), writer_(stream_) {
        if constexpr (requires { writer_.SetIndent(' ', 2); }) writer_.SetIndent(' ', 2);
    }

    void begin_object() override { writer_.StartObject(); }
    void end_object() override { writer_.EndObject(); }
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
        stream_.Put('\n');
        stream_.hand_over();
    }

private:
    static rapidjson::SizeType length(std::string_view text) { return static_cast<rapidjson::SizeType>(text.size()); }

    SinkStream stream_;
    JsonWriter writer_;
};

}  // namespace

std::unique_ptr<Output> make_output(ByteSink& sink, bool pretty) {
    if (pretty) return std::make_unique<RapidOutput<rapidjson::PrettyWriter<SinkStream>>>(sink);
    return std::make_unique<RapidOutput<rapidjson::Writer<SinkStream>>>(sink);
}

}  // namespace offprint::json
