// Marks what liboffprint exports. Thread safety: macros only.
#pragma once

/// Put on every function and class that embedders or plugins may use. The core is always a shared
/// library and is compiled with hidden visibility, so what lacks this mark does not exist outside it.
#define OFFPRINT_API __attribute__((visibility("default")))
