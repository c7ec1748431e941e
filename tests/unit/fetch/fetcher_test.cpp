// The bounds of fetching that the program has no option for; the rest is in tests/cli/fetch_test.py.
#include "offprint/fetcher.hpp"

#include <arpa/inet.h>
#include <dlfcn.h>
#include <gtest/gtest.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <cstring>
#include <thread>

#include "offprint/plugin_registry.hpp"

namespace {

/// What the name `rebound.test` resolves to, one address for each time that it is looked up; set by a test.
const char* const* rebound = nullptr;

}  // namespace

/// Stands in the C library's place for libcurl, too: other names, and what the addresses look like, are its business.
extern "C" __attribute__((visibility("default"))) int getaddrinfo(const char* host, const char* service,
                                                                  const addrinfo* hints, addrinfo** found) {
    const auto real = reinterpret_cast<decltype(&getaddrinfo)>(::dlsym(RTLD_NEXT, "getaddrinfo"));
    const bool is_rebound = host != nullptr && std::strcmp(host, "rebound.test") == 0 && *rebound != nullptr;
    return real(is_rebound ? *rebound++ : host, service, hints, found);
}

namespace offprint {
namespace {

/// Takes connections on loopback and never says a word.
class SilentServer {
public:
    SilentServer() : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto* any = reinterpret_cast<sockaddr*>(&address);
        EXPECT_EQ(::bind(socket_, any, size), 0);
        EXPECT_EQ(::listen(socket_, 8), 0);
        EXPECT_EQ(::getsockname(socket_, any, &size), 0);
        name_ = "127.0.0.1:" + std::to_string(ntohs(address.sin_port));
    }
    ~SilentServer() { ::close(socket_); }
    SilentServer(const SilentServer&) = delete;
    SilentServer& operator=(const SilentServer&) = delete;

    const std::string& name() const { return name_; }
    std::string port() const { return name_.substr(name_.find(':')); }

private:
    int socket_;
    std::string name_;
};

TEST(Fetcher, SpendsNoMoreTimeOnADocumentThanItMay) {
    const SilentServer server;
    FetchSettings settings;
    settings.total_seconds = 1;
    settings.allowed_server = server.name();
    const auto fetcher = PluginRegistry().make_fetcher(settings);
    const auto why_not = [&](const std::string& reference) {
        std::string reason;
        EXPECT_FALSE(fetcher->load(reference, 1000, reason));
        return reason;
    };
    EXPECT_EQ(why_not("http://" + server.name() + "/first.png"), "no complete answer in time");
    EXPECT_EQ(why_not("http://" + server.name() + "/second.png"), "the time for fetching is used up");
    EXPECT_EQ(why_not("//" + server.name() + "/second.png"), "the time for fetching is used up");
}

TEST(Fetcher, EndsWhenTheUserStops) {
    const SilentServer server;
    std::stop_source stop;
    FetchSettings settings;
    settings.allowed_server = server.name();
    settings.stop = stop.get_token();
    const std::jthread user([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        stop.request_stop();
    });
    const auto begin = std::chrono::steady_clock::now();
    std::string reason;
    EXPECT_FALSE(PluginRegistry().make_fetcher(settings)->load("http://" + server.name() + "/a.png", 1000, reason));
    EXPECT_EQ(reason, "stopped");
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(settings.seconds / 2));
}

/// A name that means the allowed server when it is first looked up, and another one afterwards.
TEST(Fetcher, DecidesByTheAddressThatItConnectsTo) {
    const SilentServer server;
    FetchSettings settings;
    settings.seconds = 1;
    settings.allowed_server = server.name();
    constexpr const char* addresses[] = {"127.0.0.1", "127.0.0.2", "169.254.169.254", "::1", nullptr};
    rebound = addresses;
    const auto ask = [&] {
        std::string reason;
        const auto fetcher = PluginRegistry().make_fetcher(settings);  // each has looked up nothing yet
        EXPECT_FALSE(fetcher->load("http://rebound.test" + server.port() + "/a.png", 1000, reason));
        return reason;
    };
    EXPECT_EQ(ask(), "no complete answer in time") << "the allowed server is asked, and silent";
    EXPECT_EQ(ask(), "127.0.0.2" + server.port() + " is of a loopback network, which is never asked");
    EXPECT_EQ(ask(), "169.254.169.254" + server.port() + " is of a link-local network, which is never asked");
    EXPECT_EQ(ask(), "[::1]" + server.port() + " is of a loopback network, which is never asked");
    EXPECT_EQ(*rebound, nullptr) << "each address was looked up";
}

TEST(Fetcher, AsksNothingButWebServers) {
    const auto fetcher = PluginRegistry().make_fetcher({});
    for (const char* reference : {"file:///etc/passwd", "ftp://192.0.2.1/a", "image.png", "", "http://", "http:///x",
                                  "http://[::1/", "http://user@192.0.2.1/", "http://192.0.2.1:99999/"}) {
        std::string reason;
        EXPECT_FALSE(fetcher->load(reference, 1000, reason)) << reference;
        EXPECT_NE(reason, "") << reference;
    }
}

}  // namespace
}  // namespace offprint
