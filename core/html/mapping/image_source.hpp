// Which file an image element means, among all that sites offer.
// Thread safety: pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "html/dom/dom.hpp"
#include "html/mapping/links.hpp"

namespace offprint::html {

/// One entry of a srcset.
struct ImageCandidate {
    std::string_view url;
    double width = 0;  ///< in pixels, as declared or by its density
};

/// The entries of a srcset (HTML, section 4.8.4.2.1). `declared_width` is the image's own, 0 when not known.
std::vector<ImageCandidate> image_candidates(std::string_view srcset, double declared_width);

/// The reference of an `img` or `source` as the page names it: its src or what a lazy loader would put there, unless
/// that is known to be small and the srcset has a larger one, of the width that e-readers show. Empty if there
/// is none. A view into the page, for a data: URI may be most of it.
std::string_view image_source(const Dom& dom, NodeIndex image);

/// The first of all references of an `img` or `source` for which the file of the page has a part; empty if there is
/// none.
std::string_view held_image(const Dom& dom, NodeIndex image, const LinkResolver& links);

/// True for an address whose path ends like an image's file: "photo.jpg?w=800".
bool names_image_file(std::string_view value);

/// The last part of an address' path.
std::string_view file_name(std::string_view source);

/// The name of a picture's file without the size that sites add to it, so that one picture in several sizes compares
/// equal: "boat.jpg" for "boat-1024x683.jpg", "boat-scaled.jpg" and "image?url=%2Fboat.jpg&w=640".
std::string picture_name(std::string_view address);

/// True for a short data: URL that shows nothing: a dot, a drawing of nothing, or no image at all.
bool keeps_a_place(std::string_view source);

/// A data: image in src that is so short that a lazy loader may have put it there, but has pixels to show: the last
/// resort where `image_source` found nothing. Empty if there is none.
std::string_view small_image(const Dom& dom, NodeIndex image);

}  // namespace offprint::html
