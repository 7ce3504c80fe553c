#include "engine/phases/visas.hpp"

#include <algorithm>
#include <vector>

#include <doctest/doctest.h>

#include "engine/phases/census.hpp"
#include "engine/phases/person.hpp"

#include "tests/phases/same_state.hpp"
#include "tests/phases/small_world.hpp"

using namespace talentsim;
using namespace talentsim::test;

namespace {

constexpr int march = 3;
VisaRow const h1b{0};

/// The small world with one American programme.
Parameters guarded_world(VisaType type, double researchers = 1'000.0) {
    Parameters p = small_world(researchers);
    p.mechanisms.visas = true;
    p.countries["USA"].national_income = 80'000.0;
    VisaParameters& visa = p.visas["h1b"];
    visa.country = "USA";
    visa.type = type;
    visa.cap = 4.0;
    visa.draw_month = march;
    visa.start_month = 10;
    visa.validity_months = 36;
    visa.renewals = 1;
    visa.permanence_months = 0;
    visa.grace_months = 2;
    return p;
}

/// A market in which people are made to wait by hand.
struct Waiting {
    explicit Waiting(Parameters const& p)
        : market{found_market(p, key_of(), Visit::forwards)}, flows{market.countries.size()} {}

    /// Some Koreans at home with a job wait to work at acme.
    std::vector<ResearcherRow> register_koreans(std::size_t n, Month month, double pay = 2e5) {
        ResearcherTable& people = market.researchers;
        std::vector<ResearcherRow> found;
        for (std::size_t i = 0; i != people.size() && found.size() != n; ++i) {
            ResearcherRow const row{i};
            if (people.location[row] == korea && people.origin[row] == korea &&
                people.is_employed(row) && people.pending[row] == Pending::none) {
                people.pending[row] = Pending::waits;
                people.pending_move[row] = {
                    .pay = pay, .best_outside = 1.0, .firm = acme, .month = month, .visa = h1b};
                found.push_back(row);
            }
        }
        return found;
    }

    /// An Indian in America on a visa since a month.
    ResearcherRow on_visa_since(Month month) {
        ResearcherTable& people = market.researchers;
        for (std::size_t i = 0;; ++i) {
            ResearcherRow const row{i};
            if (people.location[row] == usa && people.origin[row] == india &&
                people.is_employed(row) && people.residence[row] == Residence::permanent) {
                people.residence[row] = Residence::visa;
                people.visa[row] = h1b;
                people.visa_since[row] = month;
                return row;
            }
        }
    }

    void settle(Month month, int calendar_month, Visit order = Visit::forwards) {
        Matching nobody;
        flows.clear();
        visas.postpone(market, {}, step_at(month, order), nobody, flows);
        visas.settle(market, step_at(month, order), calendar_month, flows);
    }

    [[nodiscard]] std::vector<ResearcherRow> among(std::vector<ResearcherRow> const& rows,
                                                   Pending state) const {
        std::vector<ResearcherRow> found;
        std::copy_if(rows.begin(), rows.end(), std::back_inserter(found),
                     [&](ResearcherRow row) { return market.researchers.pending[row] == state; });
        return found;
    }

    Market market;
    MonthFlows flows;
    Visas visas;
};

} // namespace

TEST_CASE("a quota serves who registered first, and the others when a new year begins") {
    auto p = guarded_world(VisaType::quota);
    p.visas["h1b"].processing_months = 2;
    Waiting w{p};
    auto const late = w.register_koreans(5, 2);
    auto const early = w.register_koreans(3, 1);
    w.settle(5, march);
    CHECK(w.among(early, Pending::starts).size() == 3);
    CHECK(w.among(late, Pending::starts).size() == 1); // cap 4
    CHECK(w.market.researchers.pending_move[early[0]].month == 7);
    CHECK(w.market.visas.places_left[h1b] == 0);
    CHECK(w.flows.visas.selected[0] == 4);
    CHECK(w.flows.visas.waiting[0] == 8);
    CHECK(w.market.firms.pending[acme] == 8);
    CHECK(w.market.firms.pending_payroll[acme] == MoneySum{8 * 2e5});
    w.settle(6, march + 1);
    CHECK(w.flows.visas.selected[0] == 0);
    w.settle(17, march);
    CHECK(w.among(late, Pending::waits).empty());
}

TEST_CASE("a draw is held in its month, begins in another, and refuses who is not drawn") {
    Waiting w{guarded_world(VisaType::lottery)};
    auto const waiting = w.register_koreans(10, 1);
    std::vector<double> pay;
    for (ResearcherRow const row : waiting) {
        pay.push_back(w.market.researchers.pay[row]);
    }
    w.settle(2, march - 1);
    CHECK(w.among(waiting, Pending::waits).size() == 10);
    w.settle(3, march);
    auto const drawn = w.among(waiting, Pending::starts);
    CHECK(drawn.size() == 4);
    CHECK(w.among(waiting, Pending::none).size() == 6);
    CHECK(w.market.researchers.pending_move[drawn[0]].month == 10);
    CHECK(w.market.firms.pending[acme] == 4);
    for (std::size_t i = 0; i != waiting.size(); ++i) {
        CHECK(w.market.researchers.location[waiting[i]] == korea);
        CHECK(w.market.researchers.pay[waiting[i]] == pay[i]); // goes on
    }
    CHECK(w.flows.changes.empty());
}

