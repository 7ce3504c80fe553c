#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "engine/model/parameters.hpp"
#include "engine/validation/law.hpp"

namespace talentsim {

/// A world small enough to have a closed form, and the laws that must hold in it.
struct Preset {
    std::string_view name; ///< of its scenario, scenarios/presets/<name>.yaml
    std::string_view source;
    std::vector<Law> (*check)(Parameters const&);
};

/// All of them, in the order of docs/validation.md.
[[nodiscard]] std::span<Preset const> presets();

// One file each. The parameters are those of the scenario, with whatever the user has set: theory
// is worked out from them.

[[nodiscard]] std::vector<Law> check_ladder(Parameters const& parameters);
[[nodiscard]] std::vector<Law> check_burdett_mortensen(Parameters const& parameters);
[[nodiscard]] std::vector<Law> check_postel_vinay_robin(Parameters const& parameters);
[[nodiscard]] std::vector<Law> check_bargaining(Parameters const& parameters);
[[nodiscard]] std::vector<Law> check_selective_counteroffers(Parameters const& parameters);
[[nodiscard]] std::vector<Law> check_bidders(Parameters const& parameters);
[[nodiscard]] std::vector<Law> check_logit(Parameters const& parameters);
[[nodiscard]] std::vector<Law> check_roy(Parameters const& parameters);
[[nodiscard]] std::vector<Law> check_two_state(Parameters const& parameters);
[[nodiscard]] std::vector<Law> check_deferred_acceptance(Parameters const& parameters);
[[nodiscard]] std::vector<Law> check_assignment(Parameters const& parameters);
[[nodiscard]] std::vector<Law> check_production(Parameters const& parameters);
[[nodiscard]] std::vector<Law> check_lottery(Parameters const& parameters);

} // namespace talentsim
