#include "tests/second_engine/random_deals.hpp"

#include <string>

#include "tests/second_engine/dice.hpp"
#include "tests/second_engine/random_change.hpp"

namespace talentsim::test {

namespace {

constexpr std::uint64_t own_dice = 0xdea15;
constexpr int months_ahead = 20;

class DealMaker {
  public:
    DealMaker(Parameters& world, std::uint64_t seed) : p_{world}, dice_{seed ^ own_dice} {}

    void draw() {
        p_.mechanisms.acquisitions = !dice_.one_in(3);
        p_.mechanisms.faculty = !dice_.one_in(3);
        p_.mechanisms.ventures = !dice_.one_in(3);
        draw_acquisitions();
        p_.faculty.elasticity = dice_.amount(0.1, 5.0);
        p_.faculty.lag_months = dice_.of_magnitude(1.0, 100.0);
        p_.ventures = {.lowest_tier =
                           dice_.pick({LowestTier::s, LowestTier::a, LowestTier::b, LowestTier::c}),
                       .bust_share = dice_.share(),
                       .cofounders = dice_.amount(0.01, 1.0),
                       .months = dice_.whole(1, 15)};
        for (auto& [code, country] : p_.countries) {
            country.venture_money = dice_.amount(0.05, 5.0);
        }
    }

  private:
    /// Offers of firms to other firms of their countries, of which some are start-ups then.
    void draw_acquisitions() {
        for (auto const& [bidder, buyer] : p_.firms) {
            for (auto& [target, firm] : p_.firms) {
                if (bidder != target && buyer.country == firm.country && !dice_.one_in(3)) {
                    firm.kind = FirmKind::start_up;
                    draw_acquisition(p_.acquisitions[bidder + "_for_" + target], bidder, target);
                }
            }
        }
    }

    void draw_acquisition(AcquisitionParameters& deal, std::string const& bidder,
                          std::string const& target) {
        deal.bidder = bidder;
        deal.target = target;
        deal.month = p_.simulation.start.plus(dice_.whole(0, months_ahead));
        deal.core_team = dice_.amount(1.0, 50.0);
        deal.premium = dice_.amount(0.05, 5.0);
        deal.retention_months = dice_.whole(1, 15);
        if (dice_.one_in(2)) {
            deal.acceptance_probability = dice_.share();
        }
    }

    Parameters& p_;
    Dice dice_;
};

} // namespace

void draw_deals(Parameters& world, std::uint64_t seed) { DealMaker{world, seed}.draw(); }

std::vector<DatedChange> random_changes_of_deals(Parameters const& world, std::uint64_t seed,
                                                 int months) {
    Dice dice{~(seed ^ own_dice)};
    std::vector<DatedChange> changes;
    RandomChange const add{world, dice, months, changes};
    for (char const* const name : {"acquisitions", "faculty", "ventures"}) {
        add(std::string{"mechanisms."} + name, {}, dice.one_in(2));
    }
    for (auto const& [name, deal] : world.acquisitions) {
        add("acquisitions.*.premium", {name}, dice.amount(0.05, 5.0));
        add("acquisitions.*.acceptance_probability", {name}, dice.share());
        add("acquisitions.*.month", {name}, world.simulation.start.plus(dice.whole(0, months - 1)));
    }
    add("faculty.elasticity", {}, dice.amount(0.1, 5.0));
    for (auto const& [code, country] : world.countries) {
        add("countries.*.venture_money", {code}, dice.amount(0.05, 5.0));
    }
    add("ventures.months", {}, static_cast<double>(dice.whole(1, 9)));
    return changes;
}

} // namespace talentsim::test
