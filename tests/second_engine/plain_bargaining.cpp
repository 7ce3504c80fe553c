#include "tests/second_engine/plain_bargaining.hpp"

#include <algorithm>

#include "engine/core/math.hpp"

#include "tests/second_engine/plain_contracts.hpp"
#include "tests/second_engine/plain_drives.hpp"
#include "tests/second_engine/plain_output.hpp"
#include "tests/second_engine/plain_rumours.hpp"
#include "tests/second_engine/plain_utility.hpp"

// docs/model.md, "What a firm can pay" and "Offers and counteroffers".

namespace talentsim::plain {

namespace {

/// The factor exp(epsilon) on the person's value, where the match enters productivity.
double match_factor(Person const& person, Firm const& firm, Now const& now) {
    return now.parameters.utility.persistent_taste.enters == TasteChannel::productivity
               ? exp(lasting_match(person, firm, now))
               : 1.0;
}

bool is_posted(Now const& now) { return now.parameters.offers.protocol == OfferProtocol::posted; }

} // namespace

double retention_cap(Person const& person, Now const& now) {
    Firm const& employer = *person.employer;
    double const value =
        value_of_keeping(person.talent_units, employer, now) * match_factor(person, employer, now);
    double const cap = std::min(
        {value, employer.price_of_talent * person.talent_units, person.pay + employer.free_money});
    return std::max(person.pay, cap);
}

double bargaining_power_of(Person const& person, Now const& now) {
    OfferParameters const& offers = now.parameters.offers;
    auto const words = now.key.words({.who = person.identity, .why = Draw::agent});
    if (happens(offers.agent_share, words[0])) {
        return std::max(offers.bargaining_power, offers.agent_bargaining_power);
    }
    return offers.bargaining_power;
}

double auction_pay(Person const& person, double cap, double best, double second,
                   Country const& country, Now const& now, Programme const* coming_by) {
    UtilityParameters const& utility = now.parameters.utility;
    double const beta = bargaining_power_of(person, now);
    if (beta == 1.0) {
        return cap;
    }
    double const conceded = (1.0 - beta) * (best - second) / utility.pay;
    double const added = supplement(person, country);
    double const pay = utility.form == UtilityForm::logarithmic
                           ? (cap + added) * exp(-conceded) - added
                           : cap - conceded / value_of_pay(person, country, coming_by, now);
    return std::clamp(pay, 0.0, cap);
}

bool employer_counters(Person const& person, Now const& now) {
    Firm const& employer = *person.employer;
    auto const words = now.words(person.identity, Draw::counteroffer, employer.key);
    return !is_posted(now) && now.parameters.mechanisms.counteroffers &&
           employer.free_money >= 0.0 && happens(employer.counteroffer_probability, words[0]);
}

namespace {

/// What the firm has for one hire; a drive adds its own.
double money_for(Bid const& bid) {
    double const free = bid.firm->free_money;
    return bid.drive == nullptr ? free : bid.drive->money + std::max(0.0, free);
}

/// r of an outsider: min(V, pi theta^h, free money), where the seat of a drive is worth more.
double hiring_cap(Bid const& bid, double units) {
    double const price = bid.firm->price_of_talent * units;
    return std::min(
        {bid.value, bid.drive == nullptr ? price : price + bid.drive->extra_pay, money_for(bid)});
}

/// What a firm offers that must pay a fee per year besides: its cap, or, if it posts, pay of its
/// own, if it has the money, or a share of the cap.
double offer_of(Bid const& bid, double cap, double fee, Now const& now) {
    Firm const& firm = *bid.firm;
    if (!is_posted(now)) {
        return cap - fee;
    }
    if (firm.posted_pay > 0.0) {
        return firm.posted_pay <= money_for(bid) - fee ? firm.posted_pay : 0.0;
    }
    return firm.posted_share * (cap - fee);
}

/// The fee per year of the visa, or of a contract of four years if the visa does not end.
double yearly_fee(VisaParameters const& terms) {
    double const months =
        terms.validity_months > 0 ? static_cast<double>(terms.validity_months) : 48.0;
    return terms.fee * 12 / months;
}

bool is_in_group(Firm const& firm, PlainWorld const& world) {
    return std::any_of(world.firms.begin(), world.firms.end(), [&](Firm const& other) {
        return &other != &firm && are_one_group(&firm, &other);
    });
}

/// A quota or draw with no places.
bool never_grants(VisaParameters const& terms) {
    bool const is_draw = terms.type == VisaType::lottery || terms.type == VisaType::weighted;
    bool const has_regular = terms.cap > 0.0;
    bool const has_advanced = is_draw && terms.advanced_cap > 0.0;
    bool const has_none = !has_regular && !has_advanced;
    return (terms.type == VisaType::quota && has_none) ||
           (is_draw && (has_none || terms.over_selection <= 0.0));
}

/// The first programme that admits the person at what its fee leaves of the cap makes the bid.
void bid_by_a_programme(Bid& bid, Border const& border, double cap, Person const& person,
                        PlainWorld const& world, Now const& now) {
    for (Programme* const programme : border.programmes) {
        if (!bid.firm->sponsor && programme->terms.type != VisaType::open) {
            continue;
        }
        if (is_in_group(*bid.firm, world) && never_grants(programme->terms)) {
            continue; // others wait for it in vain
        }
        double const fee = yearly_fee(programme->terms);
        double const most = offer_of(bid, cap, fee, now);
        double const least = least_pay(*programme, person, now);
        if (most > 0.0 && least <= most) {
            bid.value -= fee;
            bid.cap = most;
            bid.programme = programme;
            bid.least_pay = least;
            return;
        }
    }
    bid.cap = 0.0;
}

Bid bid_for(Person const& person, Firm& firm, PlainWorld& world, Now const& now) {
    double const units = exp(firm.talent_exponent * person.log_talent);
    Bid bid;
    bid.firm = &firm;
    bid.drive = drive_for(person, firm, world);
    bid.value = value_of_hiring(units, firm, now) * match_factor(person, firm, now);
    if (bid.drive != nullptr) {
        bid.value += bid.drive->extra_pay;
    }
    double const cap = hiring_cap(bid, units);
    Border const border = border_of(*firm.country, person, now, world);
    if (border.asks_for_visa) {
        bid_by_a_programme(bid, border, cap, person, world, now);
        bid.is_kept_out = bid.cap <= 0.0 && offer_of(bid, cap, 0.0, now) > 0.0;
    } else {
        bid.cap = offer_of(bid, cap, 0.0, now);
    }
    return bid;
}

/// The employer, and firms with it, do not bid; nor does who has been promised, has no seat, or is
/// of a bloc that has nothing to do with the one here.
bool may_bid(Person const& person, Firm const& firm, PlainWorld const& world) {
    std::string const& here = person.location->bloc;
    std::string const& there = firm.country->bloc;
    bool const is_decoupled = !here.empty() && !there.empty() && here != there;
    Drive const* const drive = drive_for(person, firm, world);
    std::int64_t const seats = drive == nullptr ? firm.open_seats : drive->open_seats;
    return !are_one_group(&firm, person.employer) && &firm != person.promise.firm && seats != 0 &&
           !is_decoupled;
}

/// What a parent bids for a person whom it may not bring in: that of the first of its sites that
/// can, where the person lives if it has one there.
Bid bid_at_a_site(Bid const& of_parent, Person const& person, std::vector<Firm*> const& met,
                  PlainWorld& world, Now const& now) {
    std::vector<Firm*> sites;
    for (Firm& firm : world.firms) {
        if (firm.parent == of_parent.firm) {
            sites.push_back(&firm);
        }
    }
    std::stable_partition(sites.begin(), sites.end(),
                          [&](Firm const* site) { return site->country == person.location; });
    for (Firm* const site : sites) {
        bool const bids_itself = std::find(met.begin(), met.end(), site) != met.end();
        if (!bids_itself && may_bid(person, *site, world)) {
            Bid const bid = bid_for(person, *site, world, now);
            if (bid.cap > 0.0) {
                return bid;
            }
        }
    }
    return of_parent;
}

/// Every firm met but the employer bids, if it has a seat and the money. The best bid comes first.
std::vector<Bid> bids_for(Person const& person, std::vector<Firm*> const& met, PlainWorld& world,
                          Now const& now) {
    std::vector<Bid> bids;
    for (Firm* const firm : met) {
        if (!may_bid(person, *firm, world)) {
            continue;
        }
        Bid bid = bid_for(person, *firm, world, now);
        if (bid.is_kept_out) {
            bid = bid_at_a_site(bid, person, met, world, now);
        }
        if (bid.cap > 0.0) {
            bid.least_pay = std::max(bid.least_pay, pay_asked_of(bid, person, now));
            bid.utility = utility_of_job(person, *bid.firm, bid.cap, world, now, bid.programme);
            bids.push_back(bid);
        }
    }
    auto const priority = [&](Bid const& bid) {
        return now.words(person.identity, Draw::seat_priority, bid.firm->key)[0];
    };
    std::sort(bids.begin(), bids.end(), [&](Bid const& a, Bid const& b) {
        return a.utility != b.utility ? a.utility > b.utility : priority(a) < priority(b);
    });
    return bids;
}

/// What the person does without a bid: stay, at the counteroffer or on the present contract, or be
/// without a job.
void look_at_the_fallback(Contest& contest, double joblessness, PlainWorld const& world,
                          Now const& now) {
    Person const& person = *contest.person;
    contest.otherwise = Otherwise::is_jobless;
    contest.otherwise_worth = joblessness;
    if (person.employer == nullptr) {
        return;
    }
    contest.is_countered = employer_counters(person, now);
    double const most = contest.is_countered ? retention_cap(person, now) : person.pay;
    double const staying =
        utility_of_job(person, *person.employer, most + forfeit_of(person, world, now), world, now);
    if (staying >= joblessness) {
        contest.otherwise =
            contest.is_countered ? Otherwise::is_kept_by_counteroffer : Otherwise::stays;
        contest.otherwise_worth = staying;
        contest.otherwise_paid = most;
    }
}

/// A poacher pays for the next best option, and at least the floor.
void price_the_bids(Contest& contest, PlainWorld const& world, Now const& now) {
    for (std::size_t k = 0; k != contest.better.size(); ++k) {
        Bid& bid = contest.better[k];
        bid.second =
            k + 1 < contest.better.size() ? contest.better[k + 1].utility : contest.otherwise_worth;
        bid.pay = bid.cap;
        if (!is_posted(now)) {
            double const pay = auction_pay(*contest.person, bid.cap, bid.utility, bid.second,
                                           *bid.firm->country, now, bid.programme);
            bid.pay = pay_of_poacher(*contest.person, pay, bid, world, now);
        }
    }
}

/// An employer that counters pays for the best outside option so far, once that is topped.
void price_the_fallback(Contest& contest, double joblessness, PlainWorld const& world,
                        Now const& now) {
    Person const& person = *contest.person;
    if (contest.otherwise == Otherwise::is_jobless) {
        return;
    }
    double const most = contest.otherwise_paid;
    contest.otherwise_paid = person.pay;
    contest.best_outside = person.best_outside;
    double const topped =
        contest.worse.empty() ? joblessness : std::max(joblessness, contest.worse.front().utility);
    if (contest.otherwise == Otherwise::is_kept_by_counteroffer && topped > person.best_outside) {
        contest.best_outside = topped;
        contest.otherwise_paid =
            pay_of_employer(person, most, contest.otherwise_worth, topped, world, now);
    }
}

} // namespace

std::vector<Contest> bargain(Now const& now, PlainWorld& world, Meetings const& meetings) {
    std::vector<Contest> contests;
    for (auto const& [identity, met] : meetings) {
        Contest contest;
        contest.person = &world.people.at(identity);
        if (contest.person->promise.is_granted || contest.person->founds_until > 0) {
            continue; // has signed for a later month, or builds a start-up
        }
        std::vector<Bid> const bids = bids_for(*contest.person, met, world, now);
        if (bids.empty()) {
            continue; // nothing on the table, nothing to decide
        }
        double joblessness = utility_of_joblessness(*contest.person, now);
        double const start_up = utility_of_start_up(*contest.person, world, now);
        if (start_up > joblessness) {
            joblessness = start_up;
            contest.founds_until = now.month + static_cast<Month>(now.parameters.ventures.months);
        }
        if (now.parameters.offers.protocol == OfferProtocol::rounds) {
            play_rounds(contest, bids, joblessness, world, now);
            contests.push_back(contest);
            continue;
        }
        look_at_the_fallback(contest, joblessness, world, now);
        for (Bid const& bid : bids) {
            bool const is_better = bid.utility > contest.otherwise_worth;
            (is_better ? contest.better : contest.worse).push_back(bid);
        }
        price_the_bids(contest, world, now);
        price_the_fallback(contest, joblessness, world, now);
        contests.push_back(contest);
    }
    return contests;
}

} // namespace talentsim::plain
