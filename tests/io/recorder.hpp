#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>
#include <variant>
#include <vector>

#include "engine/simulation/observer.hpp"

namespace talentsim::test {

/// Keeps all that it hears.
class Recorder final : public Observer {
  public:
    void begin(RunDescription const& told) override { run = told; }

    void month_done(std::size_t replicate, MonthRecord const& record) override {
        months.emplace_back(replicate, record);
    }

    void replicate_done(std::size_t replicate, ReplicateRecord const& record) override {
        replicates.emplace_back(replicate, record);
    }

    void end() override { ended = true; }

    RunDescription run;
    std::vector<std::pair<std::size_t, MonthRecord>> months;
    std::vector<std::pair<std::size_t, ReplicateRecord>> replicates;
    bool ended = false;
};

/// Whether two sets of values agree, an empty cell agreeing with an empty cell.
inline bool same_values(Values const& one, Values const& other) {
    auto const* const left = std::get_if<std::vector<double>>(&one);
    auto const* const right = std::get_if<std::vector<double>>(&other);
    if (left == nullptr || right == nullptr) {
        return one == other;
    }
    return std::equal(
        left->begin(), left->end(), right->begin(), right->end(),
        [](double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); });
}

} // namespace talentsim::test
