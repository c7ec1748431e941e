// Metadata as the YAML before a text.
// Thread safety: pure.
#pragma once

#include <string>

#include "offprint/metadata.hpp"

namespace offprint::markdown {

/// The header with its marks and line ends; empty if nothing is known. Names are those that pandoc and site generators
/// have, and that `front_matter::read_yaml` understands.
std::string yaml_header(const Metadata& metadata);

}  // namespace offprint::markdown
