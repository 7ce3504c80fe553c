#pragma once

#include <atomic>
#include <stdexcept>

namespace talentsim {

/// The user, or the system, asked the program to end (Ctrl-C, or TERM) before it was done.
class StoppedBySignal : public std::runtime_error {
  public:
    StoppedBySignal(int signal, std::string const& what)
        : std::runtime_error{what}, signal_{signal} {}

    /// As shells give it: 130 for Ctrl-C, 143 for TERM.
    [[nodiscard]] int exit_code() const noexcept { return 128 + signal_; }

  private:
    int signal_;
};

/// While it lives, Ctrl-C and TERM set a flag instead of ending the program. A second one ends it.
class StopSignal {
  public:
    StopSignal();
    StopSignal(StopSignal const&) = delete;
    StopSignal& operator=(StopSignal const&) = delete;
    StopSignal(StopSignal&&) = delete;
    StopSignal& operator=(StopSignal&&) = delete;
    ~StopSignal();

    [[nodiscard]] std::atomic<bool> const& flag() const noexcept;
    /// The signal that came; 0 if none.
    [[nodiscard]] int signal() const noexcept;
};

} // namespace talentsim
