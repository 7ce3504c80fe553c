#include "engine/validation/presets.hpp"

#include <array>

namespace talentsim {

std::span<Preset const> presets() {
    static constexpr std::array<Preset, 14> all{{
        {"ladder", "Burdett & Mortensen (1998)", ladder_problems, check_ladder},
        {"burdett_mortensen", "Burdett & Mortensen (1998)", burdett_mortensen_problems,
         check_burdett_mortensen},
        {"postel_vinay_robin", "Postel-Vinay & Robin (2002)", postel_vinay_robin_problems,
         check_postel_vinay_robin},
        {"bargaining", "Cahuc, Postel-Vinay & Robin (2006)", bargaining_problems, check_bargaining,
         2},
        {"selective_counteroffers", "Postel-Vinay & Robin (2004)", selective_counteroffers_problems,
         check_selective_counteroffers, 2},
        {"bidders", "Vickrey (1961)", bidders_problems, check_bidders},
        {"logit", "McFadden (1974)", logit_problems, check_logit},
        {"roy", "Borjas (1987)", roy_problems, check_roy},
        {"two_state", "a Markov chain of two states", two_state_problems, check_two_state},
        {"deferred_acceptance", "Gale & Shapley (1962)", deferred_acceptance_problems,
         check_deferred_acceptance, 2},
        {"assignment", "Gabaix & Landier (2008)", assignment_problems, check_assignment, 2},
        {"production", "Arrow, Chenery, Minhas & Solow (1961)", production_problems,
         check_production, 0},
        {"rounds", "an English auction with steps", rounds_problems, check_rounds},
        {"lottery", "Efraimidis & Spirakis (2006)", lottery_problems, check_lottery},
    }};
    return all;
}

} // namespace talentsim
