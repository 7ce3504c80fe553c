#include "tests/second_engine/comparison.hpp"

#include <bit>
#include <fmt/format.h>
#include <type_traits>

#include "engine/phases/acquaintances.hpp"

namespace talentsim::plain {

namespace {

constexpr std::size_t most_told = 12;

/// As 1.5, or as what it consists of.
template <class Value>
std::string text_of(Value const& value) {
    if constexpr (std::is_enum_v<Value>) {
        return fmt::format("{}", static_cast<int>(value));
    } else if constexpr (std::is_arithmetic_v<Value>) {
        return fmt::format("{}", value);
    } else if constexpr (requires { value.value(); }) {
        return fmt::format("{}", value.value());
    } else {
        return std::string{value};
    }
}

/// NaN equals itself, and 0 is not -0.
template <class Value>
bool are_same(Value const& a, Value const& b) {
    if constexpr (std::is_same_v<Value, double>) {
        return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
    } else if constexpr (std::is_same_v<Value, float>) {
        return std::bit_cast<std::uint32_t>(a) == std::bit_cast<std::uint32_t>(b);
    } else {
        return a == b;
    }
}

class Comparison {
  public:
    Comparison(PlainWorld const& world, Events const& events, Simulation const& engine)
        : world_{world},
          events_{events},
          market_{engine.market()},
          flows_{engine.flows()},
          census_{engine.census()} {}

    std::vector<std::string> differences() && {
        same("bust", "the market", world_.is_bust, market_.finance.regime == Regime::bust);
        same("capital spending", "the market", world_.spending, market_.finance.spending);
        compare_countries();
        compare_firms();
        compare_people();
        compare_events();
        compare_programmes();
        compare_drives();
        return std::move(told_);
    }

  private:
    template <class Value>
    void same(std::string const& what, std::string const& whose, Value const& here,
              std::type_identity_t<Value> const& there) {
        if (!are_same(here, there) && told_.size() < most_told) {
            told_.push_back(fmt::format("{} of {}: {} here, {} in the engine", what, whose,
                                        text_of(here), text_of(there)));
        }
    }

    [[nodiscard]] std::string code_of(CountryRow row) const {
        return row.exists() ? market_.countries.code[row] : "nowhere";
    }

    [[nodiscard]] std::string name_of(FirmRow row) const {
        return row.exists() ? market_.firms.name[row] : "nobody";
    }

    void compare_countries() {
        CountryTable const& there = market_.countries;
        same("number of countries", "the world", world_.countries.size(), there.size());
        for (std::size_t c = 0; c != there.size(); ++c) {
            Country const& country = world_.countries[c];
            CountryRow const row{c};
            auto const at = [&](char const* what, auto const& mine, auto const& column) {
                same(what, country.code, mine, column[row]);
            };
            at("code", country.code, there.code);
            at("after-tax value of pay", country.pay_to_value, there.pay_to_value);
            at("home bias", country.home_bias, there.home_bias);
            at("outside pay", country.outside_pay, there.outside_pay);
            at("graduates", country.graduates, there.graduates);
            at("subsidy of pay", country.pay_subsidy, there.pay_subsidy);
            at("faculty", country.faculty, there.faculty);
            at("graduates factor", country.graduates_factor, there.graduates_factor);
            at("grant to returners", country.return_grant, there.return_grant);
            at("public gpus", country.public_gpus, there.public_gpus);
            at("output factor", country.output_factor, there.output_factor);
            at("output factor of sites", country.output_factor_of_sites, there.site_output_factor);
            at("gpus delivered under control", country.delivered_under_control,
               there.controlled_gpus_delivered);
            for (std::size_t sector = 0; sector != n_sectors; ++sector) {
                same("gpus set aside", country.code, country.set_aside[sector],
                     there.sector_gpus[row][sector]);
            }
            at("mean price of talent", country.mean_price_of_talent, there.mean_price_of_talent);
            for (std::size_t tier = 0; tier != n_tiers; ++tier) {
                auto const in_tier = static_cast<Tier>(tier);
                same("residents", country.code, country.residents[tier],
                     census_.headcount.at(row, in_tier));
                same("employed", country.code, country.employed[tier],
                     census_.employed.at(row, in_tier));
            }
        }
    }

