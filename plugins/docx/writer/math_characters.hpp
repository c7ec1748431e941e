// Operators and marks of formulas: which of them Office Math has an element of its own for.
// Thread safety: pure.
#pragma once

#include <initializer_list>
#include <string_view>

namespace offprint::docx {

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> list);

/// A sum, product, integral or the like, which takes limits and an operand.
bool is_large_operator(std::string_view text);

/// A large operator whose limits usually stand beside it.
bool is_integral(std::string_view text);

/// What ends the operand of a sum or integral.
bool is_relation(std::string_view text);

/// The combining character that Office Math wants for an accent; empty for what is none.
std::string_view combining_accent(std::string_view text);

/// A line over or under something.
bool is_bar(std::string_view text);

/// A brace, bracket or parenthesis that lies over or under something.
bool is_brace(std::string_view text);

/// True if the two enclose what is between them.
bool is_fence(std::string_view open, std::string_view close);

}  // namespace offprint::docx
