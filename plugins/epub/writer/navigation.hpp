// The tables of contents: the navigation document (EPUB 3.3, section 7) and the NCX of EPUB 2 for older
// reading systems.
// Thread safety: pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "offprint/document.hpp"
#include "writer/layout.hpp"
#include "writer/publication.hpp"

namespace offprint::epub {

inline constexpr std::string_view navigation_file = "nav.xhtml";

/// One line of the table of contents.
struct NavigationPoint {
    std::string label;      ///< never empty
    std::string reference;  ///< relative to the package document
    std::vector<NavigationPoint> children;
};

/// The title page first, then articles and headings in the order of the spine, `depth` levels of them.
std::vector<NavigationPoint> navigation(const Document& document, const Layout& layout, const Publication& publication,
                                        int depth);

/// A place that reading systems offer to go to.
struct Landmark {
    const char* type;        ///< as the navigation document calls it (EPUB 3 Structural Semantics)
    const char* guide_type;  ///< as the guide of EPUB 2 does
    std::string file;
};

/// The navigation document, with landmarks.
std::string navigation_document(const std::vector<NavigationPoint>& points, const std::vector<Landmark>& landmarks,
                                const Publication& publication);

/// The NCX (OPF 2.0.1, section 2.4.1).
std::string ncx(const std::vector<NavigationPoint>& points, const Publication& publication);

}  // namespace offprint::epub
