#include "tests/second_engine/random_rumours.hpp"

#include <string>

#include "tests/second_engine/dice.hpp"
#include "tests/second_engine/random_change.hpp"

namespace talentsim::test {

namespace {

constexpr std::uint64_t own_dice = 0x7a1c5e1e5;

} // namespace

void draw_rumours(Parameters& world, std::uint64_t seed) {
    Dice dice{seed ^ own_dice};
    world.mechanisms.rumours = world.mechanisms.ties && !dice.one_in(3);
    RumourParameters& rumours = world.rumours;
    rumours.share_probability = dice.share();
    rumours.noise = dice.amount(0.01, 2.0);
    rumours.memory_months = dice.pick({1, 2, 6, 12, 240});
    rumours.leak_hazard = dice.amount(0.01, 1.0);
    rumours.secrecy_autonomy_cost = dice.share();
}

std::vector<DatedChange> random_changes_of_rumours(Parameters const& world, std::uint64_t seed,
                                                   int months) {
    Dice dice{~(seed ^ own_dice)};
    std::vector<DatedChange> changes;
    RandomChange const add{world, dice, months, changes};
    add("rumours.share_probability", {}, dice.share());
    add("rumours.noise", {}, dice.amount(0.01, 2.0));
    add("rumours.memory_months", {}, dice.pick({1.0, 3.0, 24.0}));
    add("rumours.leak_hazard", {}, dice.amount(0.01, 1.0));
    add("rumours.secrecy_autonomy_cost", {}, dice.share());
    if (!world.firms.empty()) {
        add("firms.*.secrecy", {world.firms.begin()->first}, dice.share());
    }
    return changes;
}

} // namespace talentsim::test
