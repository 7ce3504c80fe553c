#pragma once

#include <cstddef>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>

#include "engine/simulation/observer.hpp"

namespace talentsim {

/// When progress is shown. `always` differs from `automatic` without a terminal: there it also says
/// so at the start and at the end, however short the run.
enum class ProgressMode { automatic, always, never };

/// Where it is shown: a terminal, where one line is written over again and again, or a log, which
/// gets a line a minute.
enum class ProgressPlace { terminal, log };

/// Tells a person how far a run is, how fast it goes and how long it will take.
class Progress {
  public:
    using Write = std::function<void(std::string_view)>;
    using Clock = std::function<double()>; ///< [s]

    /// @param write  shows text, as it is
    Progress(ProgressMode mode, ProgressPlace place, Write write, Clock clock = now);
    Progress(Progress const&) = delete;
    Progress& operator=(Progress const&) = delete;
    Progress(Progress&&) = delete;
    Progress& operator=(Progress&&) = delete;
    ~Progress();

    void begin(RunDescription const& run);

    /// A month of any replicate was simulated, burn-in included. From any thread.
    void month_done();

    /// Clears the terminal for what comes next. Done by the destructor, too.
    void end();

    /// Seconds on a clock that never goes back.
    [[nodiscard]] static double now();

  private:
    [[nodiscard]] std::string line() const;
    void show();
    void note_speed(double time);

    ProgressMode mode_;
    ProgressPlace place_;
    Write write_;
    Clock clock_;
    std::mutex mutex_;
    RunDescription run_;
    std::size_t months_ = 0; ///< to simulate, over all replicates
    std::size_t done_ = 0;
    double speed_ = 0.0; ///< [months/s], the last quarter of a minute weighing most
    std::size_t done_at_note_ = 0;
    double noted_ = 0.0; ///< when speed_ was brought up to date
    double shown_ = 0.0; ///< when a line was shown
    bool is_running_ = false;
};

/// A time to wait: `42 s`, `3 min`, `2 h 05 min`.
[[nodiscard]] std::string duration_text(double seconds);

} // namespace talentsim
