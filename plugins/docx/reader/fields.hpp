// Fields: instructions whose last result stands in the file (ECMA-376 Part 1, 17.16).
// Thread safety: pure.
#pragma once

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

}  // namespace offprint::docx::reader
