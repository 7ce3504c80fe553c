#include "engine/cli/closing_table.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <fmt/format.h>
#include <vector>

namespace talentsim {

namespace {

constexpr std::size_t most_countries = 10;
constexpr std::size_t most_firms = 10;
constexpr std::size_t widest_line = 100;

/// The first of many names, on an indented line.
std::string as_many_as_fit(std::vector<std::string> const& names) {
    std::string line = " ";
    for (std::string const& name : names) {
        auto const longer = fmt::format("{} {},", line, name);
        if (columns_of(longer) + 2 > widest_line) {
            return line + " …";
        }
        line = longer;
    }
    line.pop_back(); // the comma
    return line;
}

/// A share in percent, without the sign of percent.
std::string signed_hundredths(double share) { return fmt::format("{:+.2f}", share * 100.0); }

/// The figures of a run as lines of text.
class Writer {
  public:
    Writer(RunFigures const& figures, ClosingNotes const& notes, TableStyle style)
        : figures_{figures},
          notes_{notes},
          style_{style},
          several_{figures.run.coordinates.replicates > 1} {}

    std::string text() {
        add_heading();
        add_countries();
        add_firms();
        add_tiers();
        add_rates();
        add_origins();
        return text_;
    }

  private:
    [[nodiscard]] std::string title_of(std::string const& key) const {
        auto const title = figures_.run.titles.find(key);
        return title == figures_.run.titles.end() ? key : title->second;
    }

    /// The range of a spread, where there is one to speak of.
    template <class Words>
    [[nodiscard]] std::string range(Spread const& spread, Words const& words) const {
        return several_ && spread.replicates > 0
                   ? fmt::format("{}…{}", words(spread.low), words(spread.high))
                   : "";
    }

    void add(TextTable const& table) { text_ += table.text(style_) + "\n"; }

    void add_heading() {
        RunDescription const& run = figures_.run;
        Coordinates const& at = run.coordinates;
        text_ += fmt::format("{}: {} to {}", run.title, at.start.text(),
                             at.start.plus(static_cast<int>(at.months) - 1).text());
        if (several_) {
            text_ += fmt::format("; mean of {} replicates, lowest…highest", at.replicates);
        }
        if (run.scale != 1.0) {
            text_ += fmt::format("\nCounts are of simulated people, of whom each stands for {:.3g}",
                                 1.0 / run.scale);
        }
        text_ += "\n\n";
    }

    void add_countries() {
        std::vector<CountryFigures const*> sorted;
        for (CountryFigures const& country : figures_.countries) {
            sorted.push_back(&country);
        }
        std::stable_sort(sorted.begin(), sorted.end(),
                         [](auto const* a, auto const* b) { return a->last.mean > b->last.mean; });
        if (sorted.empty() || std::isnan(sorted.front()->last.mean)) {
            return;
        }
        TextTable table{{"country", "first", "last", "change", "in/yr", "out/yr", "net/yr",
                         several_ ? "range [%]" : "", "S+A net", "no job"},
                        15};
        for (CountryFigures const* const country : sorted) {
            if (table.rows() == most_countries) {
                break;
            }
            table.add(
                {title_of(country->code), whole(country->first.mean), whole(country->last.mean),
                 signed_percent(country->last.mean / country->first.mean - 1.0),
                 percent(country->inflow.mean), percent(country->outflow.mean),
                 signed_percent(country->net_inflow.mean),
                 range(country->net_inflow, signed_hundredths),
                 signed_percent(country->net_inflow_best.mean), percent(country->unemployed.mean)});
        }
        if (sorted.size() > most_countries) {
            table.note(fmt::format("and {} smaller ones", sorted.size() - most_countries));
        }
        add(table);
    }

    void add_firms() {
        std::vector<FirmFigures const*> sorted;
        for (FirmFigures const& firm : figures_.firms) {
            if (!std::isnan(firm.change.mean)) {
                sorted.push_back(&firm);
            }
        }
        if (sorted.empty()) {
            return;
        }
        std::stable_sort(sorted.begin(), sorted.end(), [](auto const* a, auto const* b) {
            return a->change.mean > b->change.mean;
        });
        std::size_t const left_out = sorted.size() - std::min(sorted.size(), most_firms);
        auto const middle = sorted.begin() + most_firms / 2;
        if (left_out > 0) { // whoever neither gained nor lost much
            sorted.erase(middle, middle + static_cast<std::ptrdiff_t>(left_out));
        }
        TextTable table{
            {"staff", "first", "last", "change", "", several_ ? "range" : "", "there 2 years"}, 28};
        for (FirmFigures const* const firm : sorted) {
            if (left_out > 0 && table.rows() == most_firms / 2) {
                table.note(fmt::format("{} firms in between", left_out));
            }
            table.add({title_of(firm->key), whole(firm->first.mean), whole(firm->last.mean),
                       signed_whole(firm->change.mean),
                       signed_percent(firm->change.mean / firm->first.mean),
                       range(firm->change, signed_whole), percent(firm->retention.mean)});
        }
        add(table);
    }

