// Documents that nobody would write: every node kind and every field of the model, at random.
// Thread safety: pure.
#pragma once

#include <cstdint>

#include "offprint/document.hpp"

namespace offprint::testing {

/// A sound document; the same for the same seed.
Document random_document(std::uint32_t seed);

}  // namespace offprint::testing