TEST_CASE("by hand: the advanced have places of their own, and over-selection adds to both") {
    auto p = guarded_world(VisaType::lottery);
    p.visas["h1b"].advanced_cap = 2.0;
    p.visas["h1b"].over_selection = 1.5;
    p.visas["h1b"].advanced_share = 1.0;
    Waiting w{p};
    auto const waiting = w.register_koreans(12, 1);
    w.settle(3, march);
    CHECK(w.among(waiting, Pending::starts).size() == 9); // 4 x 1.5 + 2 x 1.5
    p.visas["h1b"].advanced_share = 0.0;
    Waiting none{p};
    auto const without = none.register_koreans(12, 1);
    none.settle(3, march);
    CHECK(none.among(without, Pending::starts).size() == 6);
}

TEST_CASE("a draw by pay level prefers the better paid") {
    auto p = guarded_world(VisaType::weighted, 20'000.0);
    p.visas["h1b"].cap = 500.0;
    p.visas["h1b"].level_weights = {2.0, 3.0, 1e9};
    Waiting w{p};
    auto const low = w.register_koreans(800, 1, 1e5);
    auto const high = w.register_koreans(400, 1, 1e6);
    w.settle(3, march);
    CHECK(w.among(high, Pending::starts).size() == 400);
    CHECK(w.among(low, Pending::starts).size() == 100);
}

TEST_CASE("a move begins in its month, with residence on a visa, and the books agree") {
    Waiting w{guarded_world(VisaType::lottery)};
    Census census = take_census(w.market, Visit::forwards);
    ResearcherRow const who = w.register_koreans(1, 1)[0];
    w.market.researchers.pending[who] = Pending::starts;
    w.market.researchers.pending_move[who].month = 6;
    FirmRow const old = w.market.researchers.employer[who];
    w.settle(5, 5);
    CHECK(w.market.researchers.employer[who] == old);
    w.settle(6, 6);
    CHECK(w.market.researchers.employer[who] == acme);
    CHECK(w.market.researchers.location[who] == usa);
    CHECK(w.market.researchers.pay[who] == 2e5);
    CHECK(w.market.researchers.residence[who] == Residence::visa);
    CHECK(w.market.researchers.visa_since[who] == 6);
    CHECK(w.market.researchers.pending[who] == Pending::none);
    CHECK(w.flows.visas.issued[0] == 1);
    CHECK(w.flows.job_moves == std::vector<JobMove>{{.from = old, .to = acme}});
    update_census(w.market, census, w.flows.changes);
    CHECK(census == count_everybody(w.market, Visit::forwards).census);
}

TEST_CASE("a visa ends after its renewals, and its holder goes home without the job") {
    Waiting w{guarded_world(VisaType::lottery)};
    ResearcherRow const who = w.on_visa_since(0);
    w.settle(36, 1); // renewed
    w.settle(71, 12);
    CHECK(w.market.researchers.location[who] == usa);
    Tier const tier = w.market.researchers.tier[who];
    w.settle(72, 1);
    CHECK(w.market.researchers.location[who] == india);
    CHECK(w.market.researchers.residence[who] == Residence::citizen);
    CHECK_FALSE(w.market.researchers.is_employed(who));
    CHECK(w.flows.migrants(usa, india, tier) == 1);
    CHECK(w.flows.separations.at(usa, tier) == 1);
}

TEST_CASE("without a job a visa lasts for the grace period, and is not renewed") {
    Waiting w{guarded_world(VisaType::lottery)};
    ResearcherRow const jobless = w.on_visa_since(0);
    ResearcherRow const at_renewal = w.on_visa_since(-28);
    end_job(w.market, jobless, 6);
    w.settle(7, 1);
    CHECK(w.market.researchers.location[jobless] == usa);
    end_job(w.market, at_renewal, 7);
    w.settle(8, 2); // two months without a job; 36 months on the visa
    CHECK(w.market.researchers.location[jobless] == india);
    CHECK(w.market.researchers.location[at_renewal] == india);
}

TEST_CASE("a visa leads to permanence, which does not end") {
    auto p = guarded_world(VisaType::lottery);
    p.visas["h1b"].permanence_months = 60;
    Waiting w{p};
    ResearcherRow const who = w.on_visa_since(0);
    w.settle(59, 1);
    CHECK(w.market.researchers.residence[who] == Residence::visa);
    w.settle(60, 1);
    CHECK(w.market.researchers.residence[who] == Residence::permanent);
    CHECK_FALSE(w.market.researchers.visa[who].exists());
    end_job(w.market, who, 61);
    w.settle(90, 1);
    CHECK(w.market.researchers.location[who] == usa);
}

TEST_CASE("who waits for a programme that is no longer on offer is refused") {
    auto p = guarded_world(VisaType::quota);
    p.visas["h1b"].offered = false;
    Waiting w{p};
    auto const waiting = w.register_koreans(3, 1);
    w.settle(3, march);
    CHECK(w.among(waiting, Pending::none).size() == 3);
}

TEST_CASE("visas pass alike in every order of visits") {
    for (VisaType const type : {VisaType::quota, VisaType::weighted}) {
        auto p = guarded_world(type, 20'000.0);
        p.visas["h1b"].cap = 77.5;
        check_every_order_makes_the_same_market([&](Visit order) {
            Waiting w{p};
            w.register_koreans(200, 2, 1e5);
            w.register_koreans(200, 1, 3e5);
            for (Month month = 3; month != 16; ++month) {
                w.settle(month, month % months_per_year + 1, order);
            }
            return w.market;
        });
    }
}
