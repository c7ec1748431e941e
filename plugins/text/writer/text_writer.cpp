#include "writer/text_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "offprint/error.hpp"
#include "offprint/text.hpp"
#include "text_layout/display_width.hpp"
#include "wording/wording.hpp"
#include "writer/block_text.hpp"

namespace offprint::text {

namespace {

constexpr std::size_t narrowest_wrap = 20;
constexpr std::size_t longest_rule = 78;

std::size_t wrap_width(const Options& options) {
    const auto width = static_cast<std::size_t>(options.integer("wrap"));
    if (width != 0 && width < narrowest_wrap)
        throw Error(ErrorCode::usage, fmt::format("option 'wrap' wants {} columns or more, or 0", narrowest_wrap));
    return width;
}

/// Of all who had this part: "Ada Quill, Ben Marsh".
std::string names_in(const Metadata& metadata, std::string_view role) {
    std::string names;
    for (const Contributor& contributor : metadata.contributors)
        if (contributor.role == role) names.append(names.empty() ? "" : ", ").append(contributor.name);
    return names;
}

/// "By Ada Quill · 15 January 2014"
std::string byline(const Metadata& metadata, std::string_view language) {
    std::string line;
    if (const std::string authors = names_in(metadata, "author"); !authors.empty())
        line = fmt::format(fmt::runtime(wording(language).byline), authors);
    if (metadata.published)
        line.append(line.empty() ? "" : " \u00B7 ").append(date_text(*metadata.published, language));
    return line;
}

/// "Photographer: Bo Lund", and one line for each other part that people had.
std::vector<std::string> other_credits(const Metadata& metadata) {
    std::vector<std::string> lines;
    std::set<std::string_view> roles = {"author"};
    for (const Contributor& contributor : metadata.contributors) {
        if (!roles.insert(contributor.role).second) continue;
        std::string role = contributor.role;
        if (!role.empty() && role.front() >= 'a' && role.front() <= 'z')
            role.front() = static_cast<char>(role.front() - 'a' + 'A');
        lines.push_back(role + (role.empty() ? "" : ": ") + names_in(metadata, contributor.role));
    }
    return lines;
}

class Writing {
public:
    Writing(const Document& document, ByteSink& sink, const Options& options, Context& context)
        : document_(document),
          inlines_(references_, options.flag("links")),
          blocks_([&sink](std::string_view line) { sink.write(line), sink.write("\n"); }, inlines_, wrap_width(options),
                  context),
          context_(context) {}

    void write() {
        write_head(document_.metadata, document_.content, document_.metadata.language);
        for (const Block& block : document_.content) {
            context_.checkpoint();
            blocks_.separate();
            const Group* group = std::get_if<Group>(&block);
            if (group != nullptr && group->metadata)
                write_article(*group);
            else
                blocks_.write(block);
        }
        for (std::size_t note = 0; note < document_.notes.size(); ++note)
            if (!references_.has_note(note)) references_.number_of_note(note);
        write_references();
        tell_of_losses();
    }

private:
    void write_article(const Group& article) {
        const std::string& own = article.metadata->language;
        write_head(*article.metadata, article.content, own.empty() ? document_.metadata.language : own);
        blocks_.separate();
        blocks_.write(article.content);
        write_references();
    }

    /// Title, dek and credits, each in the shape in which our reader finds it; what it may not know comes last.
    void write_head(const Metadata& metadata, const Blocks& content, std::string_view language) {
        if (!metadata.title.empty()) {
            blocks_.write_line(metadata.title);
            blocks_.write_line(
                std::string(std::clamp<std::size_t>(display_width(metadata.title), 3, longest_rule), '='));
        }
        if (!metadata.subtitle.empty() && !opens_with(content, metadata.subtitle)) {
            blocks_.separate();
            blocks_.write_paragraph(metadata.subtitle);
        }
        blocks_.separate();
        write_if_any(byline(metadata, language));
        write_if_any(metadata.source_url);
        if (!metadata.publisher.empty())
            blocks_.write_line(fmt::format(fmt::runtime(wording(language).source), metadata.publisher));
        for (const std::string& line : other_credits(metadata)) blocks_.write_line(line);
    }

    void write_if_any(const std::string& line) {
        if (!line.empty()) blocks_.write_line(line);
    }

    /// What the numbers since the last list lead to. Notes may refer to notes, so the list grows while it is written.
    void write_references() {
        for (; written_ < references_.size(); ++written_) {
            context_.checkpoint();
            blocks_.separate();
            const std::string marker = fmt::format("[{}] ", written_ + 1);
            const ReferenceList::Target target = references_.target(written_ + 1);
            if (const auto* note = std::get_if<std::size_t>(&target))
                blocks_.write_marked(marker, "    ", document_.notes[*note].content);
            else
                blocks_.write_line(marker + std::get<std::string>(target));
        }
    }

    void tell_of_losses() const {
        if (inlines_.images() > 0)
            context_.report(Severity::info, "text.images-left-out",
                            fmt::format("a text holds no images: of {}, no more than the descriptions are left",
                                        inlines_.images()));
        if (inlines_.lost_addresses() > 0)
            context_.report(
                Severity::info, "text.addresses-left-out",
                fmt::format("the addresses of {} links were left out; --links lists them", inlines_.lost_addresses()));
    }

    const Document& document_;
    ReferenceList references_;
    InlineText inlines_;
    BlockText blocks_;
    Context& context_;
    std::size_t written_ = 0;  ///< of the references
};

}  // namespace

void TextWriter::write(const Document& document, ByteSink& sink, const Options& options, Context& context) {
    Writing(document, sink, options, context).write();
}

}  // namespace offprint::text
