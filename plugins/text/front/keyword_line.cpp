#include "front/keyword_line.hpp"

#include <algorithm>
#include <iterator>
#include <string>

#include "credits/words.hpp"
#include "lines/marks.hpp"
#include "offprint/text.hpp"

namespace offprint::text {

namespace {

/// What stands before a colon; in lower case (of ASCII), and with the capitals that other letters have.
constexpr std::string_view labels[] = {
    "tags",
    "tag",
    "topics",
    "topic",
    "keywords",
    "key words",
    "filed under",
    "posted in",
    "tagged",
    "labels",
    "categories",
    "schlagworte",
    "schlagwörter",
    "stichworte",
    "stichwörter",
    "étiquettes",
    "Étiquettes",
    "mots-clés",
    "mots clés",
    "etiquetas",
    "palabras clave",
    "parole chiave",
    "etichette",
    "palavras-chave",
    "trefwoorden",
    "tagi",
    "słowa kluczowe",
    "метки",
    "Метки",
    "теги",
    "Теги",
    "ключевые слова",
    "Ключевые слова",
    "nyckelord",
    "etiketter",
    "emneord",
    "nøgleord",
    "avainsanat",
    "asiasanat",
    "klíčová slova",
    "štítky",
    "Štítky",
    "címkék",
    "kulcsszavak",
    "etiketler",
    "anahtar kelimeler",
    "ετικέτες",
    "Ετικέτες",
    "λέξεις-κλειδιά",
    "Λέξεις-κλειδιά",
    "الوسوم",
    "وسوم",
    "الكلمات المفتاحية",
    "كلمات مفتاحية",
    "برچسب‌ها",
    "کلیدواژه‌ها",
    "کلیدواژه",
    "תגיות",
    "תגים",
    "מילות מפתח",
    "टैग",
    "แท็ก",
    "标签",
    "標籤",
    "关键词",
    "關鍵詞",
    "タグ",
    "キーワード",
    "태그",
    "키워드",
    "kata kunci",
    "từ khóa",
};

/// What needs no colon.
constexpr std::string_view fronts[] = {"filed under ", "tagged with ", "posted in ", "tagged: "};

std::optional<std::string_view> after_label(std::string_view line) {
    constexpr std::size_t longest_label = 48;
    const std::string head = to_lower_ascii(line.substr(0, longest_label));
    for (std::string_view sign : {":", "："}) {
        const std::size_t colon = head.find(sign);
        if (colon == std::string::npos) continue;
        const std::string_view label = trim(std::string_view(head).substr(0, colon));
        if (std::find(std::begin(labels), std::end(labels), label) != std::end(labels))
            return trim(line.substr(colon + sign.size()));
    }
    for (std::string_view front : fronts)
        if (head.starts_with(front)) return trim(line.substr(front.size()));
    return std::nullopt;
}

}  // namespace

std::optional<std::string_view> keywords_in(std::string_view line) {
    constexpr std::size_t longest_line = 400;
    constexpr std::size_t most_words_of_keyword = 5;
    if (line.size() > longest_line) return std::nullopt;
    const std::optional<std::string_view> keywords = after_label(line);
    if (!keywords || keywords->empty() || ends_sentence(*keywords)) return std::nullopt;
    const std::size_t words = credits::split_words(*keywords).size();
    std::size_t parts = 1;
    for (std::string_view sign : {",", ";", "،", "、", "，", "|", "·", "#"})
        for (std::size_t at = keywords->find(sign); at != std::string_view::npos; at = keywords->find(sign, at + 1))
            ++parts;
    return words <= parts * most_words_of_keyword ? keywords : std::nullopt;
}

}  // namespace offprint::text
