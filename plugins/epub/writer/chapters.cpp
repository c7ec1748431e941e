#include "writer/chapters.hpp"

#include <fmt/format.h>

#include <utility>

#include "writer/division.hpp"

namespace offprint::epub {

namespace {

// A heading this far into a file (of `part_fill_total`) starts the next one rather than be followed by a
// break in the middle of its section.
constexpr std::size_t part_fill = 3;
constexpr std::size_t part_fill_total = 4;

// With this many files, headings start no more of them: reading systems are slow with thousands, and an archive
// ends at 65,535.
constexpr std::size_t most_files_by_heading = 2000;

// These groups are part of the flow of text: chapters may begin in them, and they are divided wherever files end.
bool is_flow(const Group& group) {
    return group.kind == GroupKind::plain || group.kind == GroupKind::section;
}

class Splitter {
public:
    Splitter(const Document& document, const Splitting& splitting, Context& context)
        : document_(document), splitting_(splitting), context_(context) {}

    Chapters split() {
        int articles = 0;
        for (const Block& block : document_.content) {
            const auto* group = std::get_if<Group>(&block);
            if (group != nullptr && group->kind == GroupKind::article)
                add_article(*group, ++articles);
            else
                add_block(block, no_wrapper);
        }
        if (chapters_.files.empty() && !document_.notes.empty()) start_chapter();
        if (chapters_.files.empty())
            context_.report(Severity::warning, "epub.empty", "the document has no text; the book is its title page");
        return std::move(chapters_);
    }

private:
    void add_article(const Group& article, int number) {
        article_ = &article;
        prefix_ = fmt::format("article-{}-", number);
        number_ = 0;
        start_chapter();
        chapters_.files.back().opens_article = true;
        for (const Block& block : article.content) add_block(block, no_wrapper);
    }

    void add_block(const Block& block, std::size_t wrapper) {
        context_.checkpoint();
        const auto* group = std::get_if<Group>(&block);
        if (group != nullptr && !group->content.empty() && is_flow(*group)) return add_group(*group, wrapper);
        const std::size_t weight = weight_of(block);
        if (weight <= splitting_.size) return add_piece({&block, wrapper}, weight);
        if (group == nullptr) return add_parts(block, wrapper);
        ++set_apart_;
        add_group(*group, wrapper);
        --set_apart_;
    }

    void add_group(const Group& group, std::size_t wrapper) {
        chapters_.wrappers.push_back({&group, wrapper});
        const std::size_t own = chapters_.wrappers.size() - 1;
        for (const Block& block : group.content) add_block(block, own);
    }

    void add_parts(const Block& block, std::size_t wrapper) {
        const Blocks& parts = chapters_.divided.emplace_back(divide(block, splitting_.size));
        const SourceRange range = std::visit([](const auto& node) { return node.range; }, block);
        for (const Block& part : parts) {
            const std::size_t weight = weight_of(part);
            add_piece({&part, wrapper}, weight);
            // Weights are estimates.
            if (weight / 2 > splitting_.size)
                context_.report(Severity::warning, "epub.file-large",
                                fmt::format("a block of {} kB cannot be divided; {} is slow on small devices",
                                            weight / 1000, chapters_.files.back().file),
                                range);
        }
        if (parts.size() > 1)
            context_.report(Severity::info, "epub.block-divided",
                            fmt::format("a block is too large for one file; it has {} parts", parts.size()), range);
    }

    void add_piece(Piece piece, std::size_t weight) {
        const auto* heading = std::get_if<Heading>(piece.block);
        if (number_ == 0) {
            start_chapter();
        } else if (const Chapter& chapter = chapters_.files.back(); !chapter.pieces.empty()) {
            const bool is_full = chapter.weight + weight > splitting_.size;
            const bool is_nearly_full = chapter.weight > splitting_.size / part_fill_total * part_fill;
            if (heading != nullptr && starts_chapter(*heading))
                start_chapter();
            else if (is_full || (heading != nullptr && is_nearly_full))
                start_part();
        }
        chapters_.files.back().pieces.push_back(piece);
        chapters_.files.back().weight += weight;
    }

    bool starts_chapter(const Heading& heading) {
        if (heading.level > splitting_.level || set_apart_ > 0) return false;
        if (chapters_.files.size() < most_files_by_heading) return true;
        if (!std::exchange(too_many_reported_, true))
            context_.report(Severity::info, "epub.too-many-chapters",
                            fmt::format("after {} files, headings start no more of them; --split-level sets which do",
                                        most_files_by_heading),
                            heading.range);
        return false;
    }

    void start_chapter() {
        ++number_;
        part_ = 1;
        const std::string name = fmt::format("{}chapter-{}", prefix_, number_);
        chapters_.files.push_back({.prefix = prefix_, .name = name, .file = name + ".xhtml", .article = article_});
    }

    void start_part() {
        ++part_;
        Chapter& before = chapters_.files.back();
        Chapter next{.prefix = prefix_,
                     .name = before.name,
                     .file = fmt::format("{}-{}.xhtml", before.name, part_),
                     .article = article_};
        // A heading belongs to what follows it.
        auto cut = before.pieces.end();
        while (cut - before.pieces.begin() > 1 && std::holds_alternative<Heading>(*(cut - 1)->block)) --cut;
        next.pieces.assign(cut, before.pieces.end());
        before.pieces.erase(cut, before.pieces.end());
        chapters_.files.push_back(std::move(next));
    }

    const Document& document_;
    const Splitting& splitting_;
    Context& context_;
    Chapters chapters_;
    const Group* article_ = nullptr;
    std::string prefix_;
    int number_ = 0;
    int part_ = 1;
    int set_apart_ = 0;  // how many groups around are not part of the flow
    bool too_many_reported_ = false;
};

}  // namespace

Chapters split(const Document& document, const Splitting& splitting, Context& context) {
    return Splitter(document, splitting, context).split();
}

}  // namespace offprint::epub
