#include "engine/phases/compute_grants.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "engine/core/exact_sum.hpp"
#include "engine/phases/drives.hpp"

namespace talentsim {

MilliGpu grantable(FirmTable const& firms, FirmRow row) {
    // More than all compute ever made by far; an Apportionment divides no more.
    constexpr double most = 0x1p49;
    return static_cast<MilliGpu>(
        std::floor(std::min(firms.compute[row] * firms.scale[row] * milli_gpus_per_gpu, most)));
}

namespace {

/// What a person's claim weighs: in the steps in which the census sums the talent of a firm.
double weight_of(ResearcherTable const& people, ResearcherRow row) {
    return TalentSum{people.talent_units[row]}.value();
}

} // namespace

bool ComputeGrants::divide(Market& market, Parameters const& parameters, Step const& step) {
    FirmTable const& firms = market.firms;
    left_.clear();
    bool any = false;
    for (std::size_t f = 0; f != firms.size(); ++f) {
        left_.push_back(grantable(firms, FirmRow{f}));
        any = any || left_.back() > 0;
    }
    serve_pledges(market);
    pools_.clear();
    for (std::size_t f = 0; f != firms.size(); ++f) {
        pools_.emplace_back(left_[f], firms.talent[FirmRow{f}].value());
    }
    if (!parameters.mechanisms.compute_grants || !any) {
        if (any_granted_) { // of a pool that is gone
            market.researchers.gpu_grant.assign(market.researchers.size(), 0);
            any_granted_ = false;
        }
        return false;
    }
    any_granted_ = true;
    count_claims(market, step.order);
    grant_shares(market, step);
    settle_line(market, step.order);
    for (Pledge const& pledge : pledges_) {
        market.researchers.gpu_grant[pledge.who] += pledge.units;
    }
    return true;
}

void ComputeGrants::serve_pledges(Market& market) {
    pledges_.clear();
    for (DriveHire const* const hire : by_date_of_contract(market.drives.hires)) {
        if (!hire->is_on_staff()) {
            continue;
        }
        MilliGpu& left = left_[hire->firm.at()];
        auto const pledged = static_cast<MilliGpu>(std::floor(hire->gpus * milli_gpus_per_gpu));
        MilliGpu const units = std::min(pledged, left);
        left -= units;
        pledges_.push_back({.who = hire->who, .units = units});
    }
}

void ComputeGrants::count_claims(Market const& market, Visit order) {
    ResearcherTable const& people = market.researchers;
    pools_ = tally<std::vector<Apportionment>>(
        order, people.size(), [&] { return pools_; },
        [&](std::size_t i, std::vector<Apportionment>& pools) {
            ResearcherRow const row{i};
            if (people.is_employed(row)) {
                pools[people.employer[row].at()].count(weight_of(people, row));
            }
        },
        [](std::vector<Apportionment>& total, std::vector<Apportionment> const& part) {
            for (std::size_t f = 0; f != total.size(); ++f) {
                total[f].merge(part[f]);
            }
        });
    for (Apportionment& pool : pools_) {
        pool.settle();
    }
}

void ComputeGrants::grant_shares(Market& market, Step const& step) {
    ResearcherTable& people = market.researchers;
    collector_.collect(step.order, people.size(), line_, [&](std::size_t i, auto const& emit) {
        ResearcherRow const row{i};
        if (!people.is_employed(row)) {
            return;
        }
        FirmRow const employer = people.employer[row];
        auto const share = pools_[employer.at()].share(weight_of(people, row));
        people.gpu_grant[row] = share.units;
        if (share.is_on_the_line) {
            auto const words = step.words(people.identity[row], Draw::grant_remainder);
            emit({.who = row,
                  .employer = employer,
                  .remainder = share.remainder,
                  .priority = static_cast<std::uint64_t>(words[0]) << 32U | words[1]});
        }
    });
}

void ComputeGrants::settle_line(Market& market, Visit order) {
    std::size_t const firms = market.firms.size();
    std::vector<std::size_t> ends(firms + 1, 0);
    for (OnTheLine const& one : line_) {
        ++ends[one.employer.at() + 1];
    }
    for (std::size_t f = 0; f != firms; ++f) {
        ends[f + 1] += ends[f];
    }
    line_by_firm_.resize(line_.size());
    for (OnTheLine const& one : line_) {
        line_by_firm_[ends[one.employer.at()]++] =
            one; // from the begin of a firm's part to its end
    }
    auto const goes_first = [](OnTheLine const& a, OnTheLine const& b) {
        return std::tuple{-a.remainder, a.priority} < std::tuple{-b.remainder, b.priority};
    };
    for_each_task(order, firms, [&](std::size_t f) {
        auto const part = [&](std::size_t place) {
            return line_by_firm_.begin() + static_cast<std::ptrdiff_t>(place);
        };
        auto const begin = part(f == 0 ? 0 : ends[f - 1]);
        auto const winners = begin + pools_[f].left();
        auto const end = part(ends[f]);
        std::nth_element(begin, winners, end, goes_first);
        std::for_each(begin, winners,
                      [&](OnTheLine const& one) { ++market.researchers.gpu_grant[one.who]; });
    });
}

} // namespace talentsim
