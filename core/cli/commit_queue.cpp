#include "cli/commit_queue.hpp"

#include <utility>

namespace offprint::cli {

namespace {

constexpr std::size_t threads = 8;
constexpr std::size_t most = 64;

}  // namespace

CommitQueue::CommitQueue(std::function<void(Item)> commit) : commit_(std::move(commit)) {
    while (threads_.size() < threads) threads_.emplace_back([this] { work(); });
}

CommitQueue::~CommitQueue() {
    {
        const std::scoped_lock lock(mutex_);
        is_over_ = true;
    }
    changed_.notify_all();
    for (std::thread& thread : threads_) thread.join();
}

void CommitQueue::add(Item item) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return items_.size() < most; });
    items_.push_back(std::move(item));
    changed_.notify_all();
}

void CommitQueue::work() {
    std::unique_lock lock(mutex_);
    while (true) {
        changed_.wait(lock, [this] { return !items_.empty() || is_over_; });
        if (items_.empty()) return;
        Item item = std::move(items_.front());
        items_.pop_front();
        lock.unlock();
        changed_.notify_all();
        commit_(std::move(item));
        lock.lock();
    }
}

}  // namespace offprint::cli
