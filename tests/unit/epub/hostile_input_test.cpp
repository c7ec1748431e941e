#include <gtest/gtest.h>

#include <algorithm>

#include "epub_file.hpp"
#include "support/conversion.hpp"

namespace offprint::testing {

TEST(EpubHostileInput, LinksThatNoBookMayHoldLoseTheirTarget) {
    const char* addresses[] = {
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "relative.html",
        "",
        "#nowhere",
        "http://",
        "http:///x",
        "https:/x",
        "http:x",
        "http://a b/",
        "https://a..b/",
        "http://[bad]/",
        "http://foo:port/",
        "https://h:99999/",
        "https://<b>/",
        "https://%zz/",
        "mailto:",
        "gemini://x.y/",
    };
    for (const char* address : addresses) {
        const Written written = write_epub(article({paragraph(Inlines{link(address, "text")})}));
        EXPECT_EQ(written.file.body("chapter-1.xhtml"), "<p>text</p>") << address;
        EXPECT_EQ(written.codes, std::vector<std::string>{"epub.link-dropped"}) << address;
    }
    for (const char* address : {"http://example.org", "https://user@example.org:8080/ü?q=[1]#x#y", "https://пример.рф/",
                                "mailto:a@example.org", "tel:+1", "ftp://example.org/x", "urn:isbn:0"})
        EXPECT_TRUE(write_epub(article({paragraph(Inlines{link(address, "text")})})).codes.empty()) << address;
}

TEST(EpubHostileInput, IdsOfEveryScriptStayDistinctAndFindable) {
    const char* ids[] = {"введение", "введениe", "日本",      "1",         "-", ".",      "a:b",    "a_b",
                         "id-1",     "note-1",   "noteref-1", "heading-1", "A", "\u00e9", "e\u0301"};
    Document document = article({heading(2, "without an id")});
    Inlines links;
    for (const char* id : ids) {
        document.content.push_back(with_id(paragraph("x"), id));
        links.push_back(link(std::string("#") + id, "y"));
    }
    links.push_back(note_ref(0));
    document.notes = {note("n")};
    document.content.push_back(paragraph(std::move(links)));
    const Written written = write_epub(document);
    EXPECT_TRUE(written.codes.empty());
    EXPECT_EQ(written.file.xml("chapter-1.xhtml").select_nodes("//a[text()='y']").size(), std::size(ids));
}

TEST(EpubHostileInput, TitlesMayHoldMarkupAndBeLong) {
    Document document = article({});
    document.metadata.title = "<&\"]]>" + std::string(10'000, 'x');
    const EpubFile file = write_epub(document).file;
    EXPECT_EQ(file.package_texts("//dc:title").front(), document.metadata.title);
    EXPECT_EQ(write_epub(document).codes, (std::vector<std::string>{"epub.title-long", "epub.empty"}));
}

TEST(EpubHostileInput, ManyHeadingsAndNotesTakeLinearTime) {
    Document document = article({});
    for (std::size_t i = 0; i < 20'000; ++i) {
        document.content.push_back(heading(2, "h"));
        document.content.push_back(paragraph(Inlines{note_ref(i)}));
        document.notes.push_back(note("n"));
        // Each note refers to the next one, which must not become recursion.
        if (i > 0) document.notes[i - 1].content.push_back(paragraph(Inlines{note_ref(i)}));
    }
    const EpubFile file(write("epub", document));
    EXPECT_GT(file.spine().size(), 10u);
}

TEST(EpubHostileInput, ManyChaptersShareFiles) {
    Document document = article({});
    for (std::size_t i = 0; i < 70'000; ++i) document.content.push_back(heading(1, "h"));
    const Written written = write_epub(document);
    EXPECT_GE(written.file.spine().size(), 2000u);
    EXPECT_LT(written.file.spine().size(), 2100u);
    EXPECT_EQ(written.codes, std::vector<std::string>{"epub.too-many-chapters"});
}

TEST(EpubHostileInput, OneLongParagraphTakesLinearTimeWhateverItHolds) {
    constexpr std::size_t length = 20'000'000;
    const EpubFile letters(write("epub", article({paragraph(std::string(length, 'x'))})));
    EXPECT_GT(letters.spine().size(), 80u);
    const EpubFile spaces(write("epub", article({paragraph(std::string(length, ' '))})));
    EXPECT_GT(spaces.spine().size(), 80u);
    Inlines pieces(length / 20, Text("Short. "));
    const EpubFile texts(write("epub", article({paragraph(std::move(pieces))})));
    EXPECT_GT(texts.spine().size(), 80u);
}

TEST(EpubHostileInput, DeepNestingIsWritten) {
    Block block = paragraph("x");
    for (int i = 0; i < 120; ++i) {
        Group group;
        group.kind = i % 2 == 0 ? GroupKind::section : GroupKind::aside;
        group.content = {std::move(block)};
        block = std::move(group);
    }
    write_epub(article({std::move(block)}));
}

TEST(EpubHostileInput, ImagesAreJudgedByTheirBytes) {
    Image image;
    image.alt = "words";
    Document document = article({});
    const std::pair<const char*, const char*> images[] = {
        {"image/png", "no image at all"}, {"image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\"><g></svg>"}};
    for (const auto& [media_type, bytes] : images) {
        image.resource = media_type;
        document.resources[media_type] = {std::make_shared<const std::string>(bytes), media_type, {}, 0, 0};
        document.content.push_back(paragraph(Inlines{image, image}));
    }
    const Written written = write_epub(document);
    EXPECT_EQ(written.codes, (std::vector<std::string>{"image.broken", "epub.image-type"})) << "each once";
    EXPECT_FALSE(written.file.xml("chapter-1.xhtml").select_node("//img"));
}

}  // namespace offprint::testing
