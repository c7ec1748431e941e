// Signals that ask the program to end (Ctrl-C, the end of a session or job), as a request to stop that the work can
// heed at a place that suits it.
// Thread safety: one object at a time, made before any other thread.
#pragma once

#include <atomic>
#include <csignal>
#include <stop_token>
#include <thread>

#include "io/system.hpp"

namespace offprint::cli {

/// While it lives, SIGINT, SIGTERM and SIGHUP request a stop; a second one ends the program at once, and so do five
/// seconds in which the stop is not heeded. One that was ignored from the beginning, as by nohup, stays so.
class Interruption {
public:
    Interruption();
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

    std::stop_token token() const { return source_.get_token(); }

    /// Readable as soon as a stop was requested, for whoever waits for input.
    int descriptor() const { return event_.get(); }

    /// The signal that came; 0 as long as none did.
    int signal() const { return signal_; }

private:
    void wait();

    sigset_t signals_{};
    sigset_t before_{};
    std::atomic<int> signal_ = 0;
    std::atomic<bool> over_ = false;
    FileDescriptor event_;
    std::stop_source source_;
    std::thread waiting_;
};

/// Ends the program as if nobody had caught `signal`, so that whoever started it sees that.
[[noreturn]] void end_by(int signal);

}  // namespace offprint::cli