    void add_tiers() {
        if (figures_.tiers[0].headcount.replicates == 0 || figures_.countries.empty()) {
            return;
        }
        std::vector<std::string> head{"by tier"};
        std::vector<std::string> residents{"researchers, last month"};
        auto const year = std::min<std::size_t>(figures_.run.coordinates.months, 12);
        std::vector<std::string> jobless{year == 1 ? "jobless, last month"
                                                   : fmt::format("jobless, last {} months", year)};
        std::vector<std::string> pay{"median pay, world [USD/year]"};
        std::vector<std::string> pay_here{fmt::format(
            "median pay, {}", title_of(figures_.countries.at(figures_.largest_country).code))};
        double everyone = 0.0;
        for (std::size_t tier = 0; tier != tier_names.size(); ++tier) {
            TierFigures const& figures = figures_.tiers.at(tier);
            head.emplace_back(tier_names.at(tier));
            residents.push_back(whole(figures.headcount.mean));
            jobless.push_back(percent(figures.unemployed.mean));
            pay.push_back(rounded(figures.median_pay.mean));
            pay_here.push_back(rounded(figures.median_pay_here.mean));
            everyone += figures.headcount.mean;
        }
        head.emplace_back("all");
        residents.push_back(whole(everyone));
        jobless.push_back(percent(figures_.unemployed.mean));
        TextTable table{head, 36};
        table.add(residents);
        if (figures_.unemployed.replicates > 0) {
            table.add(jobless);
        }
        if (figures_.tiers.back().median_pay.replicates > 0) {
            table.add(pay);
            table.add(pay_here);
        }
        add(table);
    }

    void add_rates() {
        TextTable table{{"per year, of the employed", "", several_ ? "range" : ""}, 36};
        auto const add_rate = [&](char const* name, Spread const& rate) {
            if (rate.replicates > 0) {
                table.add({name, percent(rate.mean), range(rate, percent)});
            }
        };
        add_rate("moves from job to job", figures_.job_to_job);
        add_rate("raises without a move", figures_.raises);
        add_rate("counteroffers", figures_.counteroffers);
        add_rate("jobs lost or left", figures_.separations);
        if (figures_.run.coordinates.months == 1) { // they are shares of the month before
            table.note("moves, raises and counteroffers: known from the second month on");
        }
        if (table.rows() > 0 || figures_.run.coordinates.months == 1) {
            add(table);
        }
    }

    void add_origins() {
        Provenance const& provenance = notes_.provenance;
        auto const& assumed = provenance.assumed_figures;
        std::size_t const all =
            provenance.cited_figures + assumed.size() + provenance.silent_figures.size();
        if (all > 0) {
            text_ += fmt::format("Of {} figures in the scenario {} cite a source, {} are assumed",
                                 all, provenance.cited_figures, assumed.size());
            text_ += provenance.silent_figures.empty()
                         ? ""
                         : fmt::format(", {} say nothing", provenance.silent_figures.size());
            text_ += assumed.empty() ? "\n" : ". Assumed:\n" + as_many_as_fit(assumed) + "\n";
        }
        if (!notes_.digest.empty()) {
            text_ += fmt::format("Results digest {}\n", notes_.digest);
        }
        if (notes_.seconds) {
            add_speed(*notes_.seconds);
        }
    }

    void add_speed(double seconds) {
        RunDescription const& run = figures_.run;
        double const of_burn_in = static_cast<double>(run.researchers) *
                                  static_cast<double>(run.burn_in_months) *
                                  static_cast<double>(run.coordinates.replicates);
        double const months = figures_.researcher_months + of_burn_in;
        text_ += fmt::format("{} researcher-months in {:.1f} s, {} a second\n", rounded(months),
                             seconds, rounded(months / std::max(seconds, 1e-3)));
    }

    RunFigures const& figures_;
    ClosingNotes const& notes_;
    TableStyle style_;
    bool several_;
    std::string text_;
};

} // namespace

std::string closing_table(RunFigures const& figures, ClosingNotes const& notes, TableStyle style) {
    return Writer{figures, notes, style}.text();
}

} // namespace talentsim
