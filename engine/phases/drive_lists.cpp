#include "engine/phases/drive_lists.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

#include "engine/phases/drives.hpp"

namespace talentsim {

namespace {

/// The lowest tier on the lists of the drives that hire; none if none does.
std::optional<LowestTier> lowest_tier_sought(DriveTable const& drives) {
    std::optional<LowestTier> lowest;
    for (std::size_t d = 0; d != drives.size(); ++d) {
        DriveRow const row{d};
        if (drives.open_seats[row] > 0) {
            LowestTier const here = drives.terms[row].lowest_tier;
            lowest = lowest ? std::max(*lowest, here) : here;
        }
    }
    return lowest;
}

/// Whether a drive seeks people like this.
bool is_sought(Market const& market, DriveRow drive, ResearcherRow who) {
    ResearcherTable const& people = market.researchers;
    DriveTable const& drives = market.drives;
    FirmRow const firm = drives.firm[drive];
    DriveParameters const& terms = drives.terms[drive];
    bool const comes_anyway =
        market.firms.are_one_group(people.employer[who], firm) ||
        (people.pending[who] != Pending::none && people.pending_move[who].firm == firm);
    if (comes_anyway || people.tier[who] > static_cast<Tier>(terms.lowest_tier) ||
        drives.looks_into[drive][people.location[who].at()] == 0) {
        return false;
    }
    return terms.mission_match <= -1.0 ||
           static_cast<double>(people.mission[who].dot(market.firms.mission[firm])) >=
               terms.mission_match;
}

} // namespace

void DriveLists::approach(Market& market, Parameters const& parameters, Step const& step,
                          std::vector<Contact>& contacts) {
    DriveTable& drives = market.drives;
    auto const lowest = lowest_tier_sought(drives);
    if (!lowest) {
        return;
    }
    auto const& best_first = ranking_.rank(market, parameters, *lowest, step);
    for (std::size_t d = 0; d != drives.size(); ++d) {
        DriveRow const drive{d};
        FirmRow const firm = drives.firm[drive];
        std::int64_t left = drives.open_seats[drive] > 0 ? list_length(market, drive, step) : 0;
        for (auto who = best_first.begin(); left > 0 && who != best_first.end(); ++who) {
            if (!is_sought(market, drive, *who)) {
                continue;
            }
            --left;
            if (drives.terms[drive].chief_executive ||
                is_seen_by(firm, *who, market, parameters, step)) {
                drives.listed.push_back({.who = *who, .firm = firm});
                contacts.push_back({.who = *who, .firm = firm});
            }
        }
    }
    std::sort(drives.listed.begin(), drives.listed.end(), [](Listed const& a, Listed const& b) {
        return std::tuple{a.who, a.firm} < std::tuple{b.who, b.firm};
    });
}

} // namespace talentsim
