// An order for what many threads do.
// Thread safety: made for many threads at once; a turn belongs to one.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <utility>

namespace offprint::cli {

/// Lets the inputs pass one by one in their order, whatever order the jobs come in.
class Turns {
public:
    void await(std::size_t index) {
        std::unique_lock lock(mutex_);
        came_.wait(lock, [&] { return next_ == index; });
    }

    /// Of an input that had its turn, or wants none.
    void end(std::size_t index) {
        await(index);
        const std::scoped_lock lock(mutex_);
        ++next_;
        came_.notify_all();
    }

private:
    std::mutex mutex_;
    std::condition_variable came_;
    std::size_t next_ = 0;
};

/// Ends the turn of an input once, however its conversion goes on.
class Turn {
public:
    Turn(Turns& turns, std::size_t index) : turns_(turns), index_(index) {}
    ~Turn() { end(); }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

    void await() { turns_.await(index_); }
    void end() {
        if (!std::exchange(ended_, true)) turns_.end(index_);
    }

private:
    Turns& turns_;
    std::size_t index_;
    bool ended_ = false;
};

}  // namespace offprint::cli
