#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "engine/simulation/simulation.hpp"
#include "engine/validation/law.hpp"

namespace talentsim {

/// The mean of what happens to people in months, per unit of another quantity.
///
/// People are independent of each other in a world without seats and budgets, but their months are
/// not, so each person counts as one observation: the error is that of a ratio of means over people
/// (Cochran 1977, "Sampling techniques", eq. 6.13). One event more than were seen counts in the
/// error, so that a rate of which nothing was seen has one, too.
class RatioOverPeople {
  public:
    explicit RatioOverPeople(std::size_t people) : parts_(people) {}

    void add(std::size_t person, double numerator, double denominator) {
        parts_[person].numerator += numerator;
        parts_[person].denominator += denominator;
    }

    [[nodiscard]] Estimate estimate() const;

  private:
    struct Part {
        double numerator = 0.0;
        double denominator = 0.0;
    };

    std::vector<Part> parts_;
};

/// Rates of a world in which nobody enters or leaves, over a stretch of months.
struct LabourRates {
    Estimate unemployment; ///< of people at month start
    Estimate moves;        ///< per employed person and month
    Estimate raises;
    Estimate changes;        ///< moves and raises together
    std::size_t n_moves = 0; ///< events counted
    std::size_t n_raises = 0;
};

/// How long to run a world.
struct Horizon {
    Month burn_in = 0;
    Month months = 1;
};

/// Most months before anything is measured, so that those measured have random numbers, too.
inline constexpr Month longest_burn_in = 3880;

/// Months after which a world that forgets at this rate a month has forgotten how it began, to 1
/// part in 20,000; the longest burn-in where that takes more.
[[nodiscard]] Month months_to_forget(double rate);

/// So many months under these separations, and 120 to observe.
[[nodiscard]] Horizon stationary(Parameters const& parameters);

/// Which world a preset is: the one of its seed.
[[nodiscard]] World world_of(Parameters const& parameters);

/// A world of a preset, from its founding.
///
/// @param replicate  where another one must be independent evidence
[[nodiscard]] Simulation found_world(Parameters const& parameters, std::uint32_t replicate = 0);

/// Let a world run, and count.
LabourRates observe_rates(Simulation& world, Horizon const& horizon);

} // namespace talentsim
