#include "math_characters.hpp"

#include <algorithm>

namespace offprint::docx {

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), text) != list.end();
}

bool is_large_operator(std::string_view text) {
    return is_one_of(text, {"∑", "∏", "∐", "∫", "∬", "∭", "∮", "∯", "⋃", "⋂", "⋁", "⋀", "⨁", "⨂", "⨀", "⨆"});
}

bool is_integral(std::string_view text) {
    return is_one_of(text, {"∫", "∬", "∭", "∮", "∯"});
}

bool is_relation(std::string_view text) {
    return is_one_of(text, {"=", "<", ">", "≤", "≥", "≠", "≈", "≡", "∼", "→", "⇒", "⇔", "∈", ",", ";"});
}

std::string_view combining_accent(std::string_view text) {
    struct Accent {
        std::string_view mark;
        std::string_view combining;
    };
    static constexpr Accent accents[] = {{"^", "\u0302"}, {"ˆ", "\u0302"}, {"~", "\u0303"}, {"˜", "\u0303"},
                                         {"→", "\u20D7"}, {"⃗", "\u20D7"},  {"˙", "\u0307"}, {".", "\u0307"},
                                         {"¨", "\u0308"}, {"ˇ", "\u030C"}, {"´", "\u0301"}, {"`", "\u0300"},
                                         {"˘", "\u0306"}};
    for (const Accent& accent : accents)
        if (accent.mark == text) return accent.combining;
    return {};
}

bool is_bar(std::string_view text) {
    return is_one_of(text, {"¯", "‾", "_", "―", "̅", "̲", "\u00AF", "\u203E"});
}
bool is_brace(std::string_view text) {
    return is_one_of(text, {"⏞", "⏟", "⎴", "⎵", "⏜", "⏝"});
}

bool is_fence(std::string_view open, std::string_view close) {
    struct Pair {
        std::string_view open;
        std::string_view close;
    };
    static constexpr Pair pairs[] = {{"(", ")"}, {"[", "]"}, {"{", "}"}, {"|", "|"}, {"‖", "‖"},
                                     {"⟨", "⟩"}, {"⌊", "⌋"}, {"⌈", "⌉"}, {"[", ")"}, {"(", "]"}};
    return std::any_of(std::begin(pairs), std::end(pairs),
                       [&](const Pair& pair) { return pair.open == open && pair.close == close; });
}

}  // namespace offprint::docx
