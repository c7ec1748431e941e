#include "html/mapping/code_language.hpp"

#include <algorithm>
#include <array>

#include "html/dom/name_tokens.hpp"
#include "offprint/text.hpp"

namespace offprint::html {

namespace {

constexpr std::array<std::string_view, 158> languages{
    "abap",       "actionscript", "ada",        "agda",       "apache",      "applescript", "arduino",     "asm",
    "astro",      "awk",          "bash",       "basic",      "bat",         "c",           "c#",          "c++",
    "cjs",        "clojure",      "cmake",      "cmd",        "cobol",       "coffee",      "common-lisp", "console",
    "coq",        "cpp",          "crystal",    "cs",         "csharp",      "css",         "csv",         "cuda",
    "cypher",     "cython",       "d",          "dart",       "delphi",      "diff",        "django",      "docker",
    "dockerfile", "dot",          "elisp",      "elixir",     "elm",         "erb",         "erlang",      "f#",
    "fish",       "forth",        "fortran",    "fsharp",     "gherkin",     "gleam",       "glsl",        "go",
    "golang",     "graphql",      "groovy",     "handlebars", "haskell",     "hcl",         "hlsl",        "hs",
    "html",       "http",         "idris",      "ini",        "ipython",     "java",        "javascript",  "jinja",
    "jinja2",     "js",           "json",       "json5",      "jsonc",       "jsx",         "julia",       "kotlin",
    "kt",         "latex",        "lean",       "less",       "liquid",      "lisp",        "lua",         "makefile",
    "markdown",   "mathematica",  "matlab",     "md",         "mermaid",     "mjs",         "mysql",       "nasm",
    "nginx",      "nim",          "nix",        "objc",       "objective-c", "ocaml",       "odin",        "pascal",
    "perl",       "perl6",        "pgsql",      "php",        "plsql",       "powershell",  "prolog",      "properties",
    "protobuf",   "ps1",          "puppet",     "pwsh",       "py",          "python",      "python3",     "r",
    "racket",     "raku",         "rb",         "regex",      "rs",          "rst",         "ruby",        "rust",
    "sass",       "scala",        "scheme",     "scss",       "sh",          "shell",       "solidity",    "sparql",
    "sql",        "svelte",       "swift",      "terraform",  "tex",         "tf",          "toml",        "ts",
    "tsx",        "twig",         "typescript", "verilog",    "vhdl",        "vim",         "vue",         "wasm",
    "wgsl",       "xml",          "yaml",       "yml",        "zig",         "zsh"};

/// Words that stand for "no language".
bool is_no_language(std::string_view name) {
    static constexpr std::array<std::string_view, 8> words{"none",    "nohighlight", "plain",   "plaintext",
                                                           "default", "text",        "unknown", "undefined"};
    return std::find(words.begin(), words.end(), name) != words.end();
}

/// The language in a class word with a prefix: "language-c++", "highlight-source-js", "src-rust".
std::string_view after_prefix(std::string_view word) {
    static constexpr std::array<std::string_view, 9> prefixes{"language-",       "lang-",  "highlight-source-",
                                                              "highlight-text-", "brush:", "highlight-",
                                                              "source-",         "src-",   "code-"};
    for (std::string_view prefix : prefixes)
        if (word.starts_with(prefix)) return word.substr(prefix.size());
    return {};
}

/// Whether the classes are those of a highlighter, which may name the language by itself beside its own name.
bool is_highlighter(const std::string& word) {
    return word == "hljs" || word == "highlight" || word == "sourcecode" || word == "codehilite" || word == "src" ||
           word == "prettyprint";
}

std::string language_from_class(const Dom& dom, NodeIndex node) {
    const bool is_code = dom.tag(node) == Tag::code || dom.tag(node) == Tag::pre;
    const std::vector<std::string> words = class_words(dom, node);
    const bool is_only_word = words.size() == 1 && dom.tag(node) == Tag::code && dom.tag(dom.parent(node)) == Tag::pre;
    const bool highlighted = is_only_word || std::any_of(words.begin(), words.end(), is_highlighter);
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::string word = words[i];
        const bool is_brush = word.starts_with("brush:");
        if (word == "brush:" && i + 1 < words.size()) word += words[i + 1];
        while (word.ends_with(';')) word.pop_back();
        const std::string_view named = after_prefix(word);
        const bool declared = is_brush || (is_code && (word.starts_with("language-") || word.starts_with("lang-")));
        if (!named.empty() && (declared || is_code_language(named) || is_no_language(named))) return std::string(named);
        if (named.empty() && highlighted && is_code_language(word)) return word;
    }
    return {};
}

/// What may stand between the code and the box that names its language.
bool is_box(Tag tag) {
    switch (tag) {
        case Tag::code:
        case Tag::div:
        case Tag::figure:
        case Tag::pre:
        case Tag::span:
        case Tag::table:
        case Tag::tbody:
        case Tag::td:
        case Tag::tr:
        case Tag::unknown:
            return true;
        default:
            return false;
    }
}

}  // namespace

bool is_code_language(std::string_view name) {
    static_assert(std::is_sorted(languages.begin(), languages.end()), "found by binary search");
    return std::binary_search(languages.begin(), languages.end(), name);
}

std::string code_language(const Dom& dom, NodeIndex code) {
    constexpr int farthest_box = 7;
    NodeIndex node = code;
    for (int level = 0; level < farthest_box && node != no_node && is_box(dom.tag(node)); ++level) {
        std::string language;
        for (std::string_view attribute : {"data-lang", "data-language", "data-enlighter-language"})
            if (language.empty()) language = to_lower_ascii(trim(dom.attribute(node, attribute)));
        if (language.empty() && dom.tag(node) == Tag::unknown)
            language = to_lower_ascii(trim(dom.attribute(node, "language")));
        if (language.empty()) language = language_from_class(dom, node);
        if (!language.empty()) return is_no_language(language) ? std::string() : language;
        node = dom.parent(node);
    }
    return {};
}

}  // namespace offprint::html
