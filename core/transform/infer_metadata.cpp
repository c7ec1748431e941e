#include <algorithm>
#include <utility>
#include <vector>

#include "offprint/text.hpp"
#include "offprint/transform.hpp"

namespace offprint {

namespace {

/// The heading that the content starts with, looking into wrapping groups; null when there is none.
/// `holder` becomes the list that it stands in.
const Heading* leading_heading(Blocks& blocks, Blocks*& holder) {
    if (blocks.empty()) return nullptr;
    holder = &blocks;
    if (const auto* heading = std::get_if<Heading>(&blocks.front())) return heading;
    auto* group = std::get_if<Group>(&blocks.front());
    const bool wraps = group != nullptr && (group->kind == GroupKind::plain || group->kind == GroupKind::section);
    return wraps ? leading_heading(group->content, holder) : nullptr;
}

/// True for a heading whose text alone can stand for it: nothing would be lost with the node.
bool is_mere_text(const Inlines& inlines) {
    return std::all_of(inlines.begin(), inlines.end(), [](const Inline& node) {
        return std::visit(
            [](const auto& alternative) {
                using N = std::decay_t<decltype(alternative)>;
                if constexpr (std::is_same_v<N, Styled> || std::is_same_v<N, Link>)
                    return alternative.id().empty() && is_mere_text(alternative.content);
                else
                    return std::is_same_v<N, Text> || std::is_same_v<N, LineBreak>;
            },
            node);
    });
}

void remove_pictures(Inlines& inlines) {
    std::erase_if(inlines, [](const Inline& node) { return std::holds_alternative<Image>(node); });
    for (Inline& node : inlines) {
        if (auto* styled = std::get_if<Styled>(&node)) remove_pictures(styled->content);
        if (auto* link = std::get_if<Link>(&node)) remove_pictures(link->content);
    }
}

/// The heading's words; what its pictures show only where it has no others: a logo is no part of the name.
std::string title_of(const Heading& heading) {
    Inlines words = heading.content;
    remove_pictures(words);
    const std::string title = collapse_space(plain_text(words));
    return !title.empty() ? title : collapse_space(plain_text(heading.content));
}

/// True if the title says all that the heading says.
bool repeats_title(const Heading& heading, std::string_view title) {
    const std::string name = slug(plain_text(heading.content));
    return !name.empty() && name == slug(title) && is_mere_text(heading.content);
}

/// Makes the heading's id, if it has one, the document's; false when that has another already.
bool move_id(const Heading& heading, Document& document) {
    if (heading.id().empty()) return true;
    if (document.attributes && !document.attributes->id.empty()) return false;
    document.attributes.ensure().id = std::string(heading.id());
    return true;
}

}  // namespace

void infer_metadata(Document& document, Context& context) {
    Metadata& metadata = document.metadata;
    Blocks* holder = nullptr;
    const Heading* heading = leading_heading(document.content, holder);
    if (heading == nullptr) return;
    std::string title = title_of(*heading);
    if (metadata.title.empty() && heading->level == 1 && !title.empty()) {
        metadata.title = std::move(title);
        metadata.provenance[MetadataField::title] = Origin::text;
        context.report(Severity::info, "metadata.title-from-heading", "the first heading serves as the title");
    }
    const auto goes = [&](const Block& block) {
        const Heading* repetition = std::get_if<Heading>(&block);
        return repetition != nullptr && repeats_title(*repetition, metadata.title) && move_id(*repetition, document);
    };
    while (heading != nullptr) {
        // All at once, since each removal moves what follows.
        const auto last = std::find_if_not(holder->begin(), holder->end(), goes);
        if (last == holder->begin()) break;
        holder->erase(holder->begin(), last);
        heading = leading_heading(document.content, holder);
    }
}

}  // namespace offprint
