#include "worker_process.hpp"

#include <dlfcn.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <string>

#include "offprint/error.hpp"

extern char** environ;

namespace offprint::image {

namespace {

/// What a new process begins with: the socket as its input, nothing to print to, and no other open file.
class SpawnSettings {
public:
    explicit SpawnSettings(int socket) {
        posix_spawn_file_actions_init(&files_);
        posix_spawn_file_actions_adddup2(&files_, socket, STDIN_FILENO);
        for (const int output : {STDOUT_FILENO, STDERR_FILENO})
            posix_spawn_file_actions_addopen(&files_, output, "/dev/null", O_WRONLY, 0);
        posix_spawn_file_actions_addclosefrom_np(&files_, STDERR_FILENO + 1);
        posix_spawnattr_init(&attributes_);
        sigset_t signals;
        sigemptyset(&signals);
        posix_spawnattr_setsigmask(&attributes_, &signals);
        sigaddset(&signals, SIGXCPU);
        posix_spawnattr_setsigdefault(&attributes_, &signals);
        posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    }
    ~SpawnSettings() {
        posix_spawn_file_actions_destroy(&files_);
        posix_spawnattr_destroy(&attributes_);
    }
    SpawnSettings(const SpawnSettings&) = delete;
    SpawnSettings& operator=(const SpawnSettings&) = delete;

    /// Zero, or why not.
    int spawn(const std::string& program, pid_t& process) const {
        std::array<char*, 2> arguments = {const_cast<char*>(program.c_str()), nullptr};
        return posix_spawn(&process, program.c_str(), &files_, &attributes_, arguments.data(), environ);
    }

private:
    posix_spawn_file_actions_t files_{};
    posix_spawnattr_t attributes_{};
};

/// The program that lies beside this library.
std::string worker_program() {
    static constexpr char inside = 0;
    Dl_info library{};
    if (::dladdr(&inside, &library) == 0) throw Error(ErrorCode::plugin_missing, "this library has no place");
    return std::filesystem::path(library.dli_fname).replace_filename("offprint-image-worker").string();
}

}  // namespace

WorkerProcess::WorkerProcess() {
    const std::string program = worker_program();
    std::array<int, 2> sockets{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets.data()) != 0)
        throw Error(ErrorCode::plugin_missing, fmt::format("no socket pair: {}", std::strerror(errno)));
    channel_.emplace(sockets[0]);
    const Channel other_end(sockets[1]);
    if (const int failure = SpawnSettings(sockets[1]).spawn(program, process_); failure != 0)
        throw Error(ErrorCode::plugin_missing, fmt::format("{}: {}", program, std::strerror(failure)));
}

WorkerProcess::~WorkerProcess() {
    end_and_ask_if_late();
}

bool WorkerProcess::end_and_ask_if_late() {
    if (process_ < 0) return false;
    // Without its channel it ends by itself, but not before it is done with an image.
    channel_.reset();
    int status = 0;
    pid_t ended = ::waitpid(process_, &status, WNOHANG);
    if (ended == 0) {
        ::kill(process_, SIGKILL);
        do ended = ::waitpid(process_, &status, 0);
        while (ended < 0 && errno == EINTR);
    }
    process_ = -1;
    return ended > 0 && WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU;
}

}  // namespace offprint::image
