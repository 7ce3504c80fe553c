#include "engine/phases/acquisitions.hpp"

#include <algorithm>
#include <string>
#include <tuple>

#include "engine/core/error.hpp"
#include "engine/core/hash.hpp"
#include "engine/phases/acquaintances.hpp"
#include "engine/phases/commitment.hpp"
#include "engine/phases/job_utility.hpp"
#include "engine/phases/vesting.hpp"

namespace talentsim {

namespace {

/// One bidder and one core team.
class Deal {
  public:
    Deal(Market& market, Parameters const& parameters, Step const& step,
         AcquisitionParameters const& terms, std::vector<ResearcherRow> const& team, FirmRow bidder)
        : market_{market},
          parameters_{parameters},
          step_{step},
          terms_{terms},
          team_{team},
          bidder_{bidder} {}

    [[nodiscard]] bool is_affordable() const {
        MoneySum total;
        for (ResearcherRow const who : team_) {
            total += MoneySum{offer_to(who)};
        }
        return total.value() / market_.firms.scale[bidder_] <= market_.firms.free_money[bidder_];
    }

    /// @param word  that decides where acceptance is left to chance
    [[nodiscard]] bool is_accepted(std::uint32_t word) const {
        if (terms_.acceptance_probability) {
            return happens(*terms_.acceptance_probability, word);
        }
        auto const in_favour = std::count_if(team_.begin(), team_.end(), [&](ResearcherRow who) {
            return worth(who, bidder_, offer_to(who)) > worth_of_staying(who);
        });
        return 2 * static_cast<std::size_t>(in_favour) > team_.size();
    }

    void close(FirmRow target, MonthFlows& flows) {
        // What was turned down, for all before the first of them moves.
        std::vector<double> answered;
        answered.reserve(team_.size());
        for (ResearcherRow const who : team_) {
            answered.push_back(worth_of_staying(who));
        }
        for (std::size_t i = 0; i != team_.size(); ++i) {
            move(team_[i], answered[i], flows);
        }
        auto const heads = static_cast<std::int64_t>(team_.size());
        market_.firms.acquired[bidder_] += heads;
        market_.firms.seats_acquired[bidder_] += heads;
        market_.firms.seats_acquired[target] -= heads;
    }

    void note_refusal(MonthFlows& flows) {
        ++flows.refused_acquisitions;
        for (ResearcherRow const who : team_) {
            market_.approaches.push_back(
                {.who = who, .identity = market_.researchers.identity[who], .firm = bidder_});
        }
    }

  private:
    [[nodiscard]] double offer_to(ResearcherRow who) const {
        return market_.researchers.pay[who] * (1.0 + terms_.premium);
    }

    [[nodiscard]] double worth(ResearcherRow who, FirmRow firm, double pay) const {
        JobUtility const utility{market_, parameters_, step_, who};
        Workplace const place = workplace_of(market_.firms, firm);
        return utility.of_pay(place, pay) +
               utility.besides_pay(place, utility.persistent_match(place));
    }

    [[nodiscard]] double worth_of_staying(ResearcherRow who) const {
        double const forfeit =
            market_.contracts.is_kept ? forfeit_of(market_, who, step_.month) : 0.0;
        return worth(who, market_.researchers.employer[who],
                     market_.researchers.pay[who] + forfeit);
    }

    void move(ResearcherRow who, double answered, MonthFlows& flows) {
        double const pay = market_.researchers.pay[who];
        double const with_premium = offer_to(who);
        Standing const before = standing_of(market_.researchers, who);
        take_job(market_, who, {.firm = bidder_, .pay = with_premium, .second = answered},
                 step_.month, flows);
        flows.note_change(before, standing_of(market_.researchers, who));
        market_.retentions.push_back(
            {.who = who,
             .identity = market_.researchers.identity[who],
             .employer = bidder_,
             .until = step_.month + static_cast<Month>(terms_.retention_months),
             .since = step_.month,
             .pay = with_premium,
             .without = pay});
    }

