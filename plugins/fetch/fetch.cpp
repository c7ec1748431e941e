// What the service `fetch` offers.

#include "fetcher.hpp"
#include "offprint/plugin.hpp"
#include "offprint/version.hpp"

extern "C" const offprint::PluginDescriptor offprint_plugin = {
    .kind = offprint::PluginKind::service,
    .format = "fetch",
    .title = "Images from the network",
    .version = OFFPRINT_VERSION,
    .make_fetcher = [](const offprint::FetchSettings& settings) -> offprint::ResourceLoader* {
        return new offprint::fetch::Fetcher(settings);
    },
};
