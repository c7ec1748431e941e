#include "package/xml.hpp"

#include <gtest/gtest.h>

using namespace offprint::package;

TEST(Xml, SerializesWithoutIndentationAndEscapes) {
    pugi::xml_document document;
    pugi::xml_node root = append(document, "r");
    set(root, "a", "<\"&>");
    append(root, "t", "1 < 2 & 3 > 2");
    append_text(root, " tail\n");
    EXPECT_EQ(serialize(document, "<!DOCTYPE r>"),
              "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE r>\n"
              "<r a=\"&lt;&quot;&amp;>\"><t>1 &lt; 2 &amp; 3 &gt; 2</t> tail\n</r>\n");
}

TEST(Xml, SetReplacesAndTakesViewsThatAreNotTerminated) {
    pugi::xml_document document;
    pugi::xml_node root = append(document, "r");
    set(root, "a", std::string_view("long value").substr(0, 4));
    set(root, "b", {});
    set(root, "a", "new");
    EXPECT_STREQ(root.attribute("a").value(), "new");
    ASSERT_TRUE(root.attribute("b"));
    EXPECT_STREQ(root.attribute("b").value(), "");
    EXPECT_FALSE(root.attribute("b").next_attribute());
}

TEST(Xml, AppendsNoEmptyText) {
    pugi::xml_document document;
    append_text(append(document, "r"), "");
    EXPECT_FALSE(document.document_element().first_child());
}

TEST(Xml, DeepTreesAreWritten) {
    pugi::xml_document document;
    pugi::xml_node node = document;
    for (int depth = 0; depth < 1000; ++depth) node = append(node, "d");
    EXPECT_GT(serialize(document).size(), 3000u);
}
