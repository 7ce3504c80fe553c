#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "engine/model/parameter_table.hpp"
#include "engine/validation/law.hpp"

namespace talentsim {

/// A world small enough to have a closed form, and the laws that must hold in it.
struct Preset {
    std::string_view name; ///< of its scenario, scenarios/presets/<name>.yaml
    std::string_view source;
    /// What leaves the laws without a theory, before anything runs; empty if nothing does.
    std::vector<ParameterProblem> (*problems)(Parameters const&);
    std::vector<Law> (*check)(Parameters const&);
    double worlds = 1.0; ///< held in memory at a time
};

/// All of them, in the order of docs/validation.md.
[[nodiscard]] std::span<Preset const> presets();

// One file each. The parameters are those of the scenario, with whatever the user has set: theory
// is worked out from them.

[[nodiscard]] std::vector<ParameterProblem> ladder_problems(Parameters const& parameters);
[[nodiscard]] std::vector<Law> check_ladder(Parameters const& parameters);
[[nodiscard]] std::vector<ParameterProblem>
burdett_mortensen_problems(Parameters const& parameters);
[[nodiscard]] std::vector<Law> check_burdett_mortensen(Parameters const& parameters);
[[nodiscard]] std::vector<ParameterProblem>
postel_vinay_robin_problems(Parameters const& parameters);
[[nodiscard]] std::vector<Law> check_postel_vinay_robin(Parameters const& parameters);
[[nodiscard]] std::vector<ParameterProblem> bargaining_problems(Parameters const& parameters);
[[nodiscard]] std::vector<Law> check_bargaining(Parameters const& parameters);
[[nodiscard]] std::vector<ParameterProblem>
selective_counteroffers_problems(Parameters const& parameters);
[[nodiscard]] std::vector<Law> check_selective_counteroffers(Parameters const& parameters);
[[nodiscard]] std::vector<ParameterProblem> bidders_problems(Parameters const& parameters);
[[nodiscard]] std::vector<Law> check_bidders(Parameters const& parameters);
[[nodiscard]] std::vector<ParameterProblem> rounds_problems(Parameters const& parameters);
[[nodiscard]] std::vector<ParameterProblem> logit_problems(Parameters const& parameters);
[[nodiscard]] std::vector<Law> check_logit(Parameters const& parameters);
[[nodiscard]] std::vector<ParameterProblem> roy_problems(Parameters const& parameters);
[[nodiscard]] std::vector<Law> check_roy(Parameters const& parameters);
[[nodiscard]] std::vector<ParameterProblem> two_state_problems(Parameters const& parameters);
[[nodiscard]] std::vector<Law> check_two_state(Parameters const& parameters);
[[nodiscard]] std::vector<ParameterProblem>
deferred_acceptance_problems(Parameters const& parameters);
[[nodiscard]] std::vector<Law> check_deferred_acceptance(Parameters const& parameters);
[[nodiscard]] std::vector<ParameterProblem> assignment_problems(Parameters const& parameters);
[[nodiscard]] std::vector<Law> check_assignment(Parameters const& parameters);
[[nodiscard]] std::vector<ParameterProblem> production_problems(Parameters const& parameters);
[[nodiscard]] std::vector<Law> check_production(Parameters const& parameters);
[[nodiscard]] std::vector<Law> check_rounds(Parameters const& parameters);
[[nodiscard]] std::vector<ParameterProblem> lottery_problems(Parameters const& parameters);
[[nodiscard]] std::vector<Law> check_lottery(Parameters const& parameters);

} // namespace talentsim
