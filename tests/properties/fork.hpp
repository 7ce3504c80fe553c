#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/core/ids.hpp"
#include "engine/core/random.hpp"
#include "engine/model/dated_change.hpp"
#include "engine/model/identity.hpp"
#include "engine/model/market.hpp"
#include "engine/model/parameters.hpp"

namespace talentsim::test {

/// What has become of somebody by the end of a month.
struct Whereabouts {
    CountryRow origin;
    CountryRow location;
    FirmRow employer;
    Month since = 0;
    double pay = 0.0;
    friend bool operator==(Whereabouts const&, Whereabouts const&) = default;
};

using People = std::map<Identity, Whereabouts>;

/// A world that comes to a fork: some months like any other, then one month in which a parameter
/// may be another. Both ways draw the same random numbers.
class Fork {
  public:
    /// @param months  lived through before
    Fork(Parameters parameters, World const& world, int months = 3);

    [[nodiscard]] Parameters const& parameters() const { return parameters_; }

    [[nodiscard]] Month month() const { return months_; }

    /// Everybody when the month begins.
    [[nodiscard]] People const& before() const { return before_; }

    /// Everybody when it ends, had nothing changed.
    [[nodiscard]] People const& as_usual() const { return as_usual_; }

    /// Everybody when it ends, a parameter having been set for it. `keys` stand for the stars.
    [[nodiscard]] People having_set(std::string const& path, double value,
                                    std::vector<std::string> keys = {}) const;

    /// The row of a country, and of a firm.
    [[nodiscard]] CountryRow country(std::string const& code) const { return countries_.at(code); }

    [[nodiscard]] FirmRow firm(std::string const& name) const { return firms_.at(name); }

  private:
    Parameters parameters_;
    World world_;
    int months_;
    People before_;
    People as_usual_;
    std::map<std::string, CountryRow> countries_;
    std::map<std::string, FirmRow> firms_;
};

/// The identities of those of whom this is true.
template <class Condition>
[[nodiscard]] std::set<Identity> those(People const& people, Condition const& condition) {
    std::set<Identity> found;
    for (auto const& [identity, one] : people) {
        if (condition(identity, one)) {
            found.insert(identity);
        }
    }
    return found;
}

[[nodiscard]] std::set<Identity> residents(People const& people, CountryRow country);
[[nodiscard]] std::set<Identity> staff(People const& people, FirmRow firm);

/// Whether everyone in `fewer` is in `more`, too.
[[nodiscard]] bool includes(std::set<Identity> const& more, std::set<Identity> const& fewer);

/// The people at the end of a month.
[[nodiscard]] People people_of(Market const& market);

} // namespace talentsim::test
