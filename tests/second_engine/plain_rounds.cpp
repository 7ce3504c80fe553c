#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>

#include "engine/core/math.hpp"

#include "tests/second_engine/plain_bargaining.hpp"
#include "tests/second_engine/plain_contracts.hpp"
#include "tests/second_engine/plain_utility.hpp"

// docs/model.md, "Offers in rounds".

namespace talentsim::plain {

namespace {

constexpr double none = -std::numeric_limits<double>::infinity();

/// One of those between whom the person may choose.
struct Voice {
    enum class Whose { poacher, employer, joblessness } whose{};
    Bid bid;                  ///< of a poacher
    double first_offer = 0.0; ///< U of what it says first,
    double most = 0.0;        ///< ... and of the most that it will say
    double step = 0.0;        ///< what it adds to the offer of another
    double leap = 0.0;        ///< what its chief executive adds, once
    std::uint32_t luck = 0;   ///< at a tie the smallest number goes first
    double offer = 0.0;       ///< U of what it has said last
    bool is_silent = false;   ///< it can go no further
    bool may_leap = false;
};

/// How much better a job gets whose pay is multiplied, or, where U is linear, that gets as many
/// times its highest pay on top.
double gain(double factor, double highest_pay, double value_of_a_dollar, Now const& now) {
    UtilityParameters const& utility = now.parameters.utility;
    if (utility.form == UtilityForm::logarithmic) {
        return utility.pay * log(factor);
    }
    return utility.pay * ((factor - 1.0) * highest_pay * value_of_a_dollar);
}

/// At a tie the employer's offer goes first, joblessness last.
bool goes_first(Voice const& a, Voice const& b) {
    if (a.offer != b.offer) {
        return a.offer > b.offer;
    }
    bool const is_decided = a.whose != Voice::Whose::poacher || b.whose != Voice::Whose::poacher;
    if (is_decided) {
        return a.whose == Voice::Whose::employer || b.whose == Voice::Whose::joblessness;
    }
    return a.luck < b.luck;
}

struct Ending {
    std::size_t winner = 0;
    double offer = 0.0;
    double best_of_others = none;
    std::int64_t raised_offers = 0;
    bool has_winner_leapt = false;
};

Ending talk(std::vector<Voice> voices, std::int64_t rounds) {
    Ending ending;
    for (Voice& voice : voices) {
        voice.offer = voice.first_offer;
        voice.may_leap = voice.leap > 0.0;
    }
    for (std::size_t v = 1; v != voices.size(); ++v) {
        if (goes_first(voices[v], voices[ending.winner])) {
            ending.winner = v;
        }
    }
    for (std::int64_t round = 1; round <= rounds; ++round) {
        double const to_beat = voices[ending.winner].offer;
        std::optional<std::size_t> best;
        for (std::size_t v = 0; v != voices.size(); ++v) {
            Voice& voice = voices[v];
            if (v == ending.winner || voice.is_silent) {
                continue;
            }
            if (voice.whose == Voice::Whose::joblessness || to_beat + voice.step > voice.most) {
                voice.is_silent = true;
                continue;
            }
            double const further = voice.may_leap ? to_beat + voice.leap : to_beat;
            voice.offer = std::min(std::max(further, to_beat + voice.step), voice.most);
            voice.may_leap = false;
            ++ending.raised_offers;
            if (!best || goes_first(voice, voices[*best])) {
                best = v;
            }
        }
        if (!best) {
            break;
        }
        ending.winner = *best;
    }
    ending.offer = voices[ending.winner].offer;
    ending.has_winner_leapt = voices[ending.winner].leap > 0.0 && !voices[ending.winner].may_leap;
    for (std::size_t v = 0; v != voices.size(); ++v) {
        if (v != ending.winner) {
            ending.best_of_others = std::max(ending.best_of_others, voices[v].offer);
        }
    }
    return ending;
}

Voice voice_of_poacher(Person const& person, Bid const& bid, double has, PlainWorld const& world,
                       Now const& now) {
    OfferParameters const& offers = now.parameters.offers;
    Firm const& firm = *bid.firm;
    auto const words = now.words(person.identity, Draw::escalation, firm.key);
    double const of_a_dollar = value_of_pay(person, *firm.country, bid.programme, now);
    Voice voice;
    voice.whose = Voice::Whose::poacher;
    voice.bid = bid;
    voice.most = bid.utility;
    voice.first_offer = has;
    if (offers.opening == OpeningBid::share || has == none) {
        UtilityParameters const& utility = now.parameters.utility;
        double const less = utility.form == UtilityForm::logarithmic
                                ? log(offers.opening_share)
                                : (offers.opening_share - 1.0) * bid.cap * of_a_dollar;
        voice.first_offer = std::max(has, voice.most + utility.pay * less);
    }
    if (bid.least_pay > 0.0) {
        double const least = utility_of_job(person, firm, bid.least_pay, world, now, bid.programme);
        voice.first_offer = std::max(voice.first_offer, least);
    }
    voice.first_offer = std::min(voice.first_offer, voice.most);
    voice.step = gain(1.0 + firm.escalation_step, bid.cap, of_a_dollar, now);
    voice.luck = words[0];
    bool const writes = bid.drive != nullptr && bid.drive->terms.chief_executive;
    if (writes || happens(firm.chief_executive_probability, words[1])) {
        voice.leap = gain(offers.chief_executive_factor, bid.cap, of_a_dollar, now);
    }
    return voice;
}

/// The employer begins with the present contract, and stops there unless it counters.
Voice voice_of_employer(Person const& person, bool is_countered, PlainWorld const& world,
                        Now const& now) {
    Firm const& employer = *person.employer;
    double const most = is_countered ? retention_cap(person, now) : person.pay;
    double const forfeit = forfeit_of(person, world, now);
    Voice voice;
    voice.whose = Voice::Whose::employer;
    voice.first_offer = utility_of_job(person, employer, person.pay + forfeit, world, now);
    voice.most = utility_of_job(person, employer, most + forfeit, world, now);
    voice.step = gain(1.0 + employer.escalation_step, most,
                      value_of_pay(person, *employer.country, nullptr, now), now);
    return voice;
}

Voice voice_of_joblessness(double joblessness) {
    Voice voice;
    voice.whose = Voice::Whose::joblessness;
    voice.first_offer = joblessness;
    voice.most = joblessness;
    return voice;
}

void stay(Contest& contest, Voice const& employer, Ending const& ending, PlainWorld const& world,
          Now const& now) {
    Person const& person = *contest.person;
    contest.otherwise_paid = person.pay;
    contest.best_outside = person.best_outside;
    contest.otherwise = Otherwise::stays;
    if (!contest.is_countered) {
        return;
    }
    contest.otherwise = Otherwise::is_kept_by_counteroffer;
    contest.best_outside = std::max(person.best_outside, ending.best_of_others);
    bool const has_raised = ending.offer > employer.first_offer;
    if (has_raised || ending.best_of_others > person.best_outside) {
        double const answered = has_raised ? ending.offer : ending.best_of_others;
        contest.otherwise_paid = pay_of_employer(person, retention_cap(person, now), employer.most,
                                                 answered, world, now);
    }
}

} // namespace

void play_rounds(Contest& contest, std::vector<Bid> bids, double joblessness,
                 PlainWorld const& world, Now const& now) {
    Person const& person = *contest.person;
    OfferParameters const& offers = now.parameters.offers;

    // What the person has is what poachers begin with.
    std::vector<Voice> others;
    double has = joblessness;
    if (person.employer != nullptr) {
        contest.is_countered = employer_counters(person, now);
        others.push_back(voice_of_employer(person, contest.is_countered, world, now));
        has = std::max(has, others.front().first_offer);
    }
    others.push_back(voice_of_joblessness(joblessness));
    std::vector<Voice> voices;
    for (Bid const& bid : bids) {
        voices.push_back(voice_of_poacher(person, bid, has, world, now));
    }
    voices.insert(voices.end(), others.begin(), others.end());

    // Without the winner the rest talk again.
    while (true) {
        Ending const ending = talk(voices, offers.rounds);
        Voice const winner = voices[ending.winner];
        if (winner.whose == Voice::Whose::poacher) {
            Bid bid = winner.bid;
            bid.second = ending.best_of_others;
            bid.raised_offers = ending.raised_offers;
            double const pay = auction_pay(person, bid.cap, bid.utility, ending.offer,
                                           *bid.firm->country, now, bid.programme);
            bid.pay = pay_of_poacher(person, pay, bid, world, now);
            bid.is_front_loaded = ending.has_winner_leapt;
            contest.better.push_back(bid);
            voices.erase(voices.begin() + static_cast<std::ptrdiff_t>(ending.winner));
            continue;
        }
        contest.raised_offers = ending.raised_offers;
        contest.otherwise_worth = winner.most;
        contest.otherwise = Otherwise::is_jobless;
        if (winner.whose == Voice::Whose::employer) {
            stay(contest, winner, ending, world, now);
        }
        break;
    }
    for (Voice const& voice : voices) {
        if (voice.whose == Voice::Whose::poacher) {
            contest.worse.push_back(voice.bid);
        }
    }
}

} // namespace talentsim::plain
