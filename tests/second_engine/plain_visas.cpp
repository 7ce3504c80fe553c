#include <algorithm>
#include <limits>
#include <tuple>

#include "engine/core/math.hpp"

#include "tests/second_engine/plain_month.hpp"
#include "tests/second_engine/plain_person.hpp"

// docs/model.md, "Visas and non-compete clauses".

namespace talentsim::plain {

namespace {

constexpr double no_pay_suffices = std::numeric_limits<double>::infinity();

/// An open programme, a threshold and a points system admit whoever may come by them.
bool asks_nobody_to_wait(VisaType type) {
    return type == VisaType::open || type == VisaType::threshold || type == VisaType::points;
}

bool is_draw(VisaType type) { return type == VisaType::lottery || type == VisaType::weighted; }

/// Everybody, or those who are named; never those who are shut out by name.
bool admits(VisaParameters const& terms, Country const& origin) {
    bool names_some = false;
    for (auto const& [code, may] : terms.origins) {
        if (code == origin.code) {
            return may;
        }
        names_some = names_some || may;
    }
    return !names_some;
}

bool has_advanced_degree(Person const& person, Programme const& programme, Now const& now) {
    auto const words = now.key.words({.who = person.identity, .why = Draw::advanced_degree});
    return happens(programme.terms.advanced_share, words[0]);
}

/// 1 to 12.
int month_of_year(Now const& now) {
    SimulationParameters const& run = now.parameters.simulation;
    return run.start.plus(now.month - static_cast<int>(run.burn_in_months)).month();
}

/// Places for everybody, and for those with an advanced degree, in this year.
std::pair<std::int64_t, std::int64_t> places(Programme const& programme, PlainWorld const& world,
                                             Now const& now) {
    VisaParameters const& terms = programme.terms;
    auto const words = now.words(programme.key, Draw::visa_places);
    double const selected_per_visa = is_draw(terms.type) ? terms.over_selection : 1.0;
    double const advanced = is_draw(terms.type) ? terms.advanced_cap : 0.0;
    return {rounded_by_chance(terms.cap * selected_per_visa * world.scale, words[0]),
            rounded_by_chance(advanced * selected_per_visa * world.scale, words[1])};
}

void select(Person& person, Month start, Events& events) {
    ++events.selected[person.promise.programme->name];
    person.promise.is_granted = true;
    person.promise.month = start;
}

using Queue = std::vector<Person*>;

Month soonest_start(Programme const& programme, Now const& now) {
    return now.month + std::max(1, static_cast<Month>(programme.terms.processing_months));
}

/// First come, first served; those of one month by a drawn number.
void serve(Programme& programme, Queue& queue, Now const& now, Events& events) {
    auto const rank = [&](Person const* person) {
        Address address = now.address(person->identity, Draw::visa_queue, programme.key);
        address.month = static_cast<std::uint32_t>(person->promise.month);
        return std::tuple{person->promise.month, now.key.words(address)[0], person->identity};
    };
    std::sort(queue.begin(), queue.end(),
              [&](Person const* a, Person const* b) { return rank(a) < rank(b); });
    for (Person* const person : queue) {
        if (programme.places_left > 0) {
            --programme.places_left;
            select(*person, soonest_start(programme, now), events);
        }
    }
}

double weight_in_draw(Person const& person, Programme const& programme) {
    VisaParameters const& terms = programme.terms;
    double weight = 1.0;
    for (std::size_t level = 0; terms.type == VisaType::weighted && level != 3; ++level) {
        double const from = terms.level_multiples[level] * programme.country->national_income;
        weight = person.promise.pay >= from ? terms.level_weights[level] : weight;
    }
    return weight;
}

/// One after another is drawn in the order of ln(u)/weight, the largest first: from all until the
/// regular places are gone, then from those with an advanced degree.
void draw(Programme& programme, Queue& queue, PlainWorld const& world, Now const& now,
          Events& events) {
    auto const key = [&](Person const* person) {
        auto const words = now.words(person->identity, Draw::visa_draw, programme.key);
        return log(uniform(words[0], words[1])) / weight_in_draw(*person, programme);
    };
    std::sort(queue.begin(), queue.end(), [&](Person const* a, Person const* b) {
        return key(a) != key(b) ? key(a) > key(b) : a->identity < b->identity;
    });
    int const until_start =
        (static_cast<int>(programme.terms.start_month) - month_of_year(now) + 11) % 12 + 1;
    Month const start =
        now.month + std::max(until_start, static_cast<Month>(programme.terms.processing_months));
    auto [regular, advanced] = places(programme, world, now);
    for (Person* const person : queue) {
        if (regular > 0) {
            --regular;
            select(*person, start, events);
        } else if (advanced > 0 && has_advanced_degree(*person, programme, now)) {
            --advanced;
            select(*person, start, events);
        } else {
            person->promise = {};
        }
    }
}

void decide(Programme& programme, Queue& queue, PlainWorld const& world, Now const& now,
            Events& events) {
    VisaParameters const& terms = programme.terms;
    bool const is_month_of_draw = terms.draw_month == month_of_year(now);
    if (is_month_of_draw || now.month == 0) {
        programme.places_left =
            terms.type == VisaType::quota ? places(programme, world, now).first : 0;
    }
    if (!terms.offered) {
        for (Person* const person : queue) {
            person->promise = {};
        }
    } else if (asks_nobody_to_wait(terms.type)) {
        for (Person* const person : queue) {
            select(*person, soonest_start(programme, now), events);
        }
    } else if (terms.type == VisaType::quota) {
        serve(programme, queue, now, events);
    } else if (is_month_of_draw) {
        draw(programme, queue, world, now, events);
    }
}

void go_home(Person& person, Month month, Events& events) {
    if (person.employer != nullptr) {
        ++events.separations[{person.location->code, person.tier}];
        make_jobless(person, month);
        events.hires.erase(person.identity);
    }
    ++events.migrants[{person.location->code, person.origin->code, person.tier}];
    person.location = person.origin;
    person.visa = nullptr;
    person.came_by = nullptr;
    person.visa_since = 0;
}

void look_at_visa(Person& person, Now const& now, Events& events) {
    VisaParameters const& terms = person.visa->terms;
    Month const held = now.month - person.visa_since;
    if (held == 0) {
        return;
    }
    if (terms.validity_months == 0 ||
        (terms.permanence_months > 0 && held >= terms.permanence_months)) {
        person.visa = nullptr;
        return;
    }
    bool const is_over = held >= terms.validity_months * (1 + terms.renewals);
    bool const must_renew = held % terms.validity_months == 0;
    bool const is_out_of_grace = now.month - person.since >= terms.grace_months;
    if (is_over || (person.employer == nullptr && (must_renew || is_out_of_grace))) {
        go_home(person, now.month, events);
    }
}

} // namespace

Border border_of(Country const& there, Person const& person, Now const& now, PlainWorld& world) {
    Border border;
    if (!now.parameters.mechanisms.visas || person.location == &there || person.origin == &there) {
        return border;
    }
    for (Programme& programme : world.programmes) {
        if (programme.country == &there && programme.terms.offered) {
            border.asks_for_visa = true;
            if (admits(programme.terms, *person.origin)) {
                border.programmes.push_back(&programme);
            }
        }
    }
    std::stable_sort(border.programmes.begin(), border.programmes.end(),
                     [](Programme const* a, Programme const* b) {
                         return std::pair{a->terms.order, a->terms.type} <
                                std::pair{b->terms.order, b->terms.type};
                     });
    return border;
}

double least_pay(Programme const& programme, Person const& person, Now const& now) {
    VisaParameters const& terms = programme.terms;
    double const income = programme.country->national_income;
    if (terms.type == VisaType::threshold) {
        return terms.pay_multiple * income;
    }
    if (terms.type != VisaType::points) {
        return 0.0;
    }
    double const age = static_cast<double>(now.month - person.born) / 12.0;
    double const for_degree =
        has_advanced_degree(person, programme, now) ? terms.points.advanced_degree : 0.0;
    double const for_youth = age < terms.points.youth_age ? terms.points.youth : 0.0;
    double const missing = terms.points.needed - (for_degree + for_youth);
    if (missing <= 0.0) {
        return 0.0;
    }
    bool const is_in_reach = missing <= terms.points.most_for_pay && terms.points.per_pay > 0.0;
    return is_in_reach ? missing / terms.points.per_pay * income : no_pay_suffices;
}

bool is_put_off(Person& person, Bid const& bid, Now const& now, Events& events) {
    Promise promise;
    promise.firm = bid.firm;
    promise.pay = bid.pay;
    promise.second = bid.second;
    promise.is_front_loaded = bid.is_front_loaded;
    promise.programme = bid.programme;
    promise.month = now.month;
    promise.is_granted = true;
    if (Programme const* const programme = bid.programme) {
        ++events.registered[programme->name];
        promise.is_granted = asks_nobody_to_wait(programme->terms.type);
        if (promise.is_granted) {
            ++events.selected[programme->name];
            promise.month += static_cast<Month>(programme->terms.processing_months);
        }
    } else if (person.employer != nullptr && person.employer->country == bid.firm->country) {
        promise.month += bid.firm->country->non_compete_months;
    }
    if (promise.is_granted && promise.month == now.month) {
        return false;
    }
    person.promise = promise;
    return true;
}

void let_visas_pass(Now const& now, PlainWorld& world, Events& events) {
    if (!now.parameters.mechanisms.visas && !now.parameters.mechanisms.non_compete) {
        return;
    }
    for (Programme& programme : world.programmes) {
        Queue queue;
        for (auto& [identity, person] : world.people) {
            if (person.promise.programme == &programme && !person.promise.is_granted) {
                queue.push_back(&person);
            }
        }
        decide(programme, queue, world, now, events);
    }
    for (auto& [identity, person] : world.people) {
        if (person.promise.is_granted && person.promise.month <= now.month) {
            Bid bid;
            bid.firm = person.promise.firm;
            bid.pay = person.promise.pay;
            bid.second = person.promise.second;
            bid.programme = person.promise.programme;
            bid.is_front_loaded = person.promise.is_front_loaded;
            person.promise = {};
            take_job(person, bid, world, now, events);
        }
    }
    for (auto& [identity, person] : world.people) {
        if (person.visa != nullptr) {
            look_at_visa(person, now, events);
        }
    }
    for (Firm& firm : world.firms) {
        firm.pending = 0;
        firm.pending_payroll = {};
    }
    for (auto& [identity, person] : world.people) {
        if (Firm* const firm = person.promise.firm) {
            ++firm->pending;
            firm->pending_payroll += MoneySum{person.promise.pay};
        }
        if (person.promise.programme != nullptr) {
            ++events.waiting[person.promise.programme->name];
        }
    }
}

} // namespace talentsim::plain
