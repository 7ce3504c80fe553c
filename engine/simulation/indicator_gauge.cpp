#include "engine/simulation/indicator_gauge.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <fmt/format.h>
#include <limits>
#include <numeric>

#include "engine/core/units.hpp"

namespace talentsim {

namespace {

constexpr std::size_t n_tiers = tier_names.size();
using Counts = std::vector<std::int64_t>;
using Measures = std::vector<double>;

template <class Numbers, class Record>
Numbers const& cells(Record const& record, char const* name) {
    return std::get<Numbers>(record.values[variable_index(name)]);
}

/// Rows of tiers in this word, as in SA.
std::vector<std::size_t> tiers_in(std::string const& word) {
    std::vector<std::size_t> tiers;
    for (std::size_t t = 0; t != n_tiers; ++t) {
        if (word.find(tier_names.at(t)) != std::string::npos) {
            tiers.push_back(t);
        }
    }
    return tiers;
}

double sum_of(Counts const& all, std::size_t row, std::vector<std::size_t> const& tiers) {
    std::int64_t sum = 0;
    for (std::size_t const tier : tiers) {
        sum += all[row * n_tiers + tier];
    }
    return static_cast<double>(sum);
}

std::size_t level_of(std::string const& percent) {
    std::size_t level = 0;
    while (std::to_string(std::lround(100.0 * quantile_levels.at(level))) != percent) {
        ++level;
    }
    return level;
}

/// Builds the gauge of one indicator.
class Maker {
  public:
    Maker(IndicatorPath const& path, RunDescription const& run, FirmCountries const& firm_countries)
        : path_{path}, at_{run.coordinates}, firm_countries_{firm_countries} {}

    IndicatorGauge make() {
        gauge_.end = at_.months;
        find_keys();
        find_months();
        if (!gauge_.lacking.empty()) {
            return gauge_;
        }
        switch (path_.quantity) {
        case Quantity::retention:
            take_retention();
            break;
        case Quantity::job_to_job:
            take_job_to_job();
            break;
        case Quantity::net_flow:
            take_net_flow();
            break;
        case Quantity::pay_quantile:
            take_pay_quantile();
            break;
        case Quantity::headcount_share:
            take_headcount_share();
            break;
        case Quantity::vacancy_rate:
            take_vacancy_rate();
            break;
        case Quantity::flow_ratio:
            take_flow_ratio();
            break;
        case Quantity::living_abroad:
            take_living_abroad();
            break;
        case Quantity::visa_selected_share:
            take_visa_selected_share();
            break;
        }
        return gauge_;
    }

  private:
    /// Row of a key along firms or countries; a word about it if there is none.
    std::size_t find(std::vector<std::string> const& names, std::string const& key,
                     char const* what) {
        auto const found = std::find(names.begin(), names.end(), key);
        if (found == names.end() && gauge_.lacking.empty()) {
            gauge_.lacking = fmt::format("the scenario has no {} {}", what, key);
        }
        return static_cast<std::size_t>(found - names.begin());
    }

    void find_keys() {
        auto const& kinds = info_of(path_.quantity).keys;
        for (std::size_t k = 0; k != kinds.size(); ++k) {
            std::string const& key = path_.keys[k];
            if (kinds[k] == "COUNTRY") {
                country_ = find(at_.countries, key, "country");
            } else if (kinds[k] == "FIRM") {
                firms_.push_back(find(at_.firms, key, "firm"));
            } else if (kinds[k] == "PERCENT") {
                level_ = level_of(key);
            } else {
                tiers_ = tiers_in(key);
            }
        }
    }

    void find_months() {
        if (!path_.first) {
            return;
        }
        auto const first = path_.first->months_since_year_0 - at_.start.months_since_year_0;
        auto const last = path_.last->months_since_year_0 - at_.start.months_since_year_0;
        if ((last < 0 || first >= static_cast<int>(at_.months)) && gauge_.lacking.empty()) {
            gauge_.lacking = fmt::format("the run has no month of {}",
                                         path_.text.substr(path_.text.find('@') + 1));
            return;
        }
        gauge_.first = static_cast<std::size_t>(std::max(first, 0));
        gauge_.end = std::min(at_.months, static_cast<std::size_t>(last + 1));
    }

    /// Rows of the firms of the country: the named ones, and its fringe.
    [[nodiscard]] std::vector<std::size_t> firms_of_country() const {
        std::string const& code = at_.countries[country_];
        std::vector<std::size_t> rows;
        for (std::size_t f = 0; f != at_.firms.size(); ++f) {
            auto const named = firm_countries_.find(at_.firms[f]);
            bool const is_here = named == firm_countries_.end() ? at_.firms[f] == code + "-fringe"
                                                                : named->second == code;
            if (is_here) {
                rows.push_back(f);
            }
        }
        return rows;
    }

