// offprint-manifest LIBRARY: writes LIBRARY's manifest beside it. Part of building a plugin.
#include <filesystem>
#include <iostream>
#include <string>

#include "offprint/byte_sink.hpp"
#include "offprint/error.hpp"
#include "offprint/plugin_registry.hpp"

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: offprint-manifest LIBRARY\n";
        return 2;
    }
    try {
        const std::filesystem::path library = argv[1];
        const auto sink = offprint::create_file(std::filesystem::path(library).replace_extension(".manifest"));
        sink->write(offprint::make_manifest(library));
        sink->commit();
        return 0;
    } catch (const offprint::Error& error) {
        std::cerr << "offprint-manifest: error: " << error.full_message() << "\n";
        return 1;
    }
}
