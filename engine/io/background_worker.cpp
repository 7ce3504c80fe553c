#include "engine/io/background_worker.hpp"

#include <utility>

namespace talentsim {

BackgroundWorker::BackgroundWorker(std::size_t room) : room_{room}, thread_{[this] { work(); }} {}

BackgroundWorker::~BackgroundWorker() {
    {
        std::lock_guard const lock{mutex_};
        closing_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

void BackgroundWorker::add(std::function<void()> job) {
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [&] { return failure_ != nullptr || waiting_.size() < room_; });
    if (failure_ != nullptr) {
        std::rethrow_exception(failure_);
    }
    waiting_.push_back(std::move(job));
    lock.unlock();
    changed_.notify_all();
}

void BackgroundWorker::finish() {
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [&] { return failure_ != nullptr || (waiting_.empty() && !busy_); });
    if (failure_ != nullptr) {
        std::rethrow_exception(failure_);
    }
}

void BackgroundWorker::work() {
    std::unique_lock lock{mutex_};
    while (true) {
        changed_.wait(lock, [&] { return closing_ || !waiting_.empty(); });
        if (waiting_.empty()) {
            return;
        }
        auto const job = std::move(waiting_.front());
        waiting_.pop_front();
        busy_ = true;
        lock.unlock();
        std::exception_ptr thrown;
        try {
            job();
        } catch (...) {
            thrown = std::current_exception();
        }
        lock.lock();
        busy_ = false;
        if (thrown != nullptr) {
            failure_ = thrown;
            waiting_.clear();
        }
        changed_.notify_all();
    }
}

} // namespace talentsim
