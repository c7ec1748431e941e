// Metadata of pandoc's AST.
// Thread safety: belongs to one conversion on one thread.
#pragma once

#include <string>
#include <vector>

#include "losses.hpp"
#include "offprint/document.hpp"
#include "reader/ast_input.hpp"
#include "reader/content_reader.hpp"

namespace offprint::pandoc {

struct MetaField;

/// Named values in their order.
using MetaFields = std::vector<MetaField>;

/// A value of metadata, of any type. Text is what is left of inline elements and blocks.
struct MetaValue {
    std::string text;
    std::string id;               ///< of a `Span` that is all of the text
    std::vector<MetaValue> list;  ///< of a `MetaList`
    MetaFields fields;            ///< of a `MetaMap`
};

struct MetaField {
    std::string name;
    MetaValue value;
};

/// Reads the object of a document's metadata. Notes in it are left out of the document.
MetaFields read_metadata(AstInput& ast, ContentReader& content, Document& document);

/// Sets what the fields say of `document`, and of the articles that it is made of, if any. Those without a place in the
/// model are kept as attributes of the document, and the writer gives them back.
void set_metadata(Document& document, MetaFields fields, Losses& losses);

}  // namespace offprint::pandoc
