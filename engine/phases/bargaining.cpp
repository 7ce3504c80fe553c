#include "engine/phases/bargaining.hpp"

#include "engine/phases/contest_table.hpp"

namespace talentsim {

namespace {

void list_hiring_firms(FirmTable const& firms, TalentValues const& values,
                       std::vector<HiringFirm>& hiring_firms) {
    hiring_firms.clear();
    hiring_firms.reserve(firms.size());
    for (std::size_t f = 0; f != firms.size(); ++f) {
        FirmRow const row{f};
        hiring_firms.push_back({.place = workplace_of(firms, row),
                                .open_seats = firms.open_seats[row],
                                .talent_exponent = firms.talent_exponent[row],
                                .price_of_talent = firms.price_of_talent[row],
                                .free_money = firms.free_money[row],
                                .counteroffer_probability = firms.counteroffer_probability[row],
                                .posted_pay = firms.posted_pay[row],
                                .posted_share = firms.posted_share[row],
                                .value = values.firms[f]});
    }
}

} // namespace

void Bargaining::hold(Market const& market, Parameters const& parameters,
                      TalentValues const& values, std::vector<Contact> const& contacts,
                      Step const& step, Contests& contests) {
    list_hiring_firms(market.firms, values, firms_);
    contests.bids.resize(contacts.size());
    bool const is_in_rounds = parameters.offers.protocol == OfferProtocol::rounds;
    if (is_in_rounds) {
        // Of each contest those met, the employer and joblessness.
        contests.bidders.resize(3 * contacts.size());
    }
    // A researcher's contacts are neighbours: the first of them opens the contest.
    collector_.collect(
        step.order, contacts.size(), contests.contests, [&](std::size_t first, auto const& emit) {
            ResearcherRow const who = contacts[first].who;
            if (first != 0 && contacts[first - 1].who == who) {
                return;
            }
            if (market.researchers.pending[who] == Pending::starts ||
                market.researchers.pending[who] == Pending::founds) {
                return; // has signed, or is busy
            }
            std::size_t end = first + 1;
            while (end != contacts.size() && contacts[end].who == who) {
                ++end;
            }
            ContestTable table{market, parameters, firms_, step, who};
            Bid* const bids = contests.bids.data() + first;
            auto const made = table.collect_bids(contacts.data() + first,
                                                 static_cast<std::uint32_t>(end - first), bids);
            if (made == 0) {
                return; // nobody quits because a taste was drawn again
            }
            Contest& contest = emit({.who = who,
                                     .first = static_cast<std::uint32_t>(first),
                                     .bids = made,
                                     .founds_until = table.founds_until()});
            if (is_in_rounds) {
                table.play_out(contest, bids, contests.bidders.data() + 3 * first);
            } else {
                table.decide(contest, bids);
            }
        });
}

} // namespace talentsim
