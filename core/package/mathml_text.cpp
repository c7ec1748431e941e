#include <string>

#include "offprint/text.hpp"
#include "package/foreign_markup.hpp"

namespace offprint::package {

namespace {

std::string_view name_of(pugi::xml_node node) {
    return node.name();
}

bool is_token(pugi::xml_node node) {
    const std::string_view name = name_of(node);
    return name == "mi" || name == "mn" || name == "mo" || name == "mtext" || name == "ms";
}

/// True for what reads as one thing without parentheses around it.
bool is_single(pugi::xml_node node) {
    while (name_of(node) == "mrow" && node.first_child() && node.first_child() == node.last_child())
        node = node.first_child();
    return is_token(node) || name_of(node) == "mfenced";
}

bool is_nothing(pugi::xml_node node) {
    return !node.first_child() && !is_token(node);
}

/// "sin", "if": set apart from the letters around it.
bool is_word(pugi::xml_node token, std::string_view text) {
    return name_of(token) == "mtext" || (name_of(token) == "mi" && code_points(text) > 1);
}

bool is_alphanumeric(char c) {
    return static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
           (c >= 'a' && c <= 'z');
}

/// Writes the elements that `append_mathml` makes; the recursion here ends where its bound of the depth is.
class LinearWriter {
public:
    void write_all(pugi::xml_node row) {
        for (pugi::xml_node child : row.children()) write(child);
    }

    std::string text() const { return collapse_space(text_); }

private:
    void write(pugi::xml_node node) {
        const std::string_view name = name_of(node);
        const pugi::xml_node first = node.first_child();
        if (is_token(node)) return write_token(node);
        if (name == "mfrac") return write_marked(first, "/", node.last_child());
        if (name == "msub" || name == "munder") return write_marked(first, "_", node.last_child());
        if (name == "msup" || name == "mover") return write_marked(first, "^", node.last_child());
        if (name == "msubsup" || name == "munderover") return write_scripts(node);
        if (name == "mmultiscripts") return write_scripts(node);
        if (name == "mroot") return write_root(first, node.last_child());
        if (name == "mtable") return write_table(node);
        if (name == "mphantom") return;  // keeps a place, and shows nothing
        if (name == "msqrt") return write_enclosed("√(", node, {}, ")");
        if (name == "mfenced")
            return write_enclosed(node.attribute("open").as_string("("), node, ", ",
                                  node.attribute("close").as_string(")"));
        if (name == "mspace") text_ += ' ';
        write_all(node);
    }

    void write_token(pugi::xml_node token) {
        const std::string_view text = token.text().get();
        const bool word = is_word(token, text);
        // Function application, times, separator, plus: what a formula means and does not show.
        for (std::string_view invisible : {"\u2061", "\u2062", "\u2063", "\u2064"})
            if (text == invisible) return;
        if ((word || after_word_) && !text.empty() && !text_.empty() && is_alphanumeric(text_.back()) &&
            is_alphanumeric(text.front()))
            text_ += ' ';
        text_ += text;
        after_word_ = word;
    }

    void write_single(pugi::xml_node node) {
        if (is_single(node)) return write(node);
        text_ += '(';
        write(node);
        text_ += ')';
    }

    void write_marked(pugi::xml_node base, std::string_view mark, pugi::xml_node other) {
        if (!is_nothing(base)) write_single(base);
        if (is_nothing(other)) return;
        text_ += mark;
        write_single(other);
        after_word_ = true;  // what follows is no part of the script
    }

    /// A base, then scripts below and above it by turns.
    void write_scripts(pugi::xml_node node) {
        const pugi::xml_node base = node.first_child();
        if (!is_nothing(base)) write_single(base);
        bool below = true;
        for (pugi::xml_node script = base.next_sibling(); script; script = script.next_sibling()) {
            if (name_of(script) == "mprescripts") continue;
            write_marked({}, below ? "_" : "^", script);
            below = !below;
        }
    }

    void write_root(pugi::xml_node base, pugi::xml_node degree) {
        text_ += "√[";
        write(degree);
        text_ += "](";
        write(base);
        text_ += ')';
    }

    void write_enclosed(std::string_view open, pugi::xml_node row, std::string_view separator, std::string_view close) {
        text_ += open;
        for (pugi::xml_node child : row.children()) {
            if (child != row.first_child()) text_ += separator;
            write(child);
        }
        text_ += close;
    }

    void write_table(pugi::xml_node table) {
        text_ += '[';
        for (pugi::xml_node row : table.children()) {
            if (row != table.first_child()) text_ += "; ";
            write_enclosed({}, row, ", ", {});
        }
        text_ += ']';
    }

    std::string text_;
    bool after_word_ = false;
};

}  // namespace

std::string mathml_text(std::string_view mathml) {
    pugi::xml_document document;
    LinearWriter writer;
    if (append_mathml(document, mathml)) writer.write_all(document.first_child());
    return writer.text();
}

}  // namespace offprint::package
