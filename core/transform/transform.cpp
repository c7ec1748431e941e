#include "offprint/transform.hpp"

namespace offprint {

void transform(Document& document, Context& context) {
    context.progress("transform");
    limit_depth(document, context);
    infer_metadata(document, context);
    repair_headings(document, context);
    embed_images(document, context);
    assign_ids(document, context);
}

}  // namespace offprint
