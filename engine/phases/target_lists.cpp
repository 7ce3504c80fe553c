#include "engine/phases/target_lists.hpp"

#include <algorithm>
#include <tuple>

#include "engine/phases/acquaintances.hpp"

namespace talentsim {

namespace {

/// Where the contacts of a firm are sought.
struct Sought {
    std::int64_t at_home = 0;
    std::int64_t from_home = 0; ///< people from the country of the firm who live elsewhere
    std::int64_t elsewhere = 0;
};

/// The recruiters of one firm in one month.
struct Recruiters {
    Market const& market;
    Parameters const& parameters;
    Step const& step;
    FirmRow firm;

    [[nodiscard]] Sought plan() const {
        FirmTable const& firms = market.firms;
        std::uint32_t const key = firms.key[firm];
        std::int64_t const contacts =
            firms.open_seats[firm] <= 0
                ? 0
                : rounded_by_chance(firms.recruiter_capacity[firm] * firms.scale[firm],
                                    step.words(key, Draw::recruiter_capacity)[0]);
        double const home = parameters.search.home_share;
        Sought sought;
        for (std::int64_t contact = 0; contact != contacts; ++contact) {
            std::uint32_t const word =
                step.words(key, Draw::recruiter_place, static_cast<std::uint32_t>(contact))[0];
            ++(happens(home, word)                 ? sought.at_home
               : happens(0.5 * (1.0 + home), word) ? sought.from_home
                                                   : sought.elsewhere);
        }
        return sought;
    }

    /// Whether the firm sees somebody, who is not on its staff, this month.
    [[nodiscard]] bool sees(ResearcherRow who) const {
        FirmRow const employer = market.researchers.employer[who];
        if (employer == firm) {
            return false;
        }
        double const secrecy = employer.exists() ? market.firms.secrecy[employer] : 0.0;
        return happens(parameters.recruiting.visibility * (1.0 - secrecy),
                       step.words(market.researchers.identity[who], Draw::visibility,
                                  market.firms.key[firm])[0]);
    }
};

} // namespace

void TargetLists::rank(Market const& market, Parameters const& parameters, Step const& step) {
    ResearcherTable const& people = market.researchers;
    auto const lowest = static_cast<Tier>(parameters.recruiting.lowest_tier);
    rank_collector_.collect(step.order, people.size(), ranked_,
                            [&](std::size_t i, auto const& emit) {
                                ResearcherRow const row{i};
                                if (people.tier[row] <= lowest &&
                                    is_approachable(people, row, parameters.search, step.month)) {
                                    emit({.log_talent = people.log_talent[row], .who = row});
                                }
                            });
    auto const turn = [&](ResearcherRow who) {
        Identity const identity = people.identity[who];
        return std::tuple{step.words(identity, Draw::recruiting_rank)[0], identity};
    };
    std::sort(ranked_.begin(), ranked_.end(), [&](Ranked const& a, Ranked const& b) {
        return a.log_talent != b.log_talent ? a.log_talent > b.log_talent
                                            : turn(a.who) < turn(b.who);
    });
    at_home_.resize(market.countries.size());
    abroad_.resize(market.countries.size());
    for (auto* const lists : {&at_home_, &abroad_}) {
        for (Ranking& list : *lists) {
            list.clear();
        }
    }
    for (Ranked const& one : ranked_) {
        CountryRow const here = people.location[one.who];
        CountryRow const home = people.origin[one.who];
        at_home_[here.at()].push_back(one.who);
        if (home != here) {
            abroad_[home.at()].push_back(one.who);
        }
    }
}

void TargetLists::approach(Market const& market, Parameters const& parameters, Step const& step,
                           std::vector<Contact>& contacts) {
    rank(market, parameters, step);
    ResearcherTable const& people = market.researchers;
    collector_.collect(
        step.order, market.firms.size(), approached_, [&](std::size_t f, auto const& emit) {
            Recruiters const recruiters{market, parameters, step, FirmRow{f}};
            Sought sought = recruiters.plan();
            CountryRow const home = market.firms.country[recruiters.firm];
            auto const approach_if_seen = [&](ResearcherRow who, std::int64_t& left) {
                if (recruiters.sees(who)) {
                    emit({.who = who, .firm = recruiters.firm});
                    --left;
                }
            };
            auto const walk = [&](Ranking const& ranking, std::int64_t& left) {
                for (auto who = ranking.begin(); left > 0 && who != ranking.end(); ++who) {
                    approach_if_seen(*who, left);
                }
            };
            walk(at_home_[home.at()], sought.at_home);
            walk(abroad_[home.at()], sought.from_home);
            for (auto one = ranked_.begin(); sought.elsewhere > 0 && one != ranked_.end(); ++one) {
                if (people.location[one->who] != home && people.origin[one->who] != home) {
                    approach_if_seen(one->who, sought.elsewhere);
                }
            }
        });
    contacts.insert(contacts.end(), approached_.begin(), approached_.end());
}

} // namespace talentsim
