#include "credits/people.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace offprint::credits {
namespace {

std::string names_in(std::string_view text) {
    std::vector<Contributor> people;
    add_people(text, "", people);
    std::string names;
    for (const Contributor& person : people) names += (names.empty() ? "" : "; ") + person.name;
    return names;
}

TEST(CreditsPeople, SentencesNameNobody) {
    for (const char* text : {
             "By Christmas Eve nobody was left.",
             "By the end of May, the harbour had frozen over.",
             "By New Year everyone slept badly.",
             "Par Noël Dernier personne ne restait.",
             "Von Sankt Gallen fuhren sie weiter.",
         })
        EXPECT_EQ(names_in(text), "") << text;
}

TEST(CreditsPeople, WhatTheyAreAndWhereFollowsACommaBehindTheirNames) {
    const std::pair<const char*, const char*> cases[] = {
        {"By Ada Quill, Program Chair", "Ada Quill"},
        {"By Ada Quill, Tide Post Columnist", "Ada Quill"},
        {"Ada Quill and Ben Reed, The Harbour Post", "Ada Quill; Ben Reed"},
        {"Ada Quill and Ben Reed, PhD", "Ada Quill; Ben Reed, PhD"},
        {"Ada Quill, Ben Reed and Cleo Marsh", "Ada Quill; Ben Reed; Cleo Marsh"},
        {"Ada Quill, Ben Reed", "Ada Quill; Ben Reed"},
        {"陆知远，王小明", "陆知远; 王小明"},
        {"Ada Quill <ada at post dot example>", "Ada Quill"},
    };
    for (const auto& [text, names] : cases) EXPECT_EQ(names_in(text), names) << text;
}

TEST(CreditsPeople, Languages) {
    const std::pair<const char*, const char*> cases[] = {
        {"By Ada Quill", "Ada Quill"},
        {"By Ada Quill for the Harbour Post.", "Ada Quill"},
        {"By Ada Quill, who writes about the sea.", "Ada Quill"},
        {"Written by Ada Quill Jr.", "Ada Quill Jr."},
        {"Von Käthe Brandis und Uwe van der Laan", "Käthe Brandis; Uwe van der Laan"},
        {"Par Élodie Rocher et Jean de la Tour", "Élodie Rocher; Jean de la Tour"},
        {"Por Inés Ortega y Gasset", "Inés Ortega y Gasset"},
        {"Di Chiara Neri e Ugo Bassi", "Chiara Neri; Ugo Bassi"},
        {"Door Marijke de Wit en Bas Smit", "Marijke de Wit; Bas Smit"},
        {"Av Tove Marling och Nils Åberg", "Tove Marling; Nils Åberg"},
        {"Przez Ewa Lis", "Ewa Lis"},
        {"Автор: Ирина Волкова", "Ирина Волкова"},
        {"作者：王小明", "王小明"},
    };
    for (const auto& [text, names] : cases) EXPECT_EQ(names_in(text), names) << text;
}

TEST(CreditsPeople, YearsOfALifeAreNoPartOfANameInALibrarysOrder) {
    std::vector<Contributor> people;
    add_people("Quill, Ada, 1850-1910", "", people);
    ASSERT_EQ(people.size(), 1U);
    EXPECT_EQ(people[0].name, "Ada Quill");
    EXPECT_EQ(people[0].file_as, "Quill, Ada");
}

}  // namespace
}  // namespace offprint::credits
