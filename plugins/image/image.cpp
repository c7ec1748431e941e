// What the service `image` offers.

#include "offprint/plugin.hpp"
#include "offprint/version.hpp"
#include "vips_converter.hpp"

extern "C" const offprint::PluginDescriptor offprint_plugin = {
    .kind = offprint::PluginKind::service,
    .format = "image",
    .title = "Conversion of images",
    .version = OFFPRINT_VERSION,
    .make_image_converter = []() -> offprint::ImageConverter* { return new offprint::image::VipsConverter; },
};
