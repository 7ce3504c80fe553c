#include "engine/phases/compute_grants.hpp"

#include <cmath>

namespace talentsim {

MilliGpu grantable(FirmTable const& firms, FirmRow row) {
    return static_cast<MilliGpu>(
        std::floor(firms.compute[row] * firms.scale[row] * milli_gpus_per_gpu));
}

void ComputeGrants::divide(Market& market, Parameters const& parameters, Step const& step) {
    FirmTable const& firms = market.firms;
    ResearcherTable& people = market.researchers;
    bool any = false;
    for (std::size_t f = 0; f != firms.size(); ++f) {
        any = any || grantable(firms, FirmRow{f}) > 0;
    }
    if (!parameters.mechanisms.compute_grants || !any) {
        people.gpu_grant.assign(people.size(), 0); // of a pool that is gone
        return;
    }

    // Staff of every firm, one firm after another.
    starts_.assign(1, 0);
    for (std::size_t f = 0; f != firms.size(); ++f) {
        starts_.push_back(starts_[f] + static_cast<std::uint32_t>(firms.staff[FirmRow{f}]));
    }
    // Twice through the people in the order of their rows, which reads and writes memory in
    // streams; going through them firm by firm would jump for each one.
    claims_.resize(starts_.back());
    staff_.resize(starts_.back());
    next_.assign(starts_.begin(), starts_.end() - 1);
    for (std::size_t i = 0; i != people.size(); ++i) {
        ResearcherRow const row{i};
        if (people.is_employed(row)) {
            std::uint32_t const place = next_[people.employer[row].at()]++;
            claims_[place].weight = people.talent_units[row];
            staff_[place] = row;
        }
    }

    scratch_.resize(firms.size());
    for_each_task(step.order, firms.size(), [&](std::size_t f) {
        std::size_t const begin = starts_[f];
        auto const priority = [&](std::size_t k) {
            auto const words =
                step.words(people.identity[staff_[begin + k]], Draw::grant_remainder);
            return static_cast<std::uint64_t>(words[0]) << 32U | words[1];
        };
        apportion(grantable(firms, FirmRow{f}), {claims_.data() + begin, starts_[f + 1] - begin},
                  priority, scratch_[f]);
    });

    next_.assign(starts_.begin(), starts_.end() - 1);
    for (std::size_t i = 0; i != people.size(); ++i) {
        ResearcherRow const row{i};
        if (people.is_employed(row)) {
            people.gpu_grant[row] = claims_[next_[people.employer[row].at()]++].units;
        }
    }
}

} // namespace talentsim
