#include "benchmarks/hand_written_ladder.hpp"

#include <algorithm>
#include <thread>

#include "engine/core/math.hpp"
#include "engine/simulation/pay_histogram.hpp"
#include "engine/simulation/variables.hpp"

namespace talentsim::benchmark {

namespace {

constexpr std::uint32_t nobody = 0xffffffff;

} // namespace

HandWrittenLadder::HandWrittenLadder(Simulation const& founded)
    : key_{{.seed = static_cast<std::uint64_t>(founded.parameters().simulation.seed)}},
      separation_{founded.parameters().search.separation_rate},
      contact_unemployed_{founded.parameters().search.contact_rate_unemployed},
      contact_employed_{founded.parameters().search.contact_rate_employed} {
    Market const& market = founded.market();
    home_production_ =
        market.countries.home_value[CountryRow{0}] * market.countries.outside_pay[CountryRow{0}];
    for (std::size_t f = 0; f != market.firms.size(); ++f) {
        productivity_.push_back(market.firms.unit_value[FirmRow{f}]);
        firm_key_.push_back(market.firms.key[FirmRow{f}]);
    }
    for (std::size_t i = 0; i != market.researchers.size(); ++i) {
        identity_.push_back(market.researchers.identity[ResearcherRow{i}]);
        ability_.push_back(exp(market.researchers.log_talent[ResearcherRow{i}]));
    }
    employer_.assign(identity_.size(), nobody);
    pay_.assign(identity_.size(), 0.0);
}

void HandWrittenLadder::visit(std::size_t begin, std::size_t end, Counts& counts) {
    auto const firms = productivity_.size();
    for (std::size_t i = begin; i != end; ++i) {
        auto const words = key_.words({.who = identity_[i], .month = month_, .why = Draw::month});
        std::uint32_t const employer = employer_[i];
        bool const is_employed = employer != nobody;
        if (is_employed && happens(separation_, words[1])) {
            employer_[i] = nobody;
            continue;
        }
        if (happens(is_employed ? contact_employed_ : contact_unemployed_, words[2])) {
            auto const firm = static_cast<std::uint32_t>(one_of(
                firms,
                key_.words({.who = identity_[i], .month = month_, .why = Draw::firm_met})[0]));
            if (!is_employed) {
                employer_[i] = firm;
                pay_[i] = home_production_ * ability_[i];
            } else if (firm != employer) {
                // Counteroffers are always made; the word that says so is drawn all the same.
                auto const answer = key_.words({.who = identity_[i],
                                                .whom = firm_key_[employer],
                                                .month = month_,
                                                .why = Draw::counteroffer});
                counts.counteroffers += happens(1.0, answer[0]) ? 1 : 0;
                if (productivity_[firm] > productivity_[employer]) {
                    employer_[i] = firm;
                    pay_[i] = productivity_[employer] * ability_[i];
                    ++counts.moves;
                } else {
                    pay_[i] = std::max(pay_[i], productivity_[firm] * ability_[i]);
                }
            }
        }
        if (employer_[i] != nobody) {
            ++counts.staff[employer_[i]];
            counts.payroll[employer_[i]] += pay_[i];
            ++counts.histogram[PayHistogram::bin_of(pay_[i])];
        }
    }
}

LadderRecord HandWrittenLadder::step(std::size_t threads) {
    counts_.resize(threads);
    for (Counts& counts : counts_) {
        counts.staff.assign(productivity_.size(), 0);
        counts.payroll.assign(productivity_.size(), 0.0);
        counts.histogram.assign(PayHistogram::bins, 0);
        counts.moves = 0;
        counts.counteroffers = 0;
    }
    {
        std::vector<std::jthread> helpers;
        for (std::size_t t = 1; t < threads; ++t) {
            helpers.emplace_back([this, t, threads] {
                visit(identity_.size() * t / threads, identity_.size() * (t + 1) / threads,
                      counts_[t]);
            });
        }
        visit(0, identity_.size() / threads, counts_[0]);
    }
    ++month_;

    Counts& all = counts_[0];
    for (std::size_t t = 1; t < threads; ++t) {
        for (std::size_t f = 0; f != productivity_.size(); ++f) {
            all.staff[f] += counts_[t].staff[f];
            all.payroll[f] += counts_[t].payroll[f];
        }
        for (std::size_t bin = 0; bin != PayHistogram::bins; ++bin) {
            all.histogram[bin] += counts_[t].histogram[bin];
        }
        all.moves += counts_[t].moves;
        all.counteroffers += counts_[t].counteroffers;
    }
    return {.staff = all.staff,
            .payroll = all.payroll,
            .pay = quantiles(occupied_bins(all.histogram), quantile_levels),
            .moves = all.moves,
            .counteroffers = all.counteroffers};
}

} // namespace talentsim::benchmark
