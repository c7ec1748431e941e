// The notes and assets that a document names while it is read; what they are may come later in the text.
// Thread safety: values.
#pragma once

#include <cstddef>
#include <map>
#include <string>

namespace offprint::json {

/// One name that was used.
struct Reference {
    std::size_t number = 0;  ///< in the order in which the names were first used
    std::size_t offset = 0;  ///< where that was
};

/// Names by first use.
class ReferenceTable {
public:
    /// The number of `name`, which stands at `offset`.
    std::size_t add(const std::string& name, std::size_t offset) {
        return references_.try_emplace(name, Reference{references_.size(), offset}).first->second.number;
    }

    const std::map<std::string, Reference>& all() const { return references_; }

private:
    std::map<std::string, Reference> references_;
};

/// Until all is read, `NoteRef::note` is the number of a reference in `notes`.
struct References {
    ReferenceTable notes;
    ReferenceTable assets;
};

}  // namespace offprint::json
