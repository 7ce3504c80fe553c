#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "engine/phases/bargaining.hpp"
#include "engine/phases/compute_pools.hpp"
#include "engine/phases/person.hpp"
#include "engine/phases/recruiting.hpp"
#include "engine/phases/retention.hpp"

#include "tests/phases/same_state.hpp"
#include "tests/phases/small_world.hpp"

using namespace talentsim;
using namespace talentsim::test;

namespace {

// Sites of acme, which is American; their keys stand after those of the other named firms.
FirmRow const indian_site{3};
FirmRow const korean_site{4};
ResearcherRow const someone{5};

/// The small world, in which acme has a site in India and one in Korea, and America admits nobody:
/// it asks for more than any firm pays.
Parameters world_with_sites() {
    Parameters p = small_world(2'000.0);
    p.mechanisms.foreign_sites = true;
    p.mechanisms.visas = true;
    p.countries["USA"].national_income = 80'000.0;
    for (auto const& [name, country] : {std::pair{"site_1", "IND"}, std::pair{"site_2", "KOR"}}) {
        FirmParameters& site = p.firms[name];
        site.country = country;
        site.parent = "acme";
        site.staff = 40.0;
        site.pay_premium = 1.5;
    }
    VisaParameters& visa = p.visas["for_the_richest"];
    visa.country = "USA";
    visa.type = VisaType::threshold;
    visa.pay_multiple = 1e9;
    return p;
}

/// Somebody without a job, from India, and firms with seats and money.
struct Meeting {
    explicit Meeting(Parameters const& p) : parameters{p}, planned_world{planned(p)} {
        ResearcherTable& people = market.researchers;
        end_job(market, someone, 0);
        people.origin[someone] = india;
        people.location[someone] = india;
        for (std::size_t f = 0; f != market.firms.size(); ++f) {
            market.firms.open_seats[FirmRow{f}] = 1;
            market.firms.free_money[FirmRow{f}] = 1e9;
        }
    }

    void employ(FirmRow firm) {
        ResearcherTable& people = market.researchers;
        people.employer[someone] = firm;
        people.location[someone] = market.firms.country[firm];
        people.talent_units[someone] = 1.0;
        people.pay[someone] = 1'000.0;
    }

    /// The firms that bid after meeting these, the best first.
    std::vector<FirmRow> bidders(std::vector<FirmRow> const& met) {
        std::vector<Contact> contacts;
        for (FirmRow const firm : met) {
            contacts.push_back({.who = someone, .firm = firm});
        }
        Contests contests;
        Bargaining{}.hold(market, parameters, planned_world.values, contacts, step_at(), contests);
        std::vector<FirmRow> firms;
        bids.clear();
        for (Contest const& contest : contests.contests) {
            for (std::uint32_t k = 0; k != contest.bids; ++k) {
                bids.push_back(contests.bids[contest.first + k]);
                firms.push_back(bids.back().firm);
            }
        }
        return firms;
    }

    Parameters parameters;
    Planned planned_world;
    Market& market = planned_world.market;
    std::vector<Bid> bids;
};

using Firms = std::vector<FirmRow>;

} // namespace

TEST_CASE("a parent whom a border alone keeps from bidding bids for a site") {
    auto p = world_with_sites();
    Meeting meeting{p};
    SUBCASE("in the country where the researcher lives") {
        CHECK(meeting.bidders({acme}) == Firms{indian_site});
        meeting.market.researchers.location[someone] = korea;
        meeting.market.researchers.origin[someone] = korea;
        CHECK(meeting.bidders({acme}) == Firms{korean_site});
    }
    SUBCASE("on the terms of the site") {
        auto const own = [&] {
            meeting.bidders({indian_site});
            return meeting.bids.at(0);
        }();
        meeting.bidders({acme});
        Bid const& bid = meeting.bids.at(0);
        CHECK(bid.value == own.value);
        CHECK(bid.cap == own.cap);
        CHECK(bid.utility == own.utility);
        CHECK(bid.pay == own.pay);
        CHECK_FALSE(bid.visa.exists());
    }
    SUBCASE("elsewhere, where there is no seat") {
        meeting.market.firms.open_seats[indian_site] = 0;
        CHECK(meeting.bidders({acme}) == Firms{korean_site});
        meeting.market.firms.open_seats[korean_site] = 0;
        CHECK(meeting.bidders({acme}).empty());
    }
    SUBCASE("elsewhere, where the site was met and bids itself") {
        CHECK(meeting.bidders({acme, indian_site}).size() == 2);
        CHECK(meeting.bidders({acme, indian_site, korean_site}).size() == 2);
    }
    SUBCASE("by a visa, where the site's country asks for one") {
        p.visas["korean"].country = "KOR";
        p.firms["site_1"].sponsor = false;
        Meeting other{p};
        other.market.firms.open_seats[indian_site] = 0;
        CHECK(other.bidders({acme}) == Firms{korean_site});
        CHECK(other.market.visas.name[other.bids.at(0).visa] == "korean");
        p.visas["korean"].origins = {{"IND", false}};
        Meeting shut{p};
        shut.market.firms.open_seats[indian_site] = 0;
        CHECK(shut.bidders({acme}).empty());
    }
    SUBCASE("in the order of rows, but for one in the country where the researcher lives") {
        meeting.market.firms.country[indian_site] = korea;
        CHECK(meeting.bidders({acme}) == Firms{indian_site});
        meeting.market.firms.country[korean_site] = india;
        CHECK(meeting.bidders({acme}) == Firms{korean_site});
    }
}

TEST_CASE("a parent that may bid itself, or would not bid anyway, leaves its sites alone") {
    auto p = world_with_sites();
    SUBCASE("nobody asks for a visa") {
        p.mechanisms.visas = false;
        Meeting meeting{p};
        CHECK(meeting.bidders({acme}) == Firms{acme});
    }
    SUBCASE("it has no seat") {
        Meeting meeting{p};
        meeting.market.firms.open_seats[acme] = 0;
        CHECK(meeting.bidders({acme}).empty());
    }
    SUBCASE("it has no money") {
        Meeting meeting{p};
        meeting.market.firms.free_money[acme] = -1.0;
        CHECK(meeting.bidders({acme}).empty());
    }
    SUBCASE("it has no sites") {
        Meeting meeting{p};
        CHECK(meeting.bidders({brain}).empty());
    }
    SUBCASE("the mechanism is off") {
        p.mechanisms.foreign_sites = false;
        Meeting meeting{p};
        CHECK(meeting.bidders({acme}).empty());
    }
}

TEST_CASE(
    "a quota or draw without places counts as closed for a firm with sites, and others wait") {
    auto p = world_with_sites();
    VisaParameters& visa = p.visas["for_the_richest"];
    visa.type = VisaType::quota;
    visa.cap = 0.0;
    SUBCASE("a quota") {}
    SUBCASE("a draw") { visa.type = VisaType::lottery; }
    Meeting meeting{p};
    CHECK(meeting.bidders({acme}) == Firms{indian_site});
    CHECK(meeting.bidders({brain}) == Firms{brain});
    visa.cap = 1.0;
    Meeting open{p};
    CHECK(open.bidders({acme}) == Firms{acme});
}

TEST_CASE("parent and sites do not bid for each other's staff, nor approach it") {
    auto const p = world_with_sites();
    Meeting meeting{p};
    meeting.employ(indian_site);
    CHECK(meeting.bidders({acme, korean_site}).empty());
    CHECK(meeting.bidders({brain, chaebol}) == Firms{chaebol});
    auto loud = p;
    loud.recruiting.visibility = 1.0;
    CHECK_FALSE(is_seen_by(acme, someone, meeting.market, loud, step_at()));
    CHECK_FALSE(is_seen_by(korean_site, someone, meeting.market, loud, step_at()));
    CHECK(is_seen_by(chaebol, someone, meeting.market, loud, step_at()));
    meeting.employ(acme);
    CHECK(meeting.bidders({indian_site}).empty());
}

TEST_CASE("who moves from a site to its parent was not taken by others") {
    auto p = world_with_sites();
    p.mechanisms.contracts = true;
    Market market = planned(p).market;
    MonthFlows flows{3};
    flows.job_moves = {{.from = indian_site, .to = acme}, {.from = indian_site, .to = brain}};
    count_poached(market, flows, 1);
    CHECK(market.firms.poached[indian_site][1] == 1);
}

TEST_CASE("parent and sites have one pool of compute, by heads") {
    auto p = world_with_sites();
    SUBCASE("whole world") {}
    SUBCASE("half of it") { p.simulation.scale = 0.5; }
    Market const market = planned(p).market;
    FirmTable const& firms = market.firms;
    double const pool = p.firms["acme"].gpus;
    auto const heads = [&](FirmRow row) {
        return static_cast<double>(firms.staff[row]) / firms.scale[row];
    };
    double const all = heads(acme) + heads(indian_site) + heads(korean_site);
    CHECK(firms.compute[acme] == close_to(pool * heads(acme) / all));
    CHECK(firms.compute[indian_site] == close_to(pool * heads(indian_site) / all));
    CHECK(firms.compute[korean_site] > pool * heads(korean_site) / all); // Korea's public pool, too
    CHECK(firms.compute[brain] == p.firms["brain"].gpus);
    CHECK(firms.founding_compute[indian_site] == close_to(pool * 40.0 / (60.0 + 80.0)));
    p.mechanisms.foreign_sites = false;
    Market const apart = planned(p).market;
    CHECK(apart.firms.compute[acme] == pool);
    CHECK(apart.firms.compute[indian_site] == 0.0);
}

TEST_CASE("a group where nobody works leaves every pool where it is") {
    Market market = planned(world_with_sites()).market;
    OwnPools pools{market.firms};
    for (FirmRow const row : {acme, indian_site, korean_site}) {
        pools.count(row, 0.0);
    }
    CHECK(pools.part_of(acme, 0.0) == market.firms.own_gpus[acme]);
    CHECK(pools.part_of(indian_site, 0.0) == 0.0);
}

TEST_CASE("a limit on software lowers what foreign sites produce, and where the mechanism is off "
          "what everybody does") {
    auto p = world_with_sites();
    Market const free = planned(p).market;
    p.mechanisms.export_controls = true;
    p.countries["IND"].export_tier = 3;
    p.export_controls.tier3_software = 0.5;
    Market const limited = planned(p).market;
    p.mechanisms.foreign_sites = false;
    Market const without = planned(p).market;
    for (std::size_t f = 0; f != free.firms.size(); ++f) {
        FirmRow const row{f};
        double const left = row == indian_site ? 0.5 : 1.0;
        CHECK(limited.firms.output[row] == close_to(left * free.firms.output[row]));
        if (free.firms.country[row] == india && row != indian_site) {
            CHECK(without.firms.output[row] == close_to(0.5 * free.firms.output[row]));
        }
    }
}

TEST_CASE("the mechanism changes not one bit where no firm is a site, and parents none where it is "
          "off") {
    auto p = small_world(2'000.0);
    auto q = p;
    q.mechanisms.foreign_sites = true;
    CHECK(differences(planned(p).market, planned(q).market) == no_differences);
    auto parents = world_with_sites();
    parents.mechanisms.foreign_sites = false;
    auto orphans = parents;
    orphans.firms["site_1"].parent = "";
    orphans.firms["site_2"].parent = "";
    CHECK(differences(planned(parents).market, planned(orphans).market) == no_differences);
}
