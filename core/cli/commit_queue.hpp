// Finished outputs on their way to their names.
// Thread safety: `add` may be called from many threads at once.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "cli/report.hpp"
#include "offprint/byte_sink.hpp"

namespace offprint::cli {

/// Commits outputs in threads of its own, several at once: a commit waits until the disk has the bytes, for which no
/// conversion should wait, and one writing of the file system's journal serves several.
class CommitQueue {
public:
    struct Item {
        Outcome outcome;
        std::unique_ptr<ByteSink> sink;
    };

    /// `commit` is called with each item, on several threads at once; it throws nothing.
    explicit CommitQueue(std::function<void(Item)> commit);
    /// Waits for all.
    ~CommitQueue();
    CommitQueue(const CommitQueue&) = delete;
    CommitQueue& operator=(const CommitQueue&) = delete;

    /// Waits while very many are on their way: each has a file open.
    void add(Item item);

private:
    void work();

    std::function<void(Item)> commit_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Item> items_;
    bool is_over_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace offprint::cli
