#include "engine/phases/target_lists.hpp"

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
};

} // namespace

std::vector<ResearcherRow> const&
TargetLists::rank(Market const& market, Parameters const& parameters, Step const& step) {
    ResearcherTable const& people = market.researchers;
    auto const& ranked = ranking_.rank(market, parameters, parameters.recruiting.lowest_tier, step);
    at_home_.resize(market.countries.size());
    abroad_.resize(market.countries.size());
    for (auto* const lists : {&at_home_, &abroad_}) {
        for (Ranking& list : *lists) {
            list.clear();
        }
    }
    for (ResearcherRow const who : ranked) {
        CountryRow const here = people.location[who];
        CountryRow const home = people.origin[who];
        at_home_[here.at()].push_back(who);
        if (home != here) {
            abroad_[home.at()].push_back(who);
        }
    }
    return ranked;
}

void TargetLists::approach(Market const& market, Parameters const& parameters, Step const& step,
                           std::vector<Contact>& contacts) {
    auto const& ranked = rank(market, parameters, step);
    ResearcherTable const& people = market.researchers;
    collector_.collect(
        step.order, market.firms.size(), approached_, [&](std::size_t f, auto const& emit) {
            Recruiters const recruiters{market, parameters, step, FirmRow{f}};
            Sought sought = recruiters.plan();
            CountryRow const home = market.firms.country[recruiters.firm];
            auto const approach_if_seen = [&](ResearcherRow who, std::int64_t& left) {
                if (is_seen_by(recruiters.firm, who, market, parameters, step)) {
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
            for (auto who = ranked.begin(); sought.elsewhere > 0 && who != ranked.end(); ++who) {
                if (people.location[*who] != home && people.origin[*who] != home) {
                    approach_if_seen(*who, sought.elsewhere);
                }
            }
        });
    contacts.insert(contacts.end(), approached_.begin(), approached_.end());
}

} // namespace talentsim
