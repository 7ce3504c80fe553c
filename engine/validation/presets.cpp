#include "engine/validation/presets.hpp"

#include <array>

namespace talentsim {

std::span<Preset const> presets() {
    static constexpr std::array<Preset, 13> all{{
        {"ladder", "Burdett & Mortensen (1998)", check_ladder},
        {"burdett_mortensen", "Burdett & Mortensen (1998)", check_burdett_mortensen},
        {"postel_vinay_robin", "Postel-Vinay & Robin (2002)", check_postel_vinay_robin},
        {"bargaining", "Cahuc, Postel-Vinay & Robin (2006)", check_bargaining},
        {"selective_counteroffers", "Postel-Vinay & Robin (2004)", check_selective_counteroffers},
        {"bidders", "Vickrey (1961)", check_bidders},
        {"logit", "McFadden (1974)", check_logit},
        {"roy", "Borjas (1987)", check_roy},
        {"two_state", "a Markov chain of two states", check_two_state},
        {"deferred_acceptance", "Gale & Shapley (1962)", check_deferred_acceptance},
        {"assignment", "Gabaix & Landier (2008)", check_assignment},
        {"production", "Arrow, Chenery, Minhas & Solow (1961)", check_production},
        {"lottery", "Efraimidis & Spirakis (2006)", check_lottery},
    }};
    return all;
}

} // namespace talentsim
