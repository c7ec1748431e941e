// All files of a book's spine as one page of HTML, so that one mapper sees the notes, links and ids of all of them.
// Thread safety: belongs to one conversion on one thread.
#pragma once

#include <cstddef>
#include <functional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "offprint/context.hpp"
#include "offprint/document.hpp"
#include "reader/book_names.hpp"
#include "reader/element.hpp"

namespace offprint::epub {

/// On the element that holds the content of a file: the file's index in the spine.
inline constexpr std::string_view file_mark = "data-offprint-file";

/// The same where the notes of all files stand.
inline constexpr std::string_view notes_mark = "notes";

/// What a book is to be read as.
struct BookMarkup {
    bool is_own = false;  ///< this program wrote it: classes and ids are the model's
    Direction direction = Direction::unspecified;
    std::function<bool(const std::string& path)> has_file;
};

class BookPage {
public:
    /// `spine` are the paths of its files; they are added by their index.
    BookPage(std::vector<std::string> spine, BookMarkup markup, Context& context);

    /// Appends what `html`, the root of a file, has in its body.
    void add(std::size_t file, pugi::xml_node html);

    /// The name that links to `id` in a file lead to, for what is not on the page itself.
    std::string add_name(std::size_t file, std::string_view id);

    /// The page. References to what is not in the book have gone, with a diagnostic.
    std::string finish();

private:
    /// Markup with gaps where addresses and anchors come that are known when all files are.
    struct Part {
        struct Gap {
            std::size_t at;
            std::size_t file;  ///< of the target
            std::string id;    ///< of the target; empty for the file
            bool is_anchor;    ///< for the target itself: the beginning of a file
        };
        std::string text;
        std::vector<Gap> gaps;
    };

    /// An element that is written.
    struct Ended {
        std::string name;  ///< as the file has it
        std::string tag;   ///< that ends it; empty if only its content was written
        std::size_t at;    ///< where its content ended
    };

    void open_file(pugi::xml_node html, pugi::xml_node body);
    bool join(pugi::xml_node body);
    void write_content(pugi::xml_node body);
    bool enter(pugi::xml_node node);
    bool enter_element(pugi::xml_node node);
    void leave(pugi::xml_node node);
    void write_text(pugi::xml_node node);
    void write_start(const Element& element);
    Element element_of(pugi::xml_node node);
    void add_attribute(Element& element, pugi::xml_attribute attribute);
    bool enter_drawing(pugi::xml_node svg);
    std::string id_of(std::string_view escaped);
    void write_link(std::string_view escaped);
    std::string image_address(std::string_view escaped);
    std::string path_of(std::string_view reference) const;
    void fill(const Part& part, std::string& page) const;

    const std::vector<std::string> spine_;
    const BookMarkup markup_;
    Context& context_;
    BookNames names_;
    Part content_;
    Part notes_;
    Part* out_ = &content_;
    std::vector<bool> added_;  ///< by file
    std::size_t file_ = 0;
    std::vector<std::string> open_;    ///< the end tags that are due
    std::vector<Ended> ended_;         ///< the last element, the last one in it and so on
    std::vector<std::string> joined_;  ///< the end tags of what the file goes on with, outermost first
    int foreign_ = 0;                  ///< how deep in SVG or MathML
    bool has_shown_ = false;           ///< anything of this file
    bool task_mark_is_due_ = false;
};

}  // namespace offprint::epub
