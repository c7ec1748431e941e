// What readers keep of a book, their place in it and their marks, hangs on the names of files and ids.
#include <gtest/gtest.h>

#include <set>

#include "epub_file.hpp"
#include "support/conversion.hpp"

namespace offprint::testing {

namespace {

Image image_of(Document& document, const char* key, std::string color) {
    const std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><rect fill=\"" + color + "\"/></svg>";
    document.resources[key] = {std::make_shared<const std::string>(svg), "image/svg+xml", {}, 0, 0};
    Image image;
    image.alt = "A square";
    image.resource = key;
    return image;
}

// Three chapters of several files, each with nameless headings, notes and an image.
Document three_chapters() {
    Document document = article({});
    for (const char* color : {"red", "green", "blue"}) {
        document.content.push_back(heading(1, color));
        document.content.push_back(paragraph(std::string(800, 'a')));
        document.content.push_back(heading(2, "nameless"));
        document.content.push_back(
            paragraph(Inlines{image_of(document, color, color), note_ref(document.notes.size())}));
        document.notes.push_back(note("n"));
    }
    return document;
}

// Into the second chapter.
Document with_more(Document document) {
    const std::size_t number = document.notes.size();
    document.notes.insert(document.notes.begin(), note("more"));
    for (Block& block : document.content)
        if (auto* text = std::get_if<Paragraph>(&block))
            for (Inline& node : text->content)
                if (auto* reference = std::get_if<NoteRef>(&node)) ++reference->note;
    const Blocks more = {heading(2, "one more"), paragraph(std::string(900, 'm')),
                         paragraph(Inlines{image_of(document, "a", "black"), note_ref(0)})};
    document.content.insert(document.content.begin() + 5, more.begin(), more.end());
    EXPECT_EQ(number, 3u);
    return document;
}

std::set<std::string> ids(const EpubFile& file, const std::string& name) {
    std::set<std::string> ids;
    for (const pugi::xpath_node& found : file.xml(name).select_nodes("//@id | //@src"))
        ids.insert(found.attribute().value());
    return ids;
}

}  // namespace

TEST(EpubStability, MoreInOneChapterRenamesNothingInTheOthers) {
    const EpubFile before = write_epub(three_chapters(), {{"split-size", "1"}}).file;
    const EpubFile after = write_epub(with_more(three_chapters()), {{"split-size", "1"}}).file;
    EXPECT_GT(after.spine().size(), before.spine().size());
    for (const std::string& name : before.spine()) {
        ASSERT_TRUE(after.has("EPUB/" + name)) << name;
        if (name.starts_with("chapter-2")) continue;
        EXPECT_EQ(ids(after, name), ids(before, name)) << name;
    }
    EXPECT_EQ(ids(before, "chapter-3-2.xhtml").size(), 4u) << "a heading, a reference, a note and an image";
}

TEST(EpubStability, MoreInOneArticleRenamesNothingInTheOthers) {
    const EpubFile before = write_epub(make_book({three_chapters(), three_chapters()})).file;
    const EpubFile after = write_epub(make_book({with_more(three_chapters()), three_chapters()})).file;
    EXPECT_NE(after.bytes("EPUB/article-1-chapter-2.xhtml"), before.bytes("EPUB/article-1-chapter-2.xhtml"));
    for (const char* name : {"article-2-chapter-1.xhtml", "article-2-chapter-2.xhtml", "article-2-chapter-3.xhtml"})
        EXPECT_EQ(after.bytes(std::string("EPUB/") + name), before.bytes(std::string("EPUB/") + name)) << name;
}

TEST(EpubStability, EqualImagesAreOneFile) {
    Document document = three_chapters();
    image_of(document, "blue", "red");
    const EpubFile file = write_epub(document).file;
    EXPECT_EQ(file.package().select_nodes("//item[starts-with(@href, 'images/')]").size(), 2u);
}

}  // namespace offprint::testing
