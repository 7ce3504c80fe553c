#include <algorithm>
#include <cmath>
#include <tuple>

#include "tests/second_engine/plain_drives.hpp"
#include "tests/second_engine/plain_month.hpp"

// docs/model.md, phases 9 and 10 of "The month", and "Compute".

namespace talentsim::plain {

void take_census(PlainWorld& world) {
    for (Country& country : world.countries) {
        country.residents = {};
        country.employed = {};
    }
    for (Firm& firm : world.firms) {
        firm.automated += firm.newly_automated;
        firm.newly_automated = {};
        firm.staff_by_tier = {};
        firm.staff = 0;
        firm.payroll = {};
        firm.talent = {};
        firm.log_talent = {};
    }
    for (auto const& [identity, person] : world.people) {
        auto const tier = static_cast<std::size_t>(person.tier);
        ++person.location->residents[tier];
        if (person.employer == nullptr) {
            continue;
        }
        ++person.location->employed[tier];
        Firm& firm = *person.employer;
        ++firm.staff_by_tier[tier];
        ++firm.staff;
        firm.payroll += MoneySum{person.pay};
        firm.talent += TalentSum{person.talent_units};
        firm.log_talent += TalentSum{person.log_talent};
    }
}

namespace {

/// A member of the staff who waits for one unit more.
struct Claim {
    Person* person = nullptr;
    double remainder = 0.0;
    std::uint64_t priority = 0;
};

/// What a drive has pledged, the oldest contract first, as far as the pool goes.
std::map<Identity, MilliGpu> pledges_served(Firm const& firm, MilliGpu& pool,
                                            PlainWorld const& world) {
    std::map<Identity, MilliGpu> served;
    if (Drive const* const drive = drive_of(firm, world); drive != nullptr) {
        for (auto const& [identity, contract] : oldest_first(*drive)) {
            if (contract.begun) {
                auto const wanted = static_cast<MilliGpu>(std::floor(contract.gpus * 1000.0));
                served[identity] = std::min(wanted, pool);
                pool -= served[identity];
            }
        }
    }
    return served;
}

/// Largest remainders: whole parts first, then a unit each to the largest remainders.
void divide_among_staff(Firm const& firm, MilliGpu pool, PlainWorld& world, Now const& now) {
    double const per_unit_of_talent = static_cast<double>(pool) / firm.talent.value();
    std::vector<Claim> claims;
    for (auto& [identity, person] : world.people) {
        if (person.employer != &firm) {
            continue;
        }
        // Talent is weighed in the steps in which it was counted.
        double const quota = TalentSum{person.talent_units}.value() * per_unit_of_talent;
        person.gpu_grant = static_cast<MilliGpu>(quota);
        pool -= person.gpu_grant;
        auto const words = now.words(identity, Draw::grant_remainder);
        claims.push_back({.person = &person,
                          .remainder = quota - static_cast<double>(person.gpu_grant),
                          .priority = static_cast<std::uint64_t>(words[0]) << 32U | words[1]});
    }
    std::sort(claims.begin(), claims.end(), [](Claim const& a, Claim const& b) {
        return std::tuple{-a.remainder, a.priority} < std::tuple{-b.remainder, b.priority};
    });
    for (Claim const& claim : claims) {
        if (pool-- > 0) {
            ++claim.person->gpu_grant;
        }
    }
}

} // namespace

void grant_compute(Now const& now, PlainWorld& world) {
    for (auto& [identity, person] : world.people) {
        person.gpu_grant = 0;
    }
    if (!now.parameters.mechanisms.compute_grants) {
        return;
    }
    for (Firm const& firm : world.firms) {
        auto pool = static_cast<MilliGpu>(std::floor(firm.compute * firm.scale * 1000.0));
        auto const pledges = pledges_served(firm, pool, world);
        if (firm.talent.value() > 0.0) {
            divide_among_staff(firm, pool, world, now);
        }
        for (auto const& [identity, units] : pledges) {
            world.people.at(identity).gpu_grant += units;
        }
    }
}

} // namespace talentsim::plain
