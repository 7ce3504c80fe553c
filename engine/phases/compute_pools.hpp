#pragma once

#include <vector>

#include "engine/model/market.hpp"

namespace talentsim {

/// How the public pools of compute are shared out between the firms of their countries: by staff,
/// whatever the sector, or a share for each sector where the country has such a rule, and by staff
/// within it. Compute set aside for a sector goes to its staff; where there is none it lies idle.
class PublicPools {
  public:
    explicit PublicPools(Market const& market)
        : market_{market},
          staff_(market.countries.size(), 0.0),
          staff_by_sector_(market.countries.size(), BySector{}) {}

    /// Count people at a firm, and at all real firms that it stands for [persons].
    void count(FirmRow firm, double heads);

    /// What a firm with this staff [persons] gets, once everybody is counted [H100e].
    [[nodiscard]] double share_of(FirmRow firm, double heads) const;

  private:
    Market const& market_;
    std::vector<double> staff_; ///< by country
    std::vector<BySector> staff_by_sector_;
};

/// The pools of firms themselves: a parent and its sites have one between them, which goes to each
/// by heads.
class OwnPools {
  public:
    explicit OwnPools(FirmTable const& firms)
        : firms_{firms}, heads_(firms.size(), 0.0), gpus_(firms.size(), 0.0) {}

    /// Count people at a firm, and its pool; once for every firm [persons].
    void count(FirmRow firm, double heads);

    /// What a firm with this staff [persons] has, once everybody is counted: its own pool, or, in a
    /// group where somebody works, a part of the group's [H100e].
    [[nodiscard]] double part_of(FirmRow firm, double heads) const;

  private:
    FirmTable const& firms_;
    std::vector<double> heads_; ///< by head of a group
    std::vector<double> gpus_;
};

} // namespace talentsim
