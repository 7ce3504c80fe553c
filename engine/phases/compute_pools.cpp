#include "engine/phases/compute_pools.hpp"

#include <algorithm>

#include "engine/mechanisms/procurement.hpp"

namespace talentsim {

void PublicPools::count(FirmRow firm, double heads) {
    std::size_t const country = market_.firms.country[firm].at();
    staff_[country] += heads;
    staff_by_sector_[country].at(static_cast<std::size_t>(market_.firms.sector[firm])) += heads;
}

double PublicPools::share_of(FirmRow firm, double heads) const {
    CountryTable const& countries = market_.countries;
    CountryRow const country = market_.firms.country[firm];
    auto const sector = static_cast<std::size_t>(market_.firms.sector[firm]);
    BySector const& staff = staff_by_sector_[country.at()];
    double const all = staff_[country.at()];
    double const of_all = all > 0.0 ? heads / all : 0.0;
    double const of_sector = staff.at(sector) > 0.0 ? heads / staff.at(sector) : 0.0;

    BySector const& shares = countries.sector_shares[country];
    bool const is_by_sector =
        std::any_of(shares.begin(), shares.end(), [](double share) { return share > 0.0; });
    double const of_pool =
        is_by_sector ? divided_by_sector(shares, staff).at(sector) * of_sector : of_all;
    return countries.public_gpus[country] * of_pool +
           countries.sector_gpus[country].at(sector) * of_sector;
}

void OwnPools::count(FirmRow firm, double heads) {
    std::size_t const head = firms_.head_of(firm).at();
    heads_[head] += heads;
    gpus_[head] += firms_.own_gpus[firm];
}

double OwnPools::part_of(FirmRow firm, double heads) const {
    FirmRow const head = firms_.head_of(firm);
    bool const is_shared = !firms_.sites[head].empty() && heads_[head.at()] > 0.0;
    return is_shared ? gpus_[head.at()] * (heads / heads_[head.at()]) : firms_.own_gpus[firm];
}

} // namespace talentsim
