#include "tests/second_engine/plain_rumours.hpp"

#include <algorithm>

#include "engine/core/math.hpp"

#include "tests/second_engine/plain_ties.hpp"
#include "tests/second_engine/plain_utility.hpp"

// docs/model.md, "Rumours".

namespace talentsim::plain {

namespace {

constexpr double most_in_mind = 1e38; // [USD/year]

/// Whether what was heard is no longer in mind in a month.
bool is_forgotten(Person const& person, Month month, Now const& now) {
    return month > person.heard_in + now.parameters.rumours.memory_months;
}

bool leaks(Firm const& firm, Now const& now) {
    return happens(now.parameters.rumours.leak_hazard, now.words(firm.key, Draw::leak)[0]);
}

} // namespace

double pay_asked_of(Bid const& bid, Person const& person, Now const& now) {
    bool const asks = now.parameters.mechanisms.rumours && person.heard_worth > 0.0F &&
                      !is_forgotten(person, now.month, now) &&
                      now.parameters.offers.protocol != OfferProtocol::posted;
    if (!asks) {
        return 0.0;
    }
    return std::min(bid.cap, static_cast<double>(person.heard_worth) /
                                 value_of_pay(person, *bid.firm->country, bid.programme, now));
}

double autonomy_left(double autonomy, double secrecy, Parameters const& parameters) {
    if (!parameters.mechanisms.rumours) {
        return autonomy;
    }
    return autonomy * (1.0 - parameters.rumours.secrecy_autonomy_cost * secrecy);
}

void spread_rumours(Now const& now, PlainWorld& world, Events const& events) {
    if (!now.parameters.mechanisms.rumours) {
        return;
    }
    RumourParameters const& rumours = now.parameters.rumours;
    for (Identity const identity : events.new_terms) {
        Person const& teller = world.people.at(identity);
        if (teller.employer == nullptr) {
            continue; // lost the job again
        }
        Firm const& firm = *teller.employer;
        double const probability =
            leaks(firm, now) ? 1.0 : rumours.share_probability * (1.0 - firm.secrecy);
        std::uint32_t place = 0;
        for (Person const* const known : acquaintances_of(teller, world)) {
            auto const words = now.words(identity, Draw::rumour, place++);
            if (!happens(probability, words[0])) {
                continue;
            }
            double const noise = rumours.noise * standard_normal(words[1], words[2]);
            double const by_talent = firm.talent_exponent * (known->log_talent - teller.log_talent);
            double const told = teller.pay * firm.country->pay_to_value * exp(by_talent + noise);
            auto const worth = static_cast<float>(std::min(told, most_in_mind));
            Person& hearer = world.people.at(known->identity);
            if (is_forgotten(hearer, now.month + 1, now) ? worth > 0.0F
                                                         : worth > hearer.heard_worth) {
                hearer.heard_worth = worth;
                hearer.heard_in = now.month;
            }
        }
    }
}

} // namespace talentsim::plain