    Market& market_;
    Parameters const& parameters_;
    Step const& step_;
    AcquisitionParameters const& terms_;
    std::vector<ResearcherRow> const& team_;
    FirmRow bidder_;
};

/// A premium that nothing has happened to is no longer paid.
void end_retention(Market& market, Retention const& one, MonthFlows& flows) {
    ResearcherTable& people = market.researchers;
    bool const is_same_contract =
        people.is_present(one.who) && people.identity[one.who] == one.identity &&
        people.employer[one.who] == one.employer && people.since[one.who] == one.since &&
        people.pay[one.who] == one.pay;
    if (!is_same_contract) {
        return;
    }
    Standing const before = standing_of(people, one.who);
    people.pay[one.who] = one.without;
    flows.note_change(before, standing_of(people, one.who));
}

void end_retentions(Market& market, Month month, MonthFlows& flows) {
    for (Retention const& one : market.retentions) {
        if (one.until <= month) {
            end_retention(market, one, flows);
        }
    }
    std::erase_if(market.retentions, [&](Retention const& one) { return one.until <= month; });
}

} // namespace

void Acquisitions::list_core_team(Market const& market, AcquisitionParameters const& deal,
                                  FirmRow target, std::uint32_t key, Step const& step) {
    ResearcherTable const& people = market.researchers;
    collector_.collect(step.order, people.size(), team_, [&](std::size_t i, auto const& emit) {
        ResearcherRow const row{i};
        if (people.employer[row] == target && people.pending[row] != Pending::starts) {
            emit(row);
        }
    });
    auto const turn = [&](ResearcherRow who) {
        Identity const identity = people.identity[who];
        return std::tuple{step.words(identity, Draw::acquisition_rank, key)[0], identity};
    };
    std::sort(team_.begin(), team_.end(), [&](ResearcherRow a, ResearcherRow b) {
        return people.log_talent[a] != people.log_talent[b]
                   ? people.log_talent[a] > people.log_talent[b]
                   : turn(a) < turn(b);
    });
    auto const heads = rounded_by_chance(deal.core_team * market.firms.scale[target],
                                         step.words(key, Draw::acquisition)[0]);
    team_.resize(std::min(team_.size(), static_cast<std::size_t>(heads)));
}

void Acquisitions::settle(Market& market, Parameters const& parameters, Step const& step,
                          MonthFlows& flows) {
    market.firms.acquired.assign(market.firms.size(), 0);
    end_retentions(market, step.month, flows);
    if (!parameters.mechanisms.acquisitions || parameters.acquisitions.empty()) {
        return;
    }
    CalendarMonth const now = parameters.simulation.in_calendar(step.month);
    for (auto const& [name, terms] : parameters.acquisitions) {
        if (terms.month != now) {
            continue;
        }
        std::uint32_t const key = name_hash(name);
        FirmRow const target = market.firms.named(terms.target);
        list_core_team(market, terms, target, key, step);
        Deal deal{market, parameters, step, terms, team_, market.firms.named(terms.bidder)};
        bool const is_known = terms.acceptance_probability.has_value();
        if (team_.empty() || !(is_known || deal.is_affordable())) {
            continue;
        }
        if (deal.is_accepted(step.words(key, Draw::acquisition)[1])) {
            deal.close(target, flows);
        } else {
            deal.note_refusal(flows);
        }
    }
}

void approach_by_name(Market& market, Parameters const& parameters, Step const& step,
                      std::vector<Contact>& contacts) {
    ResearcherTable const& people = market.researchers;
    for (Approach const& one : market.approaches) {
        bool const is_same_person =
            people.is_present(one.who) && people.identity[one.who] == one.identity;
        if (parameters.mechanisms.acquisitions && is_same_person &&
            people.employer[one.who] != one.firm && market.firms.open_seats[one.firm] > 0 &&
            is_approachable(people, one.who, parameters.search, step.month)) {
            contacts.push_back({.who = one.who, .firm = one.firm});
        }
    }
    market.approaches.clear();
}

} // namespace talentsim
