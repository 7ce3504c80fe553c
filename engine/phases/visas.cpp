#include "engine/phases/visas.hpp"

#include <algorithm>
#include <tuple>

#include "engine/mechanisms/visa_draw.hpp"
#include "engine/mechanisms/visa_terms.hpp"
#include "engine/phases/commitment.hpp"
#include "engine/phases/person.hpp"
#include "engine/phases/visa_rules.hpp"

namespace talentsim {

namespace {

bool grants_at_once(VisaType type) {
    return type == VisaType::open || type == VisaType::threshold || type == VisaType::points;
}

bool is_draw(VisaType type) { return type == VisaType::lottery || type == VisaType::weighted; }

Month processing_of(Market const& market, VisaRow programme) {
    return static_cast<Month>(market.visas.terms[programme].processing_months);
}

/// Months for which a clause with the present employer keeps somebody from this firm.
Month non_compete_of(Market const& market, ResearcherRow who, FirmRow firm) {
    FirmRow const employer = market.researchers.employer[who];
    CountryRow const there = market.firms.country[firm];
    return employer.exists() && market.firms.country[employer] == there
               ? market.countries.non_compete_months[there]
               : 0;
}

void grant(Market& market, ResearcherRow who, Month start, MonthFlows& flows) {
    PendingMove& move = market.researchers.pending_move[who];
    ++flows.visas.selected[move.visa.at()];
    market.researchers.pending[who] = Pending::starts;
    move.month = start;
}

/// Begin a job whose month has come.
void begin(Market& market, ResearcherRow who, Month month, MonthFlows& flows) {
    PendingMove const move = market.researchers.pending_move[who];
    Standing const before = standing_of(market.researchers, who);
    forget_pending(market, who);
    take_job(market, who,
             {.firm = move.firm,
              .is_front_loaded = move.is_front_loaded,
              .pay = move.pay,
              .second = move.best_outside,
              .visa = move.visa},
             month, flows);
    flows.note_change(before, standing_of(market.researchers, who));
}

void go_home(Market& market, ResearcherRow who, Month month, MonthFlows& flows) {
    ResearcherTable& people = market.researchers;
    Standing const before = standing_of(people, who);
    CountryRow const here = people.location[who];
    CountryRow const home = people.origin[who];
    if (people.is_employed(who)) {
        ++flows.separations.at(here, people.tier[who]);
        end_job(market, who, month);
    }
    ++flows.migrants(here, home, people.tier[who]);
    people.location[who] = home;
    take_residence(market, who, VisaRow{}, month);
    flows.note_change(before, standing_of(people, who));
}

/// A visa has been held for some months: it leads to permanence, goes on, or ends.
void age_visa(Market& market, ResearcherRow who, Month month, MonthFlows& flows) {
    ResearcherTable& people = market.researchers;
    VisaParameters const& terms = market.visas.terms[people.visa[who]];
    auto const held = static_cast<std::int64_t>(month - people.visa_since[who]);
    bool const is_jobless = !people.is_employed(who);
    bool const is_permanent = terms.validity_months == 0 ||
                              (terms.permanence_months > 0 && held >= terms.permanence_months);
    if (held == 0) {
        return;
    }
    if (is_permanent) {
        people.residence[who] = Residence::permanent;
        people.visa[who] = VisaRow{};
    } else if (held >= terms.validity_months * (1 + terms.renewals) ||
               (is_jobless && (held % terms.validity_months == 0 ||
                               month - people.since[who] >= terms.grace_months))) {
        go_home(market, who, month, flows);
    }
}

} // namespace

VisaPlaces places_of_year(Market const& market, VisaRow programme, Step const& step) {
    VisaParameters const& terms = market.visas.terms[programme];
    auto const words = step.words(market.visas.key[programme], Draw::visa_places);
    double const per_visa = is_draw(terms.type) ? terms.over_selection : 1.0;
    double const advanced = is_draw(terms.type) ? terms.advanced_cap : 0.0;
    return {.regular = rounded_by_chance(terms.cap * per_visa * market.scale, words[0]),
            .advanced = rounded_by_chance(advanced * per_visa * market.scale, words[1])};
}

void Visas::postpone(Market& market, Contests const& contests, Step const& step, Matching& matching,
                     MonthFlows& flows) {
    flows.visas.clear(market.visas.size());
    ResearcherTable& people = market.researchers;
    for (std::size_t c = 0; c != contests.contests.size(); ++c) {
        if (matching[c] == no_bid) {
            continue;
        }
        ResearcherRow const who = contests.contests[c].who;
        Bid const& bid = contests.bids[matching[c]];
        PendingMove move{.pay = bid.pay,
                         .best_outside = bid.second,
                         .firm = bid.firm,
                         .month = step.month,
                         .visa = bid.visa,
                         .is_front_loaded = bid.is_front_loaded};
        bool waits = false;
        if (bid.visa.exists()) {
            waits = !grants_at_once(market.visas.terms[bid.visa].type);
            ++flows.visas.registered[bid.visa.at()];
            flows.visas.selected[bid.visa.at()] += waits ? 0 : 1;
            move.month += waits ? 0 : processing_of(market, bid.visa);
        } else {
            move.month += non_compete_of(market, who, bid.firm);
        }
        if (waits || move.month > step.month) {
            people.pending[who] = waits ? Pending::waits : Pending::starts;
            people.pending_move[who] = move;
            flows.escalations += bid.raises;
            matching[c] = postponed;
        }
    }
}

void Visas::serve_quota(Market& market, VisaRow programme, Step const& step, MonthFlows& flows) {
    ResearcherTable const& people = market.researchers;
    auto& queue = waiting_[programme.at()];
    std::int64_t& places = market.visas.places_left[programme];
    auto const rank = [&](ResearcherRow who) {
        Month const registered = people.pending_move[who].month;
        auto const words = step.key.words({.who = people.identity[who],
                                           .whom = market.visas.key[programme],
                                           .month = static_cast<std::uint32_t>(registered),
                                           .why = Draw::visa_queue});
        return std::tuple{registered, words[0], people.identity[who]};
    };
    if (static_cast<std::int64_t>(queue.size()) > places) {
        std::sort(queue.begin(), queue.end(),
                  [&](ResearcherRow a, ResearcherRow b) { return rank(a) < rank(b); });
        queue.resize(static_cast<std::size_t>(places));
    }
    Month const start = step.month + std::max(1, processing_of(market, programme));
    for (ResearcherRow const who : queue) {
        grant(market, who, start, flows);
    }
    places -= static_cast<std::int64_t>(queue.size());
}

void Visas::hold_draw(Market& market, VisaRow programme, Step const& step, int calendar_month,
                      MonthFlows& flows) {
    ResearcherTable const& people = market.researchers;
    VisaParameters const& terms = market.visas.terms[programme];
    double const income = market.countries.national_income[market.visas.country[programme]];
    std::vector<Registration> registrations;
    for (ResearcherRow const who : waiting_[programme.at()]) {
        auto const words =
            step.words(people.identity[who], Draw::visa_draw, market.visas.key[programme]);
        double const weight = terms.type == VisaType::weighted
                                  ? weight_of_pay(people.pending_move[who].pay, income,
                                                  terms.level_multiples, terms.level_weights)
                                  : 1.0;
        registrations.push_back(
            {.key = draw_key(uniform(words[0], words[1]), weight),
             .identity = people.identity[who],
             .is_advanced = applicant_for(programme, who, market, step).is_advanced});
    }
    VisaPlaces const places = places_of_year(market, programme, step);
    auto const drawn =
        draw_in_two_stages(registrations, {.regular = places.regular, .advanced = places.advanced});
    Month const start =
        step.month + std::max(months_until(calendar_month, static_cast<int>(terms.start_month)),
                              processing_of(market, programme));
    for (std::size_t i = 0; i != drawn.size(); ++i) {
        ResearcherRow const who = waiting_[programme.at()][i];
        if (drawn[i] == DrawnIn::neither) {
            forget_pending(market, who);
        } else {
            grant(market, who, start, flows);
        }
    }
}

void Visas::decide(Market& market, Step const& step, int calendar_month, MonthFlows& flows) {
    for (std::size_t v = 0; v != market.visas.size(); ++v) {
        VisaRow const programme{v};
        VisaParameters const& terms = market.visas.terms[programme];
        bool const is_draw_month = terms.draw_month == calendar_month;
        if (is_draw_month || step.month == 0) {
            bool const is_quota = terms.type == VisaType::quota;
            market.visas.places_left[programme] =
                is_quota ? places_of_year(market, programme, step).regular : 0;
        }
        if (!terms.offered) {
            for (ResearcherRow const who : waiting_[v]) {
                forget_pending(market, who);
            }
        } else if (grants_at_once(terms.type)) { // which it did not when they registered
            for (ResearcherRow const who : waiting_[v]) {
                grant(market, who, step.month + std::max(1, processing_of(market, programme)),
                      flows);
            }
        } else if (terms.type == VisaType::quota) {
            serve_quota(market, programme, step, flows);
        } else if (is_draw_month) {
            hold_draw(market, programme, step, calendar_month, flows);
        }
    }
}

void Visas::close_books(Market& market, MonthFlows& flows) const {
    FirmTable& firms = market.firms;
    firms.pending.assign(firms.size(), 0);
    firms.pending_payroll.assign(firms.size(), {});
    for (ResearcherRow const who : concerned_) {
        if (market.researchers.pending[who] == Pending::none ||
            market.researchers.pending[who] == Pending::founds) {
            continue;
        }
        PendingMove const& move = market.researchers.pending_move[who];
        ++firms.pending[move.firm];
        firms.pending_payroll[move.firm] += MoneySum{move.pay};
        if (move.visa.exists()) {
            ++flows.visas.waiting[move.visa.at()];
        }
    }
}

void Visas::settle(Market& market, Step const& step, int calendar_month, MonthFlows& flows) {
    ResearcherTable const& people = market.researchers;
    collector_.collect(step.order, people.size(), concerned_, [&](std::size_t i, auto const& emit) {
        ResearcherRow const row{i};
        if (people.pending[row] != Pending::none || people.residence[row] == Residence::visa) {
            emit(row);
        }
    });
    waiting_.resize(market.visas.size());
    for (auto& queue : waiting_) {
        queue.clear();
    }
    for (ResearcherRow const who : concerned_) {
        if (people.pending[who] == Pending::waits) {
            waiting_[people.pending_move[who].visa.at()].push_back(who);
        }
    }
    decide(market, step, calendar_month, flows);
    for (ResearcherRow const who : concerned_) {
        if (people.pending[who] == Pending::starts &&
            people.pending_move[who].month <= step.month) {
            begin(market, who, step.month, flows);
        }
    }
    for (ResearcherRow const who : concerned_) {
        if (people.residence[who] == Residence::visa) {
            age_visa(market, who, step.month, flows);
        }
    }
    close_books(market, flows);
}

} // namespace talentsim
