#include "engine/model/parameter_checks_deals.hpp"

#include <fmt/format.h>

namespace talentsim {

namespace {

class DealChecker {
  public:
    DealChecker(Parameters const& parameters, std::vector<ParameterProblem>& problems)
        : parameters_{parameters}, problems_{problems} {}

    void check(std::string const& path, AcquisitionParameters const& deal) {
        bool const has_bidder = is_firm(path + ".bidder", deal.bidder);
        bool const has_target = is_firm(path + ".target", deal.target);
        if (has_target) {
            check_target(path + ".target", deal, has_bidder);
        }
        check_month(path + ".month", deal.month);
    }

  private:
    template <class... Facts>
    void complain(std::string path, fmt::format_string<Facts...> what, Facts&&... facts) {
        problems_.push_back({std::move(path), fmt::format(what, std::forward<Facts>(facts)...)});
    }

    bool is_firm(std::string const& path, std::string const& firm) {
        if (firm.empty()) {
            complain(path, "is missing (the key of a firm)");
        } else if (!parameters_.firms.contains(firm)) {
            complain(path, "'{}' is none of the named firms (the key of a firm)", firm);
        }
        return parameters_.firms.contains(firm);
    }

    void check_target(std::string const& path, AcquisitionParameters const& deal, bool has_bidder) {
        FirmParameters const& target = parameters_.firms.at(deal.target);
        if (target.kind != FirmKind::start_up) {
            complain(path, "'{}' is no start-up (a firm of kind start_up)", deal.target);
        }
        if (!has_bidder) {
            return;
        }
        std::string const& country = parameters_.firms.at(deal.bidder).country;
        if (deal.target == deal.bidder) {
            complain(path, "'{}' is the bidder itself (another firm)", deal.target);
        } else if (target.country != country) {
            complain(path, "works in '{}' (a firm in the country of the bidder, '{}')",
                     target.country, country);
        }
    }

    void check_month(std::string const& path, CalendarMonth month) {
        auto const& run = parameters_.simulation;
        CalendarMonth const end = run.start.plus(static_cast<int>(run.months));
        if (month < run.start || month >= end) {
            complain(path, "{} is outside the simulated months ({} to {})", month.text(),
                     run.start.text(), end.plus(-1).text());
        }
    }

    Parameters const& parameters_;
    std::vector<ParameterProblem>& problems_;
};

} // namespace

void check_deals(Parameters const& parameters, std::vector<ParameterProblem>& problems) {
    DealChecker checker{parameters, problems};
    for (auto const& [key, deal] : parameters.acquisitions) {
        checker.check("acquisitions." + key, deal);
    }
}

} // namespace talentsim
