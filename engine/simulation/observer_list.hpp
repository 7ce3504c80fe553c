#pragma once

#include <utility>
#include <vector>

#include "engine/simulation/observer.hpp"

namespace talentsim {

/// Lets several observers hear of one run, in turn.
class ObserverList final : public Observer {
  public:
    /// @param observers  that outlive the list
    explicit ObserverList(std::vector<Observer*> observers) : observers_{std::move(observers)} {}

    void begin(RunDescription const& run) override {
        for (Observer* const one : observers_) {
            one->begin(run);
        }
    }

    void month_done(std::size_t replicate, MonthRecord const& record) override {
        for (Observer* const one : observers_) {
            one->month_done(replicate, record);
        }
    }

    void replicate_done(std::size_t replicate, ReplicateRecord const& record) override {
        for (Observer* const one : observers_) {
            one->replicate_done(replicate, record);
        }
    }

    void end() override {
        for (Observer* const one : observers_) {
            one->end();
        }
    }

  private:
    std::vector<Observer*> observers_;
};

} // namespace talentsim
