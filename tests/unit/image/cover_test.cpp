// A drawn cover on its way into a book.
#include <gtest/gtest.h>

#include "offprint/transform.hpp"
#include "pictures.hpp"
#include "support/conversion.hpp"

namespace offprint::testing {

TEST(CoverPixels, ADrawnCoverHasThoseThatShopsAskFor) {
    Document document;
    document.metadata.title = "The Light on Carrow Head";
    make_cover(document, "generate");
    Context context;
    const ImageRequest for_books = {.media_types = {"image/png", "image/jpeg", "image/svg+xml"}};
    fit_images(document, for_books, *registry(), context);
    EXPECT_TRUE(context.diagnostics().empty());
    const Resource& cover = document.resources.at(document.metadata.cover);
    EXPECT_TRUE(cover.media_type == "image/png" || cover.media_type == "image/jpeg") << cover.media_type;
    EXPECT_EQ(cover.width, 1600);
    EXPECT_EQ(cover.height, 2560);
    EXPECT_EQ(pixel(cover, 800, 100), (std::vector<int>{0xF7, 0xF4, 0xEC})) << "paper";
    EXPECT_NE(pixel(cover, 50, 100), pixel(cover, 800, 100)) << "the spine";
}

TEST(CoverPixels, OnlyTheCoverLosesItsVectors) {
    const std::string circle = "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='40'><circle r='9'/></svg>";
    Document document;
    document.resources["cover"] = resource_of(circle);
    document.resources["other"] = resource_of(circle + "<!-- another -->");
    document.metadata.cover = "cover";
    Context context;
    fit_images(document, {.media_types = {"image/png", "image/svg+xml"}}, *registry(), context);
    EXPECT_EQ(document.resources.at("cover").media_type, "image/png");
    EXPECT_EQ(document.resources.at("other").media_type, "image/svg+xml");
}

}  // namespace offprint::testing
