// Resolves the addresses of a page.
// Thread safety: a resolver belongs to one conversion.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "html/container.hpp"
#include "html/dom/dom.hpp"
#include "offprint/context.hpp"

namespace offprint::html {

class LinkResolver {
public:
    /// `page_url` is where the page came from, empty if nobody knows. A `base` element counts. `strip_trackers` takes
    /// the parameters off links that only tell sites where readers came from. `container` is what the page came in.
    LinkResolver(const Dom& dom, std::string_view page_url, const Container& container, Context& context,
                 bool strip_trackers = false);

    /// What the page came in.
    const Container& container() const { return container_; }

    /// What relative addresses resolve against; may be empty.
    const std::string& base() const { return base_; }

    /// `reference` as an absolute address that is safe in any output, or "#id" of an element of this
    /// page; nullopt with a diagnostic when it is neither, or longer than 8 KiB.
    std::optional<std::string> link(std::string_view reference, SourceRange range) const;

    /// The same for addresses in metadata, without a diagnostic and never "#id"; empty when unusable.
    std::string absolute(std::string_view reference) const;

    /// True if what `reference` means came with the page, in one file.
    bool holds(std::string_view reference) const { return container_.find(base_, reference) != nullptr; }

    /// The id that a reference within this page means; empty when it leads elsewhere or nowhere.
    std::string_view fragment(std::string_view reference) const;

private:
    std::nullopt_t drop(const char* message, SourceRange range) const;

    const Dom& dom_;
    const Container& container_;
    Context& context_;
    bool strip_trackers_;
    std::string page_;
    std::string base_;
};

/// `url` without the parameters of its query that advertisers and mailing programs add ("utm_source", "fbclid").
std::string without_trackers(const std::string& url);

}  // namespace offprint::html
