#pragma once

#include <cmath>
#include <cstdint>
#include <initializer_list>

#include "engine/core/math.hpp"

namespace talentsim::test {

/// Numbers for making up worlds: a running stream of its own, unlike all chance inside the model.
/// Source: SplitMix64 of Steele, Lea & Flood (2014), "Fast splittable pseudorandom number
/// generators", OOPSLA.
class Dice {
  public:
    explicit Dice(std::uint64_t seed) : state_{seed} {}

    [[nodiscard]] double between(double low, double high) {
        double const u = static_cast<double>(next() >> 11U) * 0x1p-53;
        return low + (high - low) * u;
    }

    /// Every order of magnitude is as likely; for amounts above 0.
    [[nodiscard]] double of_magnitude(double low, double high) {
        return talentsim::exp(between(talentsim::log(low), talentsim::log(high)));
    }

    [[nodiscard]] bool one_in(std::uint64_t n) { return next() % n == 0; }

    [[nodiscard]] int whole(int low, int high) {
        return low + static_cast<int>(next() % static_cast<std::uint64_t>(high - low + 1));
    }

    /// An amount that is sometimes exactly 0.
    [[nodiscard]] double amount(double low, double high) {
        return one_in(4) ? 0.0 : of_magnitude(low, high);
    }

    /// A probability or share that is sometimes exactly 0 or 1.
    [[nodiscard]] double share() {
        int const face = whole(0, 7);
        return face == 0 ? 0.0 : face == 1 ? 1.0 : between(0.0, 1.0);
    }

    template <class Value>
    [[nodiscard]] Value pick(std::initializer_list<Value> of) {
        return of.begin()[next() % of.size()];
    }

  private:
    std::uint64_t next() {
        state_ += 0x9e3779b97f4a7c15U;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31U);
    }

    std::uint64_t state_;
};

} // namespace talentsim::test
