#include "offprint/document.hpp"

namespace offprint {

Inline::Inline(const Inline& other) = default;
Inline::Inline(Inline&& other) noexcept = default;
Inline& Inline::operator=(const Inline& other) = default;
Inline& Inline::operator=(Inline&& other) noexcept = default;
Inline::~Inline() = default;

bool Inline::operator==(const Inline& other) const {
    return static_cast<const variant&>(*this) == static_cast<const variant&>(other);
}

Block::Block(const Block& other) = default;
Block::Block(Block&& other) noexcept = default;
Block& Block::operator=(const Block& other) = default;
Block& Block::operator=(Block&& other) noexcept = default;
Block::~Block() = default;

bool Block::operator==(const Block& other) const {
    return static_cast<const variant&>(*this) == static_cast<const variant&>(other);
}

}  // namespace offprint
