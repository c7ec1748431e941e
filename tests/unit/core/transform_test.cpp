#include "offprint/transform.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "offprint/url.hpp"
#include "offprint/validate.hpp"
#include "offprint/walk.hpp"
#include "support/conversion.hpp"

namespace offprint {
namespace {

Heading heading(int level, std::string text, std::string id = {}) {
    Heading node;
    node.level = level;
    node.content = {Text(std::move(text))};
    if (!id.empty()) node.attributes.ensure().id = std::move(id);
    return node;
}

Link link(std::string url) {
    Link node;
    node.url = std::move(url);
    node.content = {Text("label")};
    return node;
}

std::vector<int> levels(const Document& document) {
    std::vector<int> found;
    walk(document, [&](const auto& node) {
        if constexpr (std::is_same_v<std::decay_t<decltype(node)>, Heading>) found.push_back(node.level);
    });
    return found;
}

bool reported(const Context& context, std::string_view code) {
    return std::any_of(context.diagnostics().begin(), context.diagnostics().end(),
                       [&](const Diagnostic& diagnostic) { return diagnostic.code == code; });
}

TEST(Transforms, AreIdempotent) {
    Context context;
    Document document = testing::every_node();
    transform(document, context);
    const Document once = document;
    transform(document, context);
    EXPECT_EQ(document, once);
    EXPECT_EQ(validate(document), std::vector<std::string>());
}

TEST(InferMetadata, TakesTheTitleFromTheFirstHeading) {
    Context context;
    Document document;
    document.content = {heading(1, "The Harbour", "top"), Paragraph{{}, {Text("Text.")}}};
    infer_metadata(document, context);
    EXPECT_EQ(document.metadata.title, "The Harbour");
    EXPECT_EQ(document.content.size(), 1U);
    EXPECT_EQ(document.attributes->id, "top");
    EXPECT_TRUE(reported(context, "metadata.title-from-heading"));
}

TEST(InferMetadata, LeavesAPictureOutOfTheTitleThatHasWords) {
    Image logo;
    logo.alt = "A lamp";
    const auto title_of = [](Inlines content) {
        Context context;
        Document document;
        document.content = {Heading{{}, 1, std::move(content)}};
        infer_metadata(document, context);
        EXPECT_EQ(document.content.size(), 1U) << "the picture would be lost";
        return document.metadata.title;
    };
    EXPECT_EQ(title_of({logo, LineBreak(), Text("lampd")}), "lampd");
    EXPECT_EQ(title_of({logo}), "A lamp");
    Link link;
    link.content = {logo, Text(" lampd")};
    EXPECT_EQ(title_of({link}), "lampd");
}

TEST(InferMetadata, KeepsAHeadingThatSaysSomethingElse) {
    Context context;
    Document document;
    document.metadata.title = "The Harbour";
    document.content = {heading(1, "Lights")};
    infer_metadata(document, context);
    EXPECT_EQ(document.content.size(), 1U);
    Heading with_note = heading(1, "The Harbour");
    with_note.content.push_back(NoteRef{});
    document.content = {with_note};
    infer_metadata(document, context);
    EXPECT_EQ(document.content.size(), 1U) << "a note in the title would be lost";
}

TEST(InferMetadata, KeepsAHeadingWithoutLetters) {
    Context context;
    Document document;
    document.content = {heading(2, "?!"), Paragraph{{}, {Text("Text.")}}};
    infer_metadata(document, context);
    EXPECT_EQ(document.content.size(), 2U);
}

TEST(InferMetadata, TakesEveryRepetitionOfTheTitleAtOnce) {
    Context context;
    Document document;
    document.content = {heading(1, "Same", "a"), heading(2, "Same"), heading(2, "Same", "b"), heading(2, "Other")};
    infer_metadata(document, context);
    EXPECT_EQ(document.content.size(), 2U) << "an id that links may name is kept";
    const Document once = document;
    infer_metadata(document, context);
    EXPECT_EQ(document, once);
}

TEST(InferMetadata, ManyRepetitionsOfTheTitleTakeLinearTime) {
    Context context;
    Document document;
    document.content.assign(300'000, heading(1, "Same"));
    document.content.push_back(heading(2, "Other"));
    infer_metadata(document, context);
    EXPECT_EQ(document.content.size(), 1U);
}

TEST(RepairHeadings, LeavesNoGaps) {
    const std::pair<std::vector<int>, std::vector<int>> cases[] = {
        {{1, 2, 3, 2}, {1, 2, 3, 2}},
        {{1, 4, 2, 6}, {1, 2, 2, 3}},
        {{3, 3, 4}, {2, 2, 3}},
        {{4, 2, 1}, {2, 2, 1}},
    };
    for (const auto& [given, expected] : cases) {
        Context context;
        Document document;
        for (int level : given) document.content.push_back(heading(level, "h"));
        repair_headings(document, context);
        EXPECT_EQ(levels(document), expected);
    }
}

TEST(RepairHeadings, TakesEachNoteForItself) {
    Context context;
    Document document;
    document.content.push_back(heading(2, "h"));
    for (int note = 0; note < 2; ++note) {
        document.notes.emplace_back();
        for (int level : {4, 6}) document.notes.back().content.push_back(heading(level, "n"));
    }
    repair_headings(document, context);
    for (const Note& note : document.notes) {
        EXPECT_EQ(std::get<Heading>(note.content[0]).level, 2);
        EXPECT_EQ(std::get<Heading>(note.content[1]).level, 3);
    }
}

TEST(RepairHeadings, StartsBelowTheTitle) {
    Context context;
    Document document;
    document.metadata.title = "Title";
    for (int level : {3, 4, 3}) document.content.push_back(heading(level, "h"));
    repair_headings(document, context);
    EXPECT_EQ(levels(document), (std::vector<int>{2, 3, 2}));
}

TEST(AssignIds, NamesHeadingsAndUnwrapsDanglingLinks) {
    Context context;
    Document document;
    document.content = {heading(2, "Same"), heading(2, "Same"), heading(2, "…"), heading(2, "Own", "same-2"),
                        Paragraph{{}, {link("#same"), link("#nowhere"), link("https://example.org/#x")}}};
    assign_ids(document, context);
    std::vector<std::string> ids;
    walk(document, [&](const auto& node) {
        if (!node.id().empty()) ids.emplace_back(node.id());
    });
    EXPECT_EQ(ids, (std::vector<std::string>{"same", "same-3", "section", "same-2"}));
    const Inlines& content = std::get<Paragraph>(document.content.back()).content;
    EXPECT_EQ(std::get<Link>(content[0]).url, "#same");
    EXPECT_EQ(std::get<Text>(content[1]).text, "label");
    EXPECT_TRUE(std::holds_alternative<Link>(content[2]));
    EXPECT_TRUE(reported(context, "link.dangling"));
}

TEST(AssignIds, IsLinearInEqualHeadings) {
    Context context;
    Document document;
    for (int i = 0; i < 50'000; ++i) document.content.push_back(heading(2, "Same"));
    assign_ids(document, context);
    EXPECT_EQ(std::get<Heading>(document.content.back()).id(), "same-50000");
}

TEST(LimitDepth, FlattensAndKeepsEveryWord) {
    Blocks blocks = {Paragraph{{}, {Text("deep")}}};
    for (int i = 0; i < 400; ++i) {
        Quote quote;
        quote.content = std::move(blocks);
        quote.content.push_back(Paragraph{{}, {Text("level " + std::to_string(i))}});
        quote.attribution = {Text("who " + std::to_string(i))};
        blocks.clear();
        blocks.push_back(std::move(quote));
    }
    Inlines inlines = {Text("innermost")};
    for (int i = 0; i < 400; ++i) {
        Styled styled;
        styled.style = Style::emphasis;
        styled.content = std::move(inlines);
        inlines.clear();
        inlines.push_back(std::move(styled));
    }
    Document document;
    document.content = std::move(blocks);
    document.content.push_back(Paragraph{{}, std::move(inlines)});
    const auto words = [&] {
        std::multiset<std::string> found;
        walk(document, [&](const auto& node) {
            if constexpr (std::is_same_v<std::decay_t<decltype(node)>, Text>) found.insert(node.text);
        });
        return found;
    };
    const auto before = words();
    Context context;
    limit_depth(document, context);
    EXPECT_EQ(validate(document), std::vector<std::string>());
    EXPECT_EQ(words(), before);
    EXPECT_TRUE(reported(context, "document.depth-flattened"));
    const Document once = document;
    limit_depth(document, context);
    EXPECT_EQ(document, once);
}

class FakeLoader final : public ResourceLoader {
public:
    std::optional<std::string> load(std::string_view reference, std::uint64_t, std::string& reason) override {
        ++calls;
        if (reference == "bad.png") return "not an image";
        if (reference == "huge.png") return png(60'000, 60'000);
        if (reference.ends_with(".png")) return png(4, 2);
        reason = reference.starts_with("https:") ? "remote" : "not found";
        return std::nullopt;
    }

    static std::string png(std::uint32_t width, std::uint32_t height) {
        std::string bytes("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16);
        for (std::uint32_t value : {width, height})
            for (int shift : {24, 16, 8, 0}) bytes += static_cast<char>(value >> shift & 0xFFU);
        return bytes + std::string("\x08\x02\0\0\0", 5);
    }

    int calls = 0;
};

TEST(EmbedImages, LooksBesideTheInputBeforeThePagesOwnAddress) {
    class AskedLoader final : public ResourceLoader {
    public:
        std::optional<std::string> load(std::string_view reference, std::uint64_t, std::string& reason) override {
            asked.emplace_back(reference);
            reason = "not here";
            return std::nullopt;
        }
        std::vector<std::string> asked;
    };
    AskedLoader loader;
    ContextSettings settings;
    settings.loader = &loader;
    Context context(settings);
    Document document;
    document.base_url = "https://example.org/a/";
    Paragraph paragraph;
    for (const char* source : {"x.png", "https://other.org/y.png"}) {
        Image image;
        image.source = source;
        paragraph.content.push_back(image);
    }
    document.content = {paragraph};
    embed_images(document, context);
    EXPECT_EQ(loader.asked,
              (std::vector<std::string>{"x.png", "https://example.org/a/x.png", "https://other.org/y.png"}));
    EXPECT_EQ(context.diagnostics().front().message, "image https://example.org/a/x.png: not here");
}

TEST(EmbedImages, LoadsOncePerReferenceAndKeepsOneCopyPerContent) {
    FakeLoader loader;
    std::vector<std::string> stages;
    ContextSettings settings;
    settings.loader = &loader;
    settings.on_progress = [&](std::string_view stage) { stages.emplace_back(stage); };
    Context context(settings);
    Document document;
    document.base_url = "https://example.org/a/";
    Paragraph paragraph;
    for (const char* source :
         {"x.png", "x.png", "same.png", "bad.png", "huge.png", "file:///gone.jpg", "https://other.org/y.jpg"}) {
        Image image;
        image.source = source;
        paragraph.content.push_back(image);
    }
    document.content = {paragraph};
    embed_images(document, context);
    EXPECT_EQ(loader.calls, 6);
    EXPECT_EQ(stages, std::vector<std::string>(6, "images"));
    ASSERT_EQ(document.resources.size(), 1U);
    const Resource& resource = document.resources.at("image-1");
    EXPECT_EQ(resource.media_type, "image/png");
    EXPECT_EQ(resource.width, 4);
    EXPECT_EQ(resource.source_url, "https://example.org/a/x.png");
    const Inlines& images = std::get<Paragraph>(document.content[0]).content;
    for (std::size_t i : {0U, 1U, 2U}) EXPECT_EQ(std::get<Image>(images[i]).resource, "image-1");
    for (std::size_t i : {3U, 4U, 5U, 6U}) EXPECT_EQ(std::get<Image>(images[i]).resource, "");
    EXPECT_EQ(std::get<Image>(images[5]).source, "file:///gone.jpg");
    for (const char* code : {"image.unknown-type", "image.too-large", "image.missing", "image.remote"})
        EXPECT_TRUE(reported(context, code)) << code;
}

TEST(EmbedImages, TakesTheCoverFromTheContentOrLoadsIt) {
    const struct {
        const char* cover;
        const char* key;
        int calls;
    } cases[] = {
        {"https://example.org/a/x.png", "image-1", 1},  // the image of the content, by its full address
        {"same.png", "image-1", 2},                     // other name, same bytes
        {"bad.png", "", 2},
        {"https://other.org/y.jpg", "", 2},
    };
    for (const auto& c : cases) {
        FakeLoader loader;
        ContextSettings settings;
        settings.loader = &loader;
        Context context(settings);
        Document document;
        document.base_url = "https://example.org/a/";
        Image image;
        image.source = "x.png";
        document.content = {Paragraph{{}, {image}}};
        document.metadata.cover_source = c.cover;
        document.metadata.provenance[MetadataField::cover] = Origin::meta;
        embed_images(document, context);
        EXPECT_EQ(document.metadata.cover, c.key) << c.cover;
        EXPECT_EQ(document.metadata.cover_source, resolve_url(document.base_url, c.cover));
        EXPECT_EQ(loader.calls, c.calls) << c.cover;
        EXPECT_EQ(context.warnings(), 0U) << "a cover that cannot be had is no fault of the document's";
        EXPECT_EQ(reported(context, "image.cover-missing"), *c.key == '\0') << c.cover;
        EXPECT_EQ(validate(document), std::vector<std::string>());
    }
}

TEST(EmbedImages, LeavesNothingOfACoverThatIsNoAddress) {
    Context context;
    Document document;
    document.metadata.cover_source = "data:image/png;base64,AAAA";
    document.metadata.provenance[MetadataField::cover] = Origin::meta;
    embed_images(document, context);
    EXPECT_EQ(document.metadata, Metadata());
}

}  // namespace
}  // namespace offprint