    void compare_firms() {
        FirmTable const& there = market_.firms;
        same("number of firms", "the world", world_.firms.size(), there.size());
        for (std::size_t f = 0; f != there.size(); ++f) {
            Firm const& firm = world_.firms[f];
            FirmRow const row{f};
            auto const at = [&](char const* what, auto const& mine, auto const& column) {
                same(what, firm.name, mine, column[row]);
            };
            at("name", firm.name, there.name);
            at("counteroffer probability", firm.counteroffer_probability,
               there.counteroffer_probability);
            at("autonomy", firm.autonomy, there.autonomy);
            at("posted pay", firm.posted_pay, there.posted_pay);
            at("posted share", firm.posted_share, there.posted_share);
            at("escalation step", firm.escalation_step, there.escalation_step);
            at("chief executive probability", firm.chief_executive_probability,
               there.chief_executive_probability);
            at("recruiter capacity", firm.recruiter_capacity, there.recruiter_capacity);
            at("secrecy", firm.secrecy, there.secrecy);
            at("grant to the whole staff", firm.retention_month, there.retention_month);
            at("owed in such grants", firm.retention_owed, there.retention_owed);
            at("own gpus", firm.own_gpus, there.own_gpus);
            at("worn-out gpus", firm.gpus_worn, there.gpus_worn);
            at("fear", firm.fear, there.fear);
            at("seats cut", firm.seats_cut, there.seats_cut);
            at("automated talent", firm.automated, there.automated);
            at("staff laid off", firm.laid_off, there.laid_off);
            at("stars hired", firm.star_hires, there.star_hires);
            at("compute", firm.compute, there.compute);
            at("productivity", firm.productivity, there.productivity);
            at("breakthroughs", firm.breakthroughs, there.breakthroughs);
            at("output left by stars", firm.left_by_stars, there.output_left_by_stars);
            at("output", firm.output, there.output);
            at("budget", firm.budget, there.budget);
            at("open seats", firm.open_seats, there.open_seats);
            at("price of talent", firm.price_of_talent, there.price_of_talent);
            at("free money", firm.free_money, there.free_money);
            at("gpus per head", firm.gpus_per_head, there.gpus_per_head);
            at("peer quality", firm.peer_quality, there.peer_quality);
            at("staff", firm.staff, there.staff);
            at("payroll", firm.payroll, there.payroll);
            at("talent", firm.talent, there.talent);
            at("log talent", firm.log_talent, there.log_talent);
            at("pending moves", firm.pending, there.pending);
            at("pending payroll", firm.pending_payroll, there.pending_payroll);
            at("people acquired", firm.acquired, there.acquired);
            at("seats acquired", firm.seats_acquired, there.seats_acquired);
            for (std::size_t tier = 0; tier != n_tiers; ++tier) {
                same("staff in a tier", firm.name, firm.staff_by_tier[tier],
                     there.staff_by_tier[row][tier]);
            }
            for (Eigen::Index k = 0; k != firm.mission.size(); ++k) {
                same("mission", firm.name, firm.mission[k], there.mission[row][k]);
            }
        }
    }

    void compare_people() {
        std::size_t present = 0;
        for (std::size_t i = 0; i != market_.researchers.size(); ++i) {
            ResearcherRow const row{i};
            if (market_.researchers.is_present(row)) {
                ++present;
                compare_person(row);
            }
        }
        same("number of people", "the world", world_.people.size(), present);
    }

