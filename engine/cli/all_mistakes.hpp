#pragma once

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <string>
#include <vector>

#include "engine/core/error.hpp"

namespace talentsim {

/// Makes several attempts that the user's mistakes may spoil, and tells all of these together.
class AllMistakes {
  public:
    /// Whatever InputError the action throws is kept for later.
    template <class Action>
    void attempt(Action const& action) {
        try {
            action();
        } catch (InputError const& error) {
            add(error.what());
        }
    }

    /// A mistake made again, as an option for several scenarios, is told once.
    void add(std::string mistake) {
        if (std::find(mistakes_.begin(), mistakes_.end(), mistake) == mistakes_.end()) {
            mistakes_.push_back(std::move(mistake));
        }
    }

    /// One InputError for all of them, in the order of the attempts.
    void throw_if_any() const {
        if (!mistakes_.empty()) {
            throw InputError{fmt::format("{}", fmt::join(mistakes_, "\n"))};
        }
    }

  private:
    std::vector<std::string> mistakes_;
};

} // namespace talentsim
