// What one kind of source (JSON-LD, meta elements, the visible page) says about the article.
// Thread safety: a value.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "offprint/date.hpp"
#include "offprint/metadata.hpp"

namespace offprint::html {

/// Clean single-line text; an empty field means that the source says nothing.
struct Claims {
    std::string title;
    std::string subtitle;
    std::vector<Contributor> contributors;
    std::vector<Contributor> helpers;        ///< editors, translators and others who are not said to be authors
    std::vector<Contributor> organisations;  ///< said to be authors
    std::optional<Date> published;
    std::optional<Date> modified;
    std::string description;
    std::string publisher;
    std::string language;
    std::string url;
    std::string rights;
    std::string identifier;
    std::vector<std::string> keywords;
    std::string image;             ///< address as the source writes it
    std::string logo;              ///< the same of the publisher's
    bool is_paid = false;          ///< not every reader may read the whole
    std::uint32_t word_count = 0;  ///< of the whole text; 0 if not said
};

}  // namespace offprint::html