    void compare_person(ResearcherRow row) {
        ResearcherTable const& there = market_.researchers;
        Identity const identity = there.identity[row];
        std::string const who =
            fmt::format("{}-{}-{}", identity >> 49U, month_of_entry(identity) + 1,
                        identity & ((Identity{1} << 36U) - 1));
        auto const found = world_.people.find(identity);
        if (found == world_.people.end()) {
            same("presence", who, false, true);
            return;
        }
        Person const& person = found->second;
        auto const at = [&](char const* what, auto const& mine, auto const& column) {
            same(what, who, mine, column[row]);
        };
        at("talent", person.log_talent, there.log_talent);
        at("tier", person.tier, there.tier);
        at("units of talent", person.talent_units, there.talent_units);
        at("pay", person.pay, there.pay);
        at("best outside option", person.best_outside, there.best_outside);
        at("grant", person.gpu_grant, there.gpu_grant);
        at("start of the job", person.since, there.since);
        at("birth", person.born, there.born);
        compare_ties(row, person, who);
        if (market_.contracts.is_kept) {
            at("equity", person.equity, market_.contracts.equity);
            same("month of the equity", who, person.granted,
                 static_cast<Month>(market_.contracts.granted[row]));
        }
        if (market_.rumours.is_kept) {
            at("best terms heard of", person.heard_worth, market_.rumours.worth);
            same("month of hearing of them", who, person.heard_in,
                 static_cast<Month>(market_.rumours.heard[row]));
        }
        same("employer", who, person.employer == nullptr ? "nobody" : person.employer->name,
             name_of(there.employer[row]));
        same("origin", who, person.origin->code, code_of(there.origin[row]));
        same("location", who, person.location->code, code_of(there.location[row]));
        compare_visa(person, who, row);
        PersonalWeights const& own = person.weights;
        PersonalWeights const& theirs = there.weights[row];
        same("weight of compute", who, own.compute, theirs.compute);
        same("weight of autonomy", who, own.autonomy, theirs.autonomy);
        same("weight of mission", who, own.mission, theirs.mission);
        same("weight of peers", who, own.peers, theirs.peers);
        same("weight of home", who, own.home, theirs.home);
        for (Eigen::Index k = 0; k != person.mission.size(); ++k) {
            same("mission", who, person.mission[k], there.mission[row][k]);
        }
    }

    /// Whom both know, those who have left the world of work not among them.
    void compare_ties(ResearcherRow row, Person const& person, std::string const& who) {
        std::vector<Identity> here;
        for (Identity const identity : person.knows) {
            if (world_.people.contains(identity)) {
                here.push_back(identity);
            }
        }
        std::vector<Identity> there;
        for_each_known(market_, row, [&](ResearcherRow whom) {
            there.push_back(market_.researchers.identity[whom]);
            return true;
        });
        same("ties being to the same people", who, here == there, true);
    }

    void compare_visa(Person const& person, std::string const& who, ResearcherRow row) {
        ResearcherTable const& there = market_.researchers;
        auto const of = [&](VisaRow visa) {
            return visa.exists() ? market_.visas.name[visa] : std::string{"none"};
        };
        auto const named = [](Programme const* programme) {
            return programme == nullptr ? std::string{"none"} : programme->name;
        };
        Residence const residence = person.location == person.origin ? Residence::citizen
                                    : person.visa == nullptr         ? Residence::permanent
                                                                     : Residence::visa;
        Promise const& promise = person.promise;
        PendingMove const& move = there.pending_move[row];
        Pending const pending = person.founds_until > 0   ? Pending::founds
                                : promise.firm == nullptr ? Pending::none
                                : promise.is_granted      ? Pending::starts
                                                          : Pending::waits;
        same("residence", who, residence, there.residence[row]);
        same("visa", who, named(person.visa), of(there.visa[row]));
        same("visa by which one came", who, named(person.came_by), of(there.came_by[row]));
        same("start of the visa", who, person.visa_since, there.visa_since[row]);
        same("state of the promise", who, pending, there.pending[row]);
        same("promising firm", who, promise.firm == nullptr ? "nobody" : promise.firm->name,
             name_of(move.firm));
        same("promised pay", who, promise.pay, move.pay);
        same("whether the promise is front-loaded", who, promise.is_front_loaded,
             move.is_front_loaded);
        same("option beaten by the promise", who, promise.second, move.best_outside);
        same("month of the promise", who,
             person.founds_until > 0 ? person.founds_until : promise.month, move.month);
        same("programme of the promise", who, named(promise.programme), of(move.visa));
    }

    void compare_programmes() {
        VisaTable const& there = market_.visas;
        auto const counted = [&](char const* what, Programme const& programme,
                                 std::map<std::string, std::int64_t> const& here,
                                 std::vector<std::int64_t> const& by_programme, std::size_t v) {
            same(what, programme.name, count_in(here, programme.name),
                 by_programme.empty() ? 0 : by_programme[v]);
        };
        for (std::size_t v = 0; v != there.size(); ++v) {
            Programme const& programme = world_.programmes[v];
            same("places left", programme.name, programme.places_left,
                 there.places_left[VisaRow{v}]);
            counted("registered", programme, events_.registered, flows_.visas.registered, v);
            counted("selected", programme, events_.selected, flows_.visas.selected, v);
            counted("issued", programme, events_.issued, flows_.visas.issued, v);
            counted("waiting", programme, events_.waiting, flows_.visas.waiting, v);
        }
    }

