// Names of the outputs of a batch, by a template.
// Thread safety: a template is immutable; names belong to one thread at a time.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "offprint/metadata.hpp"

namespace offprint::cli {

/// "{date}/{title-slug}": text with fields in braces.
class NameTemplate {
public:
    /// Throws `Error{usage}` for an unknown field, and for what leads out of the output folder.
    explicit NameTemplate(std::string_view text);

    /// True if a name takes the input's digest, or the document that is in it.
    bool wants_digest() const { return wants_digest_; }
    bool wants_document() const { return wants_document_; }

    /// What the fields are made of.
    struct Values {
        std::string stem;                    ///< of the input's name
        std::string digest;                  ///< of the input, if it is wanted
        const Metadata* metadata = nullptr;  ///< of the document, if it is wanted
    };
    std::string expand(const Values& values) const;

private:
    enum class Field { stem, title_slug, date, hash8 };
    struct Part {
        std::string text;  ///< of what is no field
        Field field = Field::stem;
        bool is_field = false;
    };
    void append_field(std::string_view name);
    static std::string value_of(Field field, const Values& values);

    std::vector<Part> parts_;
    bool wants_digest_ = false;
    bool wants_document_ = false;
};

/// The names that are taken so far. Their hashes are kept, which is little for a hundred thousand: that two names have
/// one hash would cost a number behind the second.
class OutputNames {
public:
    struct Claim {
        std::filesystem::path path;
        std::size_t number = 1;  ///< behind the name; 1 is left out
    };

    /// `name` with `extension`, shortened to what file systems hold; "-2", "-3" and so on behind it until it is no
    /// earlier one and `is_free` says so. Many of one name take linear time.
    template <class IsFree>
    Claim claim(const std::string& name, const std::string& extension, IsFree&& is_free) {
        Claim claim{numbered(name, 1, extension), 1};
        if (take(claim.path) && is_free(claim.path)) return claim;
        std::size_t& last = last_number_.try_emplace(name, 1).first->second;
        do claim = {numbered(name, last + 1, extension), ++last};
        while (!take(claim.path) || !is_free(claim.path));
        return claim;
    }

private:
    static std::filesystem::path numbered(const std::string& name, std::size_t number, const std::string& extension);
    bool take(const std::filesystem::path& path) {
        return taken_.insert(std::hash<std::string>()(path.native())).second;
    }

    std::unordered_set<std::size_t> taken_;
    std::unordered_map<std::string, std::size_t> last_number_;  ///< of those that were wanted twice
};

}  // namespace offprint::cli
