// The process that decodes images.
// Thread safety: a process belongs to one thread.
#pragma once

#include <sys/types.h>

#include <optional>

#include "channel.hpp"

namespace offprint::image {

/// The program beside this plugin, as long as it is needed.
class WorkerProcess {
public:
    /// Throws `Error{plugin_missing}` if it cannot be started.
    WorkerProcess();
    ~WorkerProcess();
    WorkerProcess(const WorkerProcess&) = delete;
    WorkerProcess& operator=(const WorkerProcess&) = delete;

    const Channel& channel() const { return *channel_; }

    /// Ends the process; true if it had ended itself before, for the time that it took.
    bool end_and_ask_if_late();

private:
    pid_t process_ = -1;
    std::optional<Channel> channel_;
};

}  // namespace offprint::image
