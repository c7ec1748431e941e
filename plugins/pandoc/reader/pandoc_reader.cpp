#include "reader/pandoc_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "json/input.hpp"
#include "language/document_language.hpp"
#include "losses.hpp"
#include "names.hpp"
#include "offprint/text.hpp"
#include "offprint/transform.hpp"
#include "pipeline/base_url.hpp"
#include "reader/ast_input.hpp"
#include "reader/attributes.hpp"
#include "reader/content_reader.hpp"
#include "reader/metadata.hpp"

namespace offprint::pandoc {

namespace {

/// Reads one document.
class DocumentReader {
public:
    DocumentReader(const std::string& json, std::string base_url, Context& context)
        : input_(json, context), ast_(input_, json), losses_(context), content_(ast_, document_, context, losses_) {
        document_.base_url = std::move(base_url);
    }

    Document read() {
        if (input_.at_end()) input_.fail("there is nothing to read", 0);
        const std::size_t begin = input_.offset();
        if (input_.next_is_array())
            input_.fail("this is of pandoc 1.17 or older; pandoc 2.11 and newer can be read", begin);
        bool has_version = false;
        bool has_blocks = false;
        MetaFields fields;
        input_.read_object([&](std::string_view name) {
            if (name == "pandoc-api-version") return has_version = true, check_version();
            if (name == "meta") return void(fields = read_metadata(ast_, content_, document_));
            if (name == "blocks") return has_blocks = true, void(document_.content = content_.read_blocks());
            input_.skip();
        });
        if (!has_version) input_.fail("this is no document of pandoc's: it has no 'pandoc-api-version'", begin);
        if (!has_blocks) input_.fail("the document has no 'blocks'", begin);
        if (!input_.at_end()) input_.fail("something follows the document", input_.offset());
        make_articles();
        set_metadata(document_, std::move(fields), losses_);
        for (Block& block : document_.content) drop_repeated_title(block);
        return std::move(document_);
    }

private:
    void check_version() {
        const std::size_t begin = input_.offset();
        std::vector<std::int64_t> numbers;
        input_.read_array([&] { numbers.push_back(input_.read_integer(0, std::numeric_limits<int>::max())); });
        if (numbers.size() >= 2 && numbers[0] == 1 && (numbers[1] == 22 || numbers[1] == 23)) return;
        numbers.resize(std::min<std::size_t>(numbers.size(), 4));
        input_.fail(fmt::format("versions 1.22 and 1.23 of pandoc's AST can be read (pandoc 2.11 and newer), not {}",
                                fmt::join(numbers, ".")),
                    begin);
    }

    /// A document of nothing but articles is a book.
    void make_articles() {
        const char* name = json::name_in(group_classes, GroupKind::article);
        const auto is_article = [&](const Block& block) {
            const Group* group = std::get_if<Group>(&block);
            return group != nullptr && group->kind == GroupKind::plain && group->attributes &&
                   std::ranges::find(group->attributes->classes, name) != group->attributes->classes.end();
        };
        if (document_.content.empty() || !std::ranges::all_of(document_.content, is_article)) return;
        for (Block& block : document_.content) {
            Group& group = std::get<Group>(block);
            group.kind = GroupKind::article;
            take_class(*group.attributes, name);
            if (group.attributes->empty()) group.attributes.reset();
            group.metadata = Metadata();
        }
    }

    /// An article begins with its title, which the metadata have as well, or else get.
    static void drop_repeated_title(Block& block) {
        Group* group = std::get_if<Group>(&block);
        if (group == nullptr || !group->metadata || group->content.empty()) return;
        const Heading* heading = std::get_if<Heading>(&group->content.front());
        if (heading == nullptr || heading->level != 1) return;
        const std::string text = collapse_space(plain_text(heading->content));
        if (group->metadata->title.empty()) group->metadata->title = text;
        if (group->metadata->title == text) group->content.erase(group->content.begin());
    }

    Document document_;
    json::Input input_;
    AstInput ast_;
    Losses losses_;
    ContentReader content_;
};

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace

Document PandocReader::read(ByteSource& source, const Options& options, Context& context) {
    std::string json = source.read_all(context.limits());
    if (json.starts_with(byte_order_mark)) json.replace(0, byte_order_mark.size(), byte_order_mark.size(), ' ');
    Document document = DocumentReader(json, base_url(options), context).read();
    limit_depth(document, context);
    language::complete_language(document, context);
    return document;
}

}  // namespace offprint::pandoc
