#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <tuple>
#include <vector>

#include "engine/core/exact_sum.hpp"
#include "engine/core/ids.hpp"
#include "engine/core/units.hpp"
#include "engine/model/identity.hpp"
#include "engine/model/parameters.hpp"

namespace talentsim {

/// Somebody whom a drive has won: on the staff since, or waiting for a job agreed upon to begin.
struct DriveHire {
    /// Stands for the beginning of a job that has not begun.
    static constexpr Month not_begun = -1;

    Identity identity = 0;
    double gpus = 0.0;        ///< pledged for as long as the job lasts [H100e]
    double gpus_served = 0.0; ///< of these, as far as the pool goes this month [H100e]
    ResearcherRow who;
    FirmRow firm;
    Month agreed = 0; ///< date of the contract
    Month since = not_begun;

    [[nodiscard]] bool is_on_staff() const noexcept { return since != not_begun; }
};

/// Somebody on the list of a drive this month.
struct Listed {
    ResearcherRow who;
    FirmRow firm;
};

/// Drives, by key, one per firm at most; empty where the mechanism is off. Amounts are at full
/// scale unless said otherwise.
struct DriveTable {
    template <class Value>
    using Of = Column<DriveRow, Value>;

    Of<std::string> name;
    Of<std::uint32_t> key; ///< name_hash(name); addresses random numbers
    Of<FirmRow> firm;
    FirmColumn<DriveRow> of_firm; ///< by firm; none without

    // Parameters in force.
    Of<DriveParameters> terms;
    Of<Month> first;                          ///< month of the drive
    Of<Month> end;                            ///< month after the last
    Of<std::vector<std::uint8_t>> looks_into; ///< by country: 1 if people are sought there

    // State: who came by a drive and is still there, by row and firm.
    std::vector<DriveHire> hires;

    // Counted at month end, of simulated people.
    Of<std::int64_t> team;          ///< those hires, who wait included [persons]
    Of<std::int64_t> team_on_staff; ///< [persons]
    Of<MoneySum> team_payroll;      ///< of who waits, too [USD/year]
    Of<TalentSum> team_talent;      ///< of those on the staff

    // Plans of the month.
    Of<std::int64_t> open_seats; ///< of simulated people; 0 when it is not on [persons]
    Of<double> money;            ///< of the budget, not yet promised [USD/year]
    Of<double> extra_pay;        ///< what a seat is worth besides output [USD/year]
    Of<double> gpus_on_offer;    ///< pledged to who is hired now [H100e]
    std::vector<Listed> listed;  ///< by researcher and firm

    [[nodiscard]] bool empty() const noexcept { return of_firm.size() == 0; }

    [[nodiscard]] std::size_t size() const noexcept { return name.size(); }

    void resize(std::size_t rows);

    /// The drive of a firm; none without one.
    [[nodiscard]] DriveRow at(FirmRow where) const { return empty() ? DriveRow{} : of_firm[where]; }

    /// The drive on whose list somebody stands at a firm this month; none if on none.
    [[nodiscard]] DriveRow seeking(ResearcherRow who, FirmRow where) const {
        return find(listed, who, where) == nullptr ? DriveRow{} : of_firm[where];
    }

    /// What a member of the staff has of a pledge [H100e]; 0 without one.
    ///
    /// @param begun  month in which the job began
    [[nodiscard]] double gpus_served_to(ResearcherRow who, FirmRow where, Month begun) const {
        DriveHire const* const hire = find(hires, who, where);
        return hire != nullptr && hire->since == begun ? hire->gpus_served : 0.0;
    }

  private:
    /// The entry of this researcher and firm; null if there is none.
    template <class Entry>
    [[nodiscard]] static Entry const* find(std::vector<Entry> const& entries, ResearcherRow who,
                                           FirmRow where) {
        auto const found = std::lower_bound(
            entries.begin(), entries.end(), std::tuple{who, where},
            [](Entry const& one, std::tuple<ResearcherRow, FirmRow> const& wanted) {
                return std::tuple{one.who, one.firm} < wanted;
            });
        return found != entries.end() && found->who == who && found->firm == where ? &*found
                                                                                   : nullptr;
    }
};

} // namespace talentsim
