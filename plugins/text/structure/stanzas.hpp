// What lines that stand together are when they are no prose: a program, a drawing, verse.
// Thread safety: pure.
#pragma once

#include "lines/lines.hpp"
#include "shape/shape.hpp"

namespace offprint::text {

/// True if most lines hold what only programs and shell sessions hold.
bool looks_like_source(Lines lines);

/// True if most lines look like a program, a shell session or data rather than prose or verse.
bool looks_like_code(Lines lines);

/// True if a line is what somebody typed behind the prompt of a shell: "$ ls -l".
bool is_shell_command(const Line& line);

/// True for three lines or more in which signs draw something or wide gaps set words apart.
bool looks_drawn(Lines lines);

/// True for verse, addresses and the like: all breaks were meant, in lines that are clearly shorter than
/// the text is wide, or that begin as verse does.
bool is_broken_by_hand(Lines lines, const Shape& shape);

}  // namespace offprint::text
