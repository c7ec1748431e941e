// offprint-every-node FOLDER: writes the document that uses every node kind, and a book of two of
// them, to FOLDER in every format that can be written.
#include <filesystem>
#include <fstream>
#include <iostream>

#include "offprint/error.hpp"
#include "support/conversion.hpp"

int main(int argc, char** argv) {
    using namespace offprint;
    if (argc != 2) {
        std::cerr << "usage: offprint-every-node FOLDER\n";
        return 2;
    }
    try {
        const Document article = testing::every_node();
        const Document book = make_book({article, article});
        for (const FormatInfo& format : testing::registry()->formats()) {
            if (!format.can_write) continue;
            const std::filesystem::path stem = std::filesystem::path(argv[1]);
            const std::string extension = "." + format.extensions.front();
            std::ofstream(stem / ("every-node" + extension), std::ios::binary)
                << testing::write(format.format, article);
            std::ofstream(stem / ("book" + extension), std::ios::binary) << testing::write(format.format, book);
        }
        return 0;
    } catch (const Error& error) {
        std::cerr << "offprint-every-node: " << error.full_message() << "\n";
        return 1;
    }
}