    void take_retention() {
        gauge_.take_month = [firm = firms_[0]](MonthRecord const& month, RatioOfSums& mean) {
            double const share = cells<Measures>(month, "firm_retention_24")[firm];
            if (!std::isnan(share)) {
                mean.add(share, 1.0);
            }
        };
    }

    void take_job_to_job() {
        gauge_.take_month = [country = country_](MonthRecord const& month, RatioOfSums& rate) {
            double const employed =
                sum_of(cells<Counts>(month, "employed"), country, tiers_in("SABC"));
            rate.add(0.0, employed / months_per_year);
        };
        gauge_.take_replicate = [here = firms_of_country(), all = at_.firms.size()](
                                    ReplicateRecord const& whole, RatioOfSums& rate) {
            auto const& moves = cells<Counts>(whole, "firm_moves");
            for (std::size_t const firm : here) {
                auto const row = moves.begin() + static_cast<std::ptrdiff_t>(firm * all);
                rate.add(static_cast<double>(std::accumulate(
                             row, row + static_cast<std::ptrdiff_t>(all), std::int64_t{0})),
                         0.0);
            }
        };
    }

    void take_net_flow() {
        gauge_.take_month = [country = country_, tiers = tiers_, n = at_.countries.size()](
                                MonthRecord const& month, RatioOfSums& rate) {
            auto const& flow = cells<Counts>(month, "flow");
            double net = 0.0;
            for (std::size_t other = 0; other != n; ++other) {
                net += sum_of(flow, other * n + country, tiers) -
                       sum_of(flow, country * n + other, tiers);
            }
            rate.add(net,
                     sum_of(cells<Counts>(month, "headcount"), country, tiers) / months_per_year);
        };
    }

    void take_pay_quantile() {
        std::size_t const cell = (country_ * n_tiers + tiers_[0]) * quantile_levels.size() + level_;
        gauge_.take_month = [cell](MonthRecord const& month, RatioOfSums& mean) {
            double const pay = cells<Measures>(month, "pay_quantile")[cell];
            if (!std::isnan(pay)) {
                mean.add(pay, 1.0);
            }
        };
    }

    void take_headcount_share() {
        gauge_.take_month = [country = country_, tiers = tiers_, n = at_.countries.size()](
                                MonthRecord const& month, RatioOfSums& share) {
            auto const& people = cells<Counts>(month, "headcount");
            double world = 0.0;
            for (std::size_t c = 0; c != n; ++c) {
                world += sum_of(people, c, tiers);
            }
            share.add(sum_of(people, country, tiers), world);
        };
    }

    void take_vacancy_rate() {
        gauge_.take_month = [here = firms_of_country()](MonthRecord const& month,
                                                        RatioOfSums& rate) {
            double open = 0.0;
            double staff = 0.0;
            for (std::size_t const firm : here) {
                open += cells<Measures>(month, "firm_vacancies")[firm];
                staff += sum_of(cells<Counts>(month, "firm_staff"), firm, tiers_in("SABC"));
            }
            if (open < no_limit_of_seats) {
                rate.add(open, open + staff);
            }
        };
    }

    void take_flow_ratio() {
        gauge_.take_replicate = [from = firms_[0], to = firms_[1], all = at_.firms.size()](
                                    ReplicateRecord const& whole, RatioOfSums& ratio) {
            auto const& moves = cells<Counts>(whole, "firm_moves");
            ratio.add(static_cast<double>(moves[from * all + to]),
                      static_cast<double>(moves[to * all + from]));
        };
    }

    void take_living_abroad() {
        gauge_.take_replicate = [country = country_](ReplicateRecord const& whole,
                                                     RatioOfSums& share) {
            double const abroad = cells<Measures>(whole, "living_abroad")[country];
            if (!std::isnan(abroad)) {
                share.add(abroad, 1.0);
            }
        };
    }

    void take_visa_selected_share() {
        gauge_.take_month = [country = country_](MonthRecord const& month, RatioOfSums& share) {
            share.add(static_cast<double>(cells<Counts>(month, "visas_selected")[country]),
                      static_cast<double>(cells<Counts>(month, "visas_registered")[country]));
        };
    }

    /// More seats than there are people: a firm without a limit has 2^31 - 1 of them.
    static constexpr double no_limit_of_seats = 2147483647.0;

    IndicatorPath const& path_;
    Coordinates const& at_;
    FirmCountries const& firm_countries_;
    IndicatorGauge gauge_;
    std::size_t country_ = 0;
    std::vector<std::size_t> firms_;
    std::vector<std::size_t> tiers_;
    std::size_t level_ = 0;
};

} // namespace

double RatioOfSums::value() const {
    return weight > 0.0 ? sum / weight : std::numeric_limits<double>::quiet_NaN();
}

IndicatorGauge gauge_of(IndicatorPath const& path, RunDescription const& run,
                        FirmCountries const& firm_countries) {
    return Maker{path, run, firm_countries}.make();
}

} // namespace talentsim
