#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <boost/random/discrete_distribution.hpp>

#include "engine/core/parallel.hpp"
#include "engine/core/random_stream.hpp"
#include "engine/model/market.hpp"
#include "engine/model/month_flows.hpp"
#include "engine/model/parameters.hpp"
#include "engine/phases/month_draw.hpp"
#include "engine/phases/step.hpp"

namespace talentsim {

/// A researcher and a firm that meet this month.
struct Contact {
    ResearcherRow who;
    FirmRow firm;
    friend bool operator==(Contact, Contact) = default;
};

/// Firms from which one is drawn by weights fixed at founding.
class FirmUrn {
  public:
    FirmUrn(FirmTable const& firms, std::vector<FirmRow> members);

    /// Take note of the seats of the month, by which `draw` then goes.
    ///
    /// @param lucky_seats  by firm, lucky_words(seats/weight)
    void count_seats(FirmColumn<std::uint64_t> const& lucky_seats);

    /// A firm drawn uniformly, or by its open seats; none if no firm was found that has a seat
    /// open.
    ///
    /// By seats: a firm drawn by its fixed weight is accepted with probability seats/weight (at
    /// most 1), else drawn again. The numbers drawn depend on no other firm's seats, so that one
    /// firm's new seats change only the contacts that it gains or loses itself; an inverse
    /// distribution function over the seats would move everybody's.
    ///
    /// @param lucky_seats  as counted
    /// @param met          firms not to draw again
    [[nodiscard]] FirmRow draw(ContactDraw how, FirmColumn<std::uint64_t> const& lucky_seats,
                               RandomStream words, std::span<FirmRow const> met) const;

    [[nodiscard]] std::vector<FirmRow> const& members() const noexcept { return members_; }

  private:
    std::vector<FirmRow> members_;
    std::size_t with_seats_ = 0; ///< members that can be drawn by their seats this month
    boost::random::discrete_distribution<std::uint32_t, double> by_weight_;
};

/// Researchers look for firms by themselves.
///
/// Reads   drawn; flows: graduates; researchers: identity, location, origin, employer, since, pay;
///         ties; firms: open_seats, draw_weight
/// Writes  flows: contacts_of_employed
/// Draws   Draw::firm_met -- whom = number of the contact; Draw::search -- place of the second and
///         later contacts; Draw::bridge. Whether one searches, and where first, MonthDraw has drawn
/// Keeps   contacts sorted by researcher; a researcher's firms are all different
///
/// With probability home_share the firm is in the country of location; else with 1/2 in the country
/// of origin where that is another; else anywhere. One who lost a job this month does not search
/// (unless search.same_month); a graduate of this month has its bridge offers instead: a firm where
/// it studied and, if that is abroad, one at home.
class JobSearch {
  public:
    explicit JobSearch(Market const& market);

    void search(Market const& market, Parameters const& parameters,
                std::vector<DrawnResearcher> const& drawn, Step const& step, MonthFlows& flows,
                std::vector<Contact>& contacts);

  private:
    struct SearcherRow {
        ResearcherRow who;
        std::uint32_t place = 0; ///< word that says in which country
        bool is_graduate = false;
    };

    void list_searchers(Market const& market, Parameters const& parameters, Step const& step,
                        std::vector<DrawnResearcher> const& drawn,
                        std::vector<ResearcherRow> const& graduates);

    void find_the_deprived(Market const& market, Parameters const& parameters, Step const& step,
                           std::vector<DrawnResearcher> const& drawn);

    FirmUrn world_;
    std::vector<FirmUrn> countries_;
    FirmColumn<std::uint64_t> lucky_seats_;
    std::vector<std::uint8_t> is_deprived_; ///< of those drawn: 1 if it is why they search
    std::vector<SearcherRow> searchers_;    ///< of this month, in the order of rows
    Collector<Contact> collector_;
};

} // namespace talentsim
