// CSS selectors (Selectors Level 4): type, universal, class, id and attribute selectors, all combinators, lists,
// :is(), :not(), :root, :first-child, :last-child, :first-of-type and :nth-child().
// Thread safety: immutable after construction; may be used by many threads.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "html/dom/dom.hpp"
#include "offprint/context.hpp"

namespace offprint::html {

class Selector {
public:
    /// Parses a selector list. Throws `Error{usage}` that shows where it goes wrong.
    explicit Selector(std::string_view text);

    /// The elements of the body that match and are not inside another match, in document order. One pass over the
    /// page whatever the selector.
    std::vector<NodeIndex> outermost_matches(const Dom& dom, Context& context) const;

private:
    friend class SelectorParser;
    class Matcher;

    /// Which of the compounds an element matches, one bit for each.
    using Bits = std::uint64_t;
    static constexpr std::size_t most_compounds = 64;

    struct AttributeTest {
        enum class Operator { exists, equals, has_word, is_or_precedes_dash, starts_with, ends_with, contains };
        std::string name;
        Operator compare = Operator::exists;
        std::string value;
        bool ignores_case = false;  ///< `value` is in lower case then
    };
    /// The element's place among its sibling elements is `step` n + `offset`, counted from 1.
    struct NthChild {
        int step = 0;
        int offset = 1;
    };
    enum class Position { root, last_child, first_of_type };
    /// :is(), or :not() when negated: the last compounds of the selectors inside.
    struct Nested {
        Bits matches = 0;
        bool negated = false;
    };
    using Condition = std::variant<AttributeTest, NthChild, Position, Nested>;

    enum class Combinator { none, descendant, child, next_sibling, subsequent_sibling };

    struct Compound {
        std::string type;  ///< in lower case; empty: any
        std::vector<Condition> conditions;
        Combinator combinator = Combinator::none;
        Bits previous = 0;  ///< the compound that the combinator joins to this one
    };

    std::vector<Compound> compounds_;  ///< each after those that it depends on
    Bits accepted_ = 0;                ///< the last compounds of the list's selectors
};

}  // namespace offprint::html
