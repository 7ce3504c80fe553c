#include "engine/cli/stop_signal.hpp"

#include <csignal>

namespace talentsim {

namespace {

// A signal handler can reach nothing but globals that are free of locks.
// NOLINTBEGIN(cppcoreguidelines-avoid-non-const-global-variables)
std::atomic<bool> is_asked{false};
std::atomic<int> asked_by{0};
// NOLINTEND(cppcoreguidelines-avoid-non-const-global-variables)
static_assert(std::atomic<bool>::is_always_lock_free && std::atomic<int>::is_always_lock_free);

extern "C" void take_note(int signal) {
    asked_by = signal;
    is_asked = true;
    static_cast<void>(std::signal(signal, SIG_DFL));
}

} // namespace

StopSignal::StopSignal() {
    is_asked = false;
    asked_by = 0;
    static_cast<void>(std::signal(SIGINT, take_note));
    static_cast<void>(std::signal(SIGTERM, take_note));
    static_cast<void>(std::signal(SIGHUP, take_note)); // the terminal was closed
}

StopSignal::~StopSignal() {
    static_cast<void>(std::signal(SIGINT, SIG_DFL));
    static_cast<void>(std::signal(SIGTERM, SIG_DFL));
    static_cast<void>(std::signal(SIGHUP, SIG_DFL));
}

// They mean something only while one lives, although what they tell stands outside it.
// NOLINTBEGIN(readability-convert-member-functions-to-static)
std::atomic<bool> const& StopSignal::flag() const noexcept { return is_asked; }

int StopSignal::signal() const noexcept { return asked_by; }

// NOLINTEND(readability-convert-member-functions-to-static)

} // namespace talentsim
