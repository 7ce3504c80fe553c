#include "engine/cli/progress.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fmt/format.h>
#include <utility>

#include "engine/cli/text_table.hpp"
#include "engine/core/math.hpp"

namespace talentsim {

namespace {

constexpr double seconds_on_terminal = 0.1; ///< between two lines
constexpr double seconds_in_log = 60.0;     ///< between two lines
constexpr double memory = 15.0;             ///< of the speed [s]
constexpr char const* over_the_line = "\r\x1b[K";

} // namespace

Progress::Progress(ProgressMode mode, ProgressPlace place, Write write, Clock clock)
    : mode_{mode}, place_{place}, write_{std::move(write)}, clock_{std::move(clock)} {}

Progress::~Progress() {
    try {
        end();
    } catch (...) { // a run does not fail because nobody can be told
    }
}

double Progress::now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

void Progress::begin(RunDescription const& run) {
    std::lock_guard const lock{mutex_};
    run_ = run;
    months_ = run.coordinates.replicates * (run.burn_in_months + run.coordinates.months);
    done_ = 0;
    done_at_note_ = 0;
    speed_ = 0.0;
    noted_ = clock_();
    shown_ = noted_;
    is_running_ = mode_ != ProgressMode::never;
    if (is_running_ && (place_ == ProgressPlace::terminal || mode_ == ProgressMode::always)) {
        show();
    }
}

void Progress::month_done() {
    std::lock_guard const lock{mutex_};
    ++done_;
    if (!is_running_) {
        return;
    }
    double const time = clock_();
    double const between = place_ == ProgressPlace::terminal ? seconds_on_terminal : seconds_in_log;
    note_speed(time);
    if (time - shown_ >= between) {
        shown_ = time;
        show();
    }
}

void Progress::end() {
    std::lock_guard const lock{mutex_};
    if (!std::exchange(is_running_, false)) {
        return;
    }
    if (place_ == ProgressPlace::terminal) {
        write_(over_the_line);
    } else if (mode_ == ProgressMode::always) {
        show();
    }
}

void Progress::note_speed(double time) {
    double const passed = time - noted_;
    if (passed < seconds_on_terminal) { // too short to tell a speed
        return;
    }
    double const now_at = static_cast<double>(done_ - done_at_note_) / passed;
    double const weight = speed_ == 0.0 ? 1.0 : -expm1(-passed / memory);
    speed_ += weight * (now_at - speed_);
    noted_ = time;
    done_at_note_ = done_;
}

void Progress::show() {
    write_(place_ == ProgressPlace::terminal ? over_the_line + line() : line() + "\n");
}

std::string Progress::line() const {
    std::string text;
    if (run_.coordinates.replicates == 1) {
        auto const month =
            static_cast<int>(done_) - static_cast<int>(run_.burn_in_months) - (done_ > 0 ? 1 : 0);
        text = run_.coordinates.start.plus(month).text() + ", ";
    }
    text += fmt::format("month {} of {}", done_, months_);
    if (run_.coordinates.replicates > 1) {
        text += fmt::format(" in {} replicates", run_.coordinates.replicates);
    }
    text += fmt::format(", {:.0f}%", 100.0 * static_cast<double>(done_) /
                                         static_cast<double>(std::max<std::size_t>(months_, 1)));
    if (speed_ > 0.0) {
        auto const left = static_cast<double>(months_ - std::min(done_, months_));
        text += fmt::format(", {} researcher-months a second, {} left",
                            rounded(speed_ * static_cast<double>(run_.researchers)),
                            duration_text(left / speed_));
    }
    return text;
}

std::string duration_text(double seconds) {
    if (seconds < 99.5) {
        return fmt::format("{:.0f} s", seconds);
    }
    auto const minutes = std::llround(seconds / 60.0);
    if (minutes < 100) {
        return fmt::format("{} min", minutes);
    }
    return fmt::format("{} h {:02} min", minutes / 60, minutes % 60);
}

} // namespace talentsim
