#include "credits/byline.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace offprint::credits {
namespace {

/// "Ada Quill; Bo Lind (translator) | Staff Writer"; "-" for what is no byline.
std::string read(std::string_view line) {
    const std::optional<Byline> byline = parse_byline(line);
    if (!byline) return "-";
    std::string result;
    for (const Contributor& person : byline->people) {
        result += (result.empty() ? "" : "; ") + person.name;
        if (person.role != "author") result += " (" + person.role + ")";
    }
    return byline->about.empty() ? result : result + " | " + std::string(byline->about);
}

TEST(CreditsByline, Names) {
    const std::pair<const char*, const char*> cases[] = {
        {"By: Ada Quill", "Ada Quill"},
        {"by Ada Quill", "Ada Quill"},
        {"BY ADA QUILL, BO LIND & CY VOGT", "ADA QUILL; BO LIND; CY VOGT"},
        {"By Ada Quill, Bo Lind, and Cy Vogt", "Ada Quill; Bo Lind; Cy Vogt"},
        {"By Ada Quill and Ada Quill", "Ada Quill"},
        {"By Ada Quill / Bo Lind", "Ada Quill; Bo Lind"},
        {"By Ada Quill, MD, and Bo Lind, Jr.", "Ada Quill, MD; Bo Lind, Jr."},
        {"Written by Dr. J. R. Okonedo Jr.", "Dr. J. R. Okonedo Jr."},
        {"By Reuters", "Reuters"},
        {"Von Käthe Brandis und Uwe van der Laan", "Käthe Brandis; Uwe van der Laan"},
        {"Ein Beitrag von Käthe Brandis", "Käthe Brandis"},
        {"Text: Käthe Brandis", "Käthe Brandis"},
        {"Par Élodie Rocher et Jean de la Tour", "Élodie Rocher; Jean de la Tour"},
        {"Por Inés Ortega y Gasset", "Inés Ortega y Gasset"},
        {"Di Chiara Neri e Ugo Bassi", "Chiara Neri; Ugo Bassi"},
        {"Door Marijke de Wit en Bas Smit", "Marijke de Wit; Bas Smit"},
        {"Av Tove Marling", "Tove Marling"},
        {"Autor: Ewa Lis i Jan Wróbel", "Ewa Lis; Jan Wróbel"},
        {"Автор: Ирина Волкова", "Ирина Волкова"},
        {"Текст: Ирина Волкова и Пётр Лесков", "Ирина Волкова; Пётр Лесков"},
        {"作者：王小明、李红", "王小明; 李红"},
        {"著者：佐藤 花子", "佐藤 花子"},
        {"文：佐藤花子", "佐藤花子"},
        {"김민수 기자", "김민수"},
        {"本报记者 王小明", "王小明"},
        {"Translated by Bo Lind", "Bo Lind (translator)"},
        {"Übersetzt von Bo Lind", "Bo Lind (translator)"},
        {"Traduit par Jean Bon", "Jean Bon (translator)"},
        {"Photographs by Cy Vogt", "Cy Vogt (photographer)"},
        {"Edited by Bo Lind", "Bo Lind (editor)"},
    };
    for (const auto& [line, people] : cases) EXPECT_EQ(read(line), people) << line;
}

TEST(CreditsByline, WhatFollowsTheNames) {
    const std::pair<const char*, const char*> cases[] = {
        {"By Ada Quill, Staff Writer", "Ada Quill | Staff Writer"},
        {"By Ada Quill and Bo Lind, Harbour Press", "Ada Quill; Bo Lind | Harbour Press"},
        {"By Ada Quill, Arvenholm", "Ada Quill | Arvenholm"},
        {"By Ada Quill in Arvenholm", "Ada Quill | in Arvenholm"},
        {"Von Käthe Brandis, Redakteurin", "Käthe Brandis | Redakteurin"},
        {"By Ada Quill (ada@post.example)", "Ada Quill | ada@post.example)"},
    };
    for (const auto& [line, people] : cases) EXPECT_EQ(read(line), people) << line;
}

TEST(CreditsByline, EmptySlots) {
    for (const char* line : {"By: /", "By:", "By", "Author: -", "by admin", "By: , |"})
        EXPECT_EQ(read(line), "") << line;
}

TEST(CreditsByline, SentencesAreNone) {
    for (const char* line : {
             "By Christmas Eve nobody was left.",
             "By the time they came, it was dark.",
             "By Monday all was over.",
             "By Monday",
             "By 1914 nobody cared",
             "By and large",
             "Von hier aus sieht man das Meer",
             "Par temps de pluie, on attend",
             "De Gaulle",
             "Di Maio, Conte",
             "The story so far: Berlin",
             "Context: Berlin",
             "Presented by Harbour Bank",
             "Fact checked by Ada Quill",
             "Ada Quill",
             "",
         })
        EXPECT_EQ(read(line), "-") << line;
}

}  // namespace
}  // namespace offprint::credits
