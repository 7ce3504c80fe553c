#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>

namespace talentsim {

/// Does jobs one after another on a thread of its own, so that who hands them over need not wait.
///
/// When a job throws, the jobs behind it are dropped and the next call rethrows what it threw.
class BackgroundWorker {
  public:
    /// @param room  jobs that may wait; add waits while there is no room
    explicit BackgroundWorker(std::size_t room);

    BackgroundWorker(BackgroundWorker const&) = delete;
    BackgroundWorker& operator=(BackgroundWorker const&) = delete;
    BackgroundWorker(BackgroundWorker&&) = delete;
    BackgroundWorker& operator=(BackgroundWorker&&) = delete;
    /// Does what is still waiting, unless a job threw.
    ~BackgroundWorker();

    void add(std::function<void()> job);

    /// Waits until all is done.
    void finish();

  private:
    void work();

    std::size_t room_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::function<void()>> waiting_;
    bool busy_ = false;
    bool closing_ = false;
    std::exception_ptr failure_;
    std::thread thread_; ///< last, so that it starts when all else is there
};

} // namespace talentsim
