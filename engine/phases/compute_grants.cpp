#include "engine/phases/compute_grants.hpp"

#include <cmath>
#include <utility>

namespace talentsim {

MilliGpu grantable(FirmTable const& firms, FirmRow row) {
    return static_cast<MilliGpu>(
        std::floor(firms.compute[row] * firms.scale[row] * milli_gpus_per_gpu));
}

namespace {

/// Blocks of rows that are gone through at the same time.
constexpr std::size_t n_blocks = 32;

std::size_t block_begin(std::size_t block, std::size_t people) { return people * block / n_blocks; }

} // namespace

void ComputeGrants::list_staff(Market const& market, Visit order) {
    ResearcherTable const& people = market.researchers;
    std::size_t const firms = market.firms.size();
    places_.assign(n_blocks * firms, 0);
    for_each_task(order, n_blocks, [&](std::size_t block) {
        std::size_t const end = block_begin(block + 1, people.size());
        for (std::size_t i = block_begin(block, people.size()); i != end; ++i) {
            if (people.is_employed(ResearcherRow{i})) {
                ++places_[block * firms + people.employer[ResearcherRow{i}].at()];
            }
        }
    });
    starts_.clear();
    std::uint32_t next = 0;
    for (std::size_t f = 0; f != firms; ++f) {
        starts_.push_back(next);
        for (std::size_t block = 0; block != n_blocks; ++block) {
            next += std::exchange(places_[block * firms + f], next);
        }
    }
    starts_.push_back(next);
    staff_.resize(next);
}

/// People are gone through in the order of their rows, which reads and writes memory in streams;
/// firm by firm, each would be a jump.
template <class Body>
void ComputeGrants::for_each_block(Market const& market, Visit order, Body const& body) const {
    ResearcherTable const& people = market.researchers;
    std::size_t const firms = market.firms.size();
    for_each_task(order, n_blocks, [&](std::size_t block) {
        auto const first = places_.begin() + static_cast<std::ptrdiff_t>(block * firms);
        std::vector<std::uint32_t> next(first, first + static_cast<std::ptrdiff_t>(firms));
        std::size_t const end = block_begin(block + 1, people.size());
        for (std::size_t i = block_begin(block, people.size()); i != end; ++i) {
            ResearcherRow const row{i};
            if (people.is_employed(row)) {
                body(row, next[people.employer[row].at()]++);
            }
        }
    });
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

    list_staff(market, step.order);
    claims_.resize(staff_.size());
    for_each_block(market, step.order, [&](ResearcherRow row, std::uint32_t place) {
        claims_[place].weight = people.talent_units[row];
        staff_[place] = row;
    });

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

    for_each_block(market, step.order, [&](ResearcherRow row, std::uint32_t place) {
        people.gpu_grant[row] = claims_[place].units;
    });
}

} // namespace talentsim