    void compare_drives() {
        DriveTable const& there = market_.drives;
        std::size_t hires = 0;
        for (std::size_t d = 0; d != there.size(); ++d) {
            DriveRow const row{d};
            Drive const& drive = world_.drives[d];
            hires += drive.team.size();
            same("open seats", drive.name, drive.open_seats, there.open_seats[row]);
            same("money of the drive", drive.name, drive.money, there.money[row]);
            same("extra pay", drive.name, drive.extra_pay, there.extra_pay[row]);
            same("compute on offer", drive.name, drive.gpus_on_offer, there.gpus_on_offer[row]);
            same("size of the team", drive.name, static_cast<std::int64_t>(drive.team.size()),
                 there.team[row]);
        }
        same("hires of drives", "the world", hires, there.hires.size());
        for (DriveHire const& hire : there.hires) {
            Drive const& drive = world_.drives[there.of_firm[hire.firm].at()];
            auto const found = drive.team.find(hire.identity);
            same("the same people being hired", drive.name, found != drive.team.end(), true);
            if (found != drive.team.end()) {
                Contract const& contract = found->second;
                same("pledge", drive.name, contract.gpus, hire.gpus);
                same("pledge served", drive.name, contract.gpus_served, hire.gpus_served);
                same("date of contract", drive.name, contract.agreed, hire.agreed);
                same("start of the drive's job", drive.name,
                     contract.begun.value_or(DriveHire::not_begun), hire.since);
            }
        }
    }

    template <class Key>
    static std::int64_t count_in(std::map<Key, std::int64_t> const& counts, Key const& key) {
        auto const found = counts.find(key);
        return found == counts.end() ? 0 : found->second;
    }

    void compare_events() {
        MonthFlows there = flows_;
        std::size_t const countries = market_.countries.size();
        for (std::size_t c = 0; c != countries; ++c) {
            CountryRow const row{c};
            std::string const code = code_of(row);
            for (std::size_t t = 0; t != n_tiers; ++t) {
                auto const tier = static_cast<Tier>(t);
                Events::Place const place{code, tier};
                same("entries", code, count_in(events_.entries, place),
                     there.entries.at(row, tier));
                same("exits", code, count_in(events_.exits, place), there.exits.at(row, tier));
                same("separations", code, count_in(events_.separations, place),
                     there.separations.at(row, tier));
                for (std::size_t d = 0; d != countries; ++d) {
                    CountryRow const to{d};
                    same("migrants", code,
                         count_in(events_.migrants, std::tuple{code, code_of(to), tier}),
                         there.migrants(row, to, tier));
                }
            }
        }
        same("contacts of the employed", "the month", events_.contacts_of_employed,
             there.contacts_of_employed);
        same("offers", "the month", events_.offers, there.offers);
        same("counteroffers", "the month", events_.counteroffers, there.counteroffers);
        same("raises", "the month", events_.raises, there.raises);
        same("escalations", "the month", events_.escalations, there.escalations);
        same("refused acquisitions", "the month", events_.refused_acquisitions,
             there.refused_acquisitions);

        std::set<Identity> graduates;
        for (ResearcherRow const row : there.graduates) {
            graduates.insert(market_.researchers.identity[row]);
        }
        same("graduates being the same people", "the month", events_.graduates == graduates, true);
        std::multiset<std::pair<std::string, std::string>> moves;
        for (JobMove const& move : there.job_moves) {
            moves.emplace(name_of(move.from), name_of(move.to));
        }
        same("moves from firm to firm being the same", "the month", events_.job_moves == moves,
             true);
    }

    PlainWorld const& world_;
    Events const& events_;
    Market const& market_;
    MonthFlows const& flows_;
    Census const& census_;
    std::vector<std::string> told_;
};

} // namespace

std::vector<std::string> differences(PlainWorld const& world, Events const& events,
                                     Simulation const& engine) {
    return Comparison{world, events, engine}.differences();
}

} // namespace talentsim::plain
