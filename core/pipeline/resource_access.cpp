#include "pipeline/resource_access.hpp"

#include <utility>
#include <vector>

#include "offprint/error.hpp"
#include "offprint/local_loader.hpp"
#include "offprint/url.hpp"

namespace offprint {

namespace {

class FetchingLoader final : public ResourceLoader {
public:
    FetchingLoader(const PluginRegistry& registry, FetchSettings settings, std::unique_ptr<ResourceLoader> local)
        : registry_(registry), settings_(std::move(settings)), local_(std::move(local)) {}

    std::optional<std::string> load(std::string_view reference, std::uint64_t max_bytes, std::string& reason) override {
        if (!is_remote(reference)) return local_->load(reference, max_bytes, reason);
        if (!fetcher_) fetcher_ = registry_.make_fetcher(settings_);
        if (!fetcher_) throw Error(ErrorCode::plugin_failed, "plugin 'fetch' made nothing that could work");
        return fetcher_->load(reference, max_bytes, reason);
    }

private:
    const PluginRegistry& registry_;
    FetchSettings settings_;
    std::unique_ptr<ResourceLoader> local_;
    std::unique_ptr<ResourceLoader> fetcher_;
};

}  // namespace

std::unique_ptr<ResourceLoader> make_resource_access(const PluginRegistry& registry, const ReadRequest& request,
                                                     const std::filesystem::path& folder, const Context& context) {
    std::vector<std::filesystem::path> folders = {folder};
    folders.insert(folders.end(), request.resource_folders.begin(), request.resource_folders.end());
    std::unique_ptr<ResourceLoader> local = make_local_loader(folders);
    if (!request.fetch) return local;
    FetchSettings settings = *request.fetch;
    settings.stop = context.stop_token();
    return std::make_unique<FetchingLoader>(registry, std::move(settings), std::move(local));
}

}  // namespace offprint
