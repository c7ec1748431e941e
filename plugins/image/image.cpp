// What the service `image` offers.

#include "isolated_converter.hpp"
#include "offprint/plugin.hpp"
#include "offprint/version.hpp"

extern "C" const offprint::PluginDescriptor offprint_plugin = {
    .kind = offprint::PluginKind::service,
    .format = "image",
    .title = "Conversion of images",
    .version = OFFPRINT_VERSION,
    .make_image_converter = []() -> offprint::ImageConverter* { return new offprint::image::IsolatedConverter; },
};
