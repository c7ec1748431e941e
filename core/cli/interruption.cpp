#include "cli/interruption.hpp"

#include <pthread.h>
#include <sys/eventfd.h>

#include <cerrno>
#include <cstdlib>
#include <ctime>

namespace offprint::cli {

namespace {

/// For work that does not come by a place to stop at: an input that is a pipe without a writer, or foreign code.
constexpr timespec patience = {5, 0};

}  // namespace

Interruption::Interruption() : event_(::eventfd(0, EFD_CLOEXEC)) {
    sigemptyset(&signals_);
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction action {};
        ::sigaction(number, nullptr, &action);
        if (action.sa_handler != SIG_IGN) sigaddset(&signals_, number);
    }
    sigaddset(&signals_, SIGUSR1);  // our own, to end the thread
    ::pthread_sigmask(SIG_BLOCK, &signals_, &before_);
    waiting_ = std::thread([this] { wait(); });
}

Interruption::~Interruption() {
    over_ = true;
    ::pthread_kill(waiting_.native_handle(), SIGUSR1);
    waiting_.join();
    ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

void Interruption::wait() {
    while (true) {
        const int number =
            signal_ == 0 ? ::sigwaitinfo(&signals_, nullptr) : ::sigtimedwait(&signals_, nullptr, &patience);
        if (over_) return;
        if (number < 0 && errno == EAGAIN) end_by(signal_);
        if (number < 0 || number == SIGUSR1) continue;
        if (signal_ != 0) end_by(number);
        signal_ = number;
        source_.request_stop();
        ::eventfd_write(event_.get(), 1);
    }
}

void end_by(int signal) {
    std::signal(signal, SIG_DFL);
    sigset_t only{};
    sigemptyset(&only);
    sigaddset(&only, signal);
    ::pthread_sigmask(SIG_UNBLOCK, &only, nullptr);
    std::raise(signal);
    std::_Exit(128 + signal);
}

}  // namespace offprint::cli
