#include "tests/second_engine/random_sites.hpp"

#include <set>
#include <string>
#include <vector>

#include "tests/second_engine/dice.hpp"

namespace talentsim::test {

namespace {

constexpr std::uint64_t own_dice = 0x517e5abda0;

} // namespace

void draw_sites(Parameters& world, std::uint64_t seed) {
    Dice dice{seed ^ own_dice};
    world.mechanisms.foreign_sites = !dice.one_in(3);
    std::set<std::string> parents;
    for (auto& [key, firm] : world.firms) {
        std::vector<std::string> able;
        for (auto const& [other, rest] : world.firms) {
            if (rest.country != firm.country && rest.parent.empty()) {
                able.push_back(other);
            }
        }
        if (able.empty() || parents.contains(key) || dice.one_in(3)) {
            continue;
        }
        firm.parent =
            able[static_cast<std::size_t>(dice.whole(0, static_cast<int>(able.size()) - 1))];
        parents.insert(firm.parent);
    }
}

} // namespace talentsim::test
