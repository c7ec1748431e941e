// What the tests of format `pandoc` share: documents around a few blocks.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "offprint/error.hpp"
#include "offprint/text.hpp"
#include "support/conversion.hpp"

namespace offprint::testing {

/// A document of pandoc's with these blocks and metadata, both without their brackets.
inline std::string pandoc_json(std::string_view blocks, std::string_view meta = "") {
    return std::string(R"({"pandoc-api-version":[1,23,1],"meta":{)")
               .append(meta)
               .append(R"(},"blocks":[)")
               .append(blocks) +
           "]}";
}

/// A paragraph with these inline elements.
inline std::string pandoc_para(std::string_view inlines) {
    return pandoc_json(std::string(R"({"t":"Para","c":[)").append(inlines) + "]}");
}

inline ReadResult read_blocks(std::string_view blocks) {
    return read_only("pandoc", pandoc_json(blocks));
}

/// The only inline nodes of the only paragraph.
inline Inlines read_inlines(std::string_view inlines) {
    return std::get<Paragraph>(read_only("pandoc", pandoc_para(inlines)).document.content.at(0)).content;
}

/// The words of all of the document.
inline std::string words_of(const Document& document) {
    return plain_text(document.content);
}

/// What is said of input that cannot be read.
inline std::string pandoc_error(std::string json) {
    try {
        read_only("pandoc", std::move(json));
    } catch (const Error& error) {
        EXPECT_TRUE(error.code() == ErrorCode::malformed_input || error.code() == ErrorCode::limit_exceeded);
        return error.full_message();
    }
    return "";
}

/// A document of these blocks.
inline Document document_of(Blocks blocks) {
    Document document;
    document.content = std::move(blocks);
    return document;
}

inline Paragraph paragraph_of(Inlines inlines) {
    Paragraph paragraph;
    paragraph.content = std::move(inlines);
    return paragraph;
}

}  // namespace offprint::testing
