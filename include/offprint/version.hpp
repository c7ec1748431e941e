// The version of the library, the one place where it is written: the build reads this file.
// Thread safety: constants only.
#pragma once

/// Semantic version of liboffprint and of the program, as a string literal.
#define OFFPRINT_VERSION "0.1.0"
