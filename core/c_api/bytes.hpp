// Bytes that cross the C interface.
// Thread safety: a handle belongs to one thread at a time.
#pragma once

#include <string>

#include "offprint.h"

struct offprint_bytes {
    std::string content;  // whose data() has a zero byte at its end
};
