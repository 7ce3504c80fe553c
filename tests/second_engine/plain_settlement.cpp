#include "engine/core/math.hpp"

#include "tests/second_engine/plain_contracts.hpp"
#include "tests/second_engine/plain_month.hpp"
#include "tests/second_engine/plain_person.hpp"

// docs/model.md, phase 8 of "The month", and "Offers and counteroffers".

namespace talentsim::plain {

void take_job(Person& person, Bid const& bid, PlainWorld const& world, Now const& now,
              Events& events) {
    if (person.employer != nullptr) {
        events.job_moves.emplace(person.employer->name, bid.firm->name);
    }
    if (person.location != bid.firm->country) {
        ++events.migrants[{person.location->code, bid.firm->country->code, person.tier}];
    }
    bid.firm->star_hires += person.tier == Tier::s ? 1 : 0;
    leave_employer(person);
    events.hires.insert(person.identity);
    events.new_terms.insert(person.identity);
    if (person.location != bid.firm->country) {
        bool const ends = bid.programme != nullptr && bid.programme->terms.validity_months > 0;
        person.visa = ends ? bid.programme : nullptr;
        person.came_by = bid.programme;
        person.visa_since = bid.programme != nullptr ? now.month : 0;
        person.promise = {};
    }
    if (bid.programme != nullptr) {
        ++events.issued[bid.programme->name];
    }
    person.employer = bid.firm;
    person.location = bid.firm->country;
    person.talent_units = exp(bid.firm->talent_exponent * person.log_talent);
    person.pay = bid.pay;
    person.best_outside = bid.second;
    person.since = now.month;
    person.gpu_grant = 0;
    sign(person, bid.is_front_loaded, world, now);
}

namespace {

void take_fallback(Person& person, Contest const& contest, PlainWorld const& world, Now const& now,
                   Events& events) {
    switch (contest.otherwise) {
    case Otherwise::stays:
        return;
    case Otherwise::is_kept_by_counteroffer: {
        double const before = person.pay;
        if (contest.otherwise_paid > before) {
            ++events.raises;
            events.new_terms.insert(person.identity);
        }
        person.pay = contest.otherwise_paid;
        person.best_outside = contest.best_outside;
        sign_raise(person, before, world, now);
        return;
    }
    case Otherwise::is_jobless:
        if (person.employer != nullptr) {
            ++events.separations[{person.location->code, person.tier}];
            make_jobless(person, now.month);
        }
        if (contest.founds_until > 0) {
            person.promise = {};
            person.founds_until = contest.founds_until;
        }
        return;
    }
}

} // namespace

void settle(Now const& now, std::vector<Contest> const& contests, Matching const& matching,
            PlainWorld& world, Events& events) {
    for (std::size_t c = 0; c != contests.size(); ++c) {
        Contest const& contest = contests[c];
        events.offers += static_cast<std::int64_t>(contest.better.size() + contest.worse.size());
        events.counteroffers += contest.is_countered ? 1 : 0;
        if (matching[c] < contest.better.size()) {
            Bid const& bid = contest.better[matching[c]];
            events.escalations += bid.raised_offers;
            for (Drive& drive : world.drives) {
                if (&drive == bid.drive) {
                    drive.team[contest.person->identity] = {.gpus = drive.gpus_on_offer,
                                                            .agreed = now.month};
                }
            }
            if (!is_put_off(*contest.person, bid, now, events)) {
                take_job(*contest.person, bid, world, now, events);
            }
        } else {
            events.escalations += contest.raised_offers;
            take_fallback(*contest.person, contest, world, now, events);
        }
    }
}

} // namespace talentsim::plain
