// Fields: instructions whose last result stands in the file (ECMA-376 Part 1, 17.16).
// Thread safety: the functions are pure, an object belongs to one thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace offprint::docx::reader {

/// `HYPERLINK "https://example.org/" \l "part"`, taken apart.
struct FieldInstruction {
    std::string name;                    ///< in capitals: "HYPERLINK"
    std::vector<std::string> arguments;  ///< those of switches included, in order
    std::string switches;                ///< letters, lower case, in order: "l"
    std::vector<std::string> values;     ///< of each switch: the argument after it; empty where none follows

    bool has(char letter) const { return switches.find(letter) != std::string::npos; }

    /// The argument after a switch; empty if there is none.
    std::string value(char letter) const;
};

FieldInstruction parse_field(std::string_view instruction);

/// The address that a HYPERLINK field leads to; "#name" within the document. Empty if it leads nowhere.
std::string hyperlink_target(const FieldInstruction& field);

/// The phonetic guide that `EQ \o\ad(\s\up 9(reading),base)` draws, as Word 97 wrote it.
struct PhoneticGuide {
    std::string base;
    std::string reading;
};

/// Both empty if the instruction draws something else.
PhoneticGuide phonetic_guide(std::string_view instruction);

/// A field that has begun and not ended (17.16.18).
struct OpenField {
    enum class Kind { plain, link, silent };
    std::string instruction;
    std::optional<bool> box;  ///< of a form: checked or not
    bool is_in_result = false;
    Kind kind = Kind::plain;  ///< known with the result
    std::string url;
    std::string title;
    std::uint64_t number = 0;  ///< of the link
};

/// Those that a place in the text lies in.
class OpenFields {
public:
    bool empty() const { return fields_.empty(); }
    std::size_t size() const { return fields_.size(); }

    /// The innermost one, which is there.
    OpenField& innermost() { return fields_.back(); }

    /// Opens one within the others.
    void begin(OpenField field);

    /// Adds to the instruction of the innermost one, unless that is read already.
    void add_instruction(std::string_view text);

    /// The instruction of the innermost one ends; its result follows.
    void begin_result();

    /// The innermost one shows nothing, or what its result says is known from elsewhere.
    void silence();

    /// Closes the innermost one.
    void end();

    /// True where text is none of the document's: in an instruction or in a result that shows nothing.
    bool hide_text() const { return in_instruction_ > 0 || silent_ > 0; }

    /// The innermost one that is a link; null if there is none.
    const OpenField* link() const;

private:
    std::vector<OpenField> fields_;
    int in_instruction_ = 0;
    int silent_ = 0;
};

}  // namespace offprint::docx::reader
