#include "engine/io/scenario_reader.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <optional>
#include <unordered_map>

#include "engine/io/nearest_name.hpp"
#include "engine/io/parameter_tree.hpp"
#include "engine/io/parameter_value.hpp"
#include "engine/io/policy_reader.hpp"
#include "engine/io/resolved_scenario.hpp"
#include "engine/io/scenario_settings.hpp"

namespace talentsim {

namespace {

using Kind = ConfigNode::Kind;

class ScenarioReader {
  public:
    explicit ScenarioReader(ScenarioRequest const& request) : request_{request} {}

    [[nodiscard]] Scenario read() && {
        tree_ = files_.read_with_extended({request_.file});
        state_ = files_.is_whole() ? ScenarioState::whole : ScenarioState::partly_read;
        lay_over_settings(tree_, state_, request_.sets, mistakes_);
        for (auto const& [name, value] : request_.simulation_options) {
            lay_over_option(tree_, name, value, mistakes_);
        }
        rates_ = exchange_rates_in(tree_);
        read_root();
        if (state_ == ScenarioState::whole) {
            check_together();
        }
        read_all_changes();
        mistakes_.throw_if_any();
        warn_of_idle_countries();
        scenario_.resolved = resolved_text(tree_, scenario_.parameters, scenario_.changes);
        scenario_.files = files_.take_files();
        return std::move(scenario_);
    }

  private:
    void read_root() {
        for (auto const& entry : tree_.entries) {
            auto const& key = entry.key;
            if (key == "title" || key == "description") {
                if (is_text(entry, key, "text", mistakes_)) {
                    (key == "title" ? scenario_.title : scenario_.description) =
                        key == "title" ? on_one_line(entry.text) : entry.text;
                }
            } else if (auto const* const section = parameter_tree().child(key)) {
                read_entry(entry, *section, "");
            } else if (std::find(scenario_keys().begin(), scenario_keys().end(), key) ==
                       scenario_keys().end()) {
                refuse_unknown(entry, parameter_tree(), "");
            }
        }
        if (scenario_.title.empty() && !mistakes_.concern("title")) {
            scenario_.title = request_.file.stem().string();
            scenario_.warnings.push_back(
                fmt::format("{}: title: is missing, and the name of the file is shown",
                            request_.file.string()));
        }
    }

    void refuse_unknown(ConfigNode const& entry, ParameterBranch const& section,
                        std::string const& path) {
        auto known = section.keys();
        if (path.empty()) {
            known.insert(known.end(), scenario_keys().begin(), scenario_keys().end());
        }
        if (known.empty()) { // keys here are free, so this one is no word
            mistakes_.add(
                entry.key_place, path + entry.key,
                fmt::format("{} is no key (a word of letters, digits, _ and -)", shown(entry.key)));
            return;
        }
        if (path.empty() && entry.key.find('.') != std::string::npos && find_parameter(entry.key)) {
            auto const dot = entry.key.find('.');
            mistakes_.add(entry.key_place, entry.key,
                          fmt::format("is a path, which --set and policies take (in a scenario "
                                      "one key in another: {}: {{{}: ...}})",
                                      entry.key.substr(0, dot),
                                      fmt::join(split_path(entry.key.substr(dot + 1)), ": {")));
            return;
        }
        bool const is_number = std::all_of(entry.key.begin(), entry.key.end(),
                                           [](char c) { return c >= '0' && c <= '9'; });
        if (is_number && entry.kind == Kind::nothing) { // as in {home_share: 0,5}
            mistakes_.add(
                entry.key_place, path + entry.key,
                fmt::format("unknown key (a number has a decimal point: 0.{0}, not 0,{0})",
                            entry.key));
            return;
        }
        auto const nearest = nearest_name(entry.key, known);
        if (ends_a_parameter(entry.key) && spelling_distance(entry.key, nearest) > 1) {
            mistakes_.add_slow(entry.key_place, path + entry.key, [key = entry.key] {
                return fmt::format("unknown key here (nearest: {})", nearest_parameter(key));
            });
            return;
        }
        mistakes_.add(entry.key_place, path + entry.key,
                      fmt::format("unknown key (nearest: {})", nearest));
        mistakes_.suspect(path + nearest);
    }

    /// @param path  of what the entry stands in: empty, or with a dot at the end
    void read_entry(ConfigNode const& entry, ParameterBranch const& branch,
                    std::string const& path) {
        if (branch.key == "*") {
            keys_.push_back(entry.key);
        }
        if (branch.parameter != nullptr) {
            read_parameter(entry, *branch.parameter, path + entry.key);
        } else if (entry.kind == Kind::map) {
            read_section(entry, branch, path + entry.key + ".");
        } else {
            mistakes_.add(entry.place, path + entry.key,
                          fmt::format("{} (a map of parameters)", described(entry)));
            if (branch.key == "*") {
                make_entry(branch); // so that nobody else is blamed for naming it
            }
        }
        if (branch.key == "*") {
            keys_.pop_back();
        }
    }

    void read_section(ConfigNode const& map, ParameterBranch const& branch,
                      std::string const& path) {
        if (branch.key == "*") {
            make_entry(branch);
        }
        for (auto const& entry : map.entries) {
            if (auto const* const child = branch.child(entry.key)) {
                read_entry(entry, *child, path);
            } else {
                refuse_unknown(entry, branch, path);
            }
        }
    }

    /// A country or firm of which nothing is said still exists.
    void make_entry(ParameterBranch const& branch) {
        auto const& children = branch.children;
        auto const leaf =
            std::find_if(children.begin(), children.end(),
                         [](ParameterBranch const& one) { return one.parameter != nullptr; });
        auto const& parameter = *leaf->parameter;
        parameter.set(scenario_.parameters, keys_, parameter.info.default_value);
    }

    void read_parameter(ConfigNode const& node, Parameter const& parameter,
                        std::string const& path) {
        auto const read = read_value(node, parameter.info, rates_);
        if (!read.problem.empty()) {
            mistakes_.add(node.place, path, read.problem);
        } else if (!std::holds_alternative<std::monostate>(read.value)) {
            parameter.set(scenario_.parameters, keys_, read.value);
            scenario_.sources.add(path, parameter.info, node);
        }
    }

    /// What several parameters together get wrong is blamed on the value at its path, or on the key
    /// of what that would stand in.
    void check_together() {
        for (auto const& problem : problems_in(scenario_.parameters)) {
            if (!mistakes_.concern(problem.path)) {
                mistakes_.add(place_of(problem.path), problem.path, problem.what);
            }
        }
    }

    /// People without a single firm in their country are all jobless until they leave, which is
    /// hardly ever meant.
    void warn_of_idle_countries() {
        auto const& parameters = scenario_.parameters;
        for (auto const& [code, country] : parameters.countries) {
            auto const is_here = [&, &code = code](auto const& firm) {
                return firm.second.country == code;
            };
            bool const has_fringe = parameters.fringe.contains(code);
            if (founding_residents(parameters, code) > 0.0 && !has_fringe &&
                std::none_of(parameters.firms.begin(), parameters.firms.end(), is_here)) {
                auto const path = "countries." + code;
                scenario_.warnings.push_back(fmt::format(
                    "{}: {}: has researchers but no firm to work at (warning: firms with country: "
                    "{}, or fringe.{})",
                    place_of(path).text(), path, code, code));
            }
        }
    }

    [[nodiscard]] Place place_of(std::string path) {
        if (entries_.empty()) {
            note_entries(tree_, "");
        }
        if (auto const found = entries_.find(path); found != entries_.end()) {
            auto const& entry = *found->second;
            return entry.kind == Kind::map ? entry.key_place : entry.place;
        }
        for (auto dot = path.rfind('.'); dot != std::string::npos; dot = path.rfind('.')) {
            path.erase(dot);
            if (auto const found = entries_.find(path); found != entries_.end()) {
                return found->second->key_place;
            }
        }
        return Place::whole_file(request_.file.string());
    }

    /// Finds every entry by its path, as there may be as many mistakes as entries.
    void note_entries(ConfigNode const& map, std::string const& path) {
        for (auto const& entry : map.entries) {
            entries_.emplace(path + entry.key, &entry);
            note_entries(entry, path + entry.key + ".");
        }
    }

    void read_all_changes() {
        auto const& run = scenario_.parameters.simulation;
        bool const knows_months = state_ == ScenarioState::whole &&
                                  !mistakes_.concern("simulation.start") &&
                                  !mistakes_.concern("simulation.months");
        PolicyContext const context{.scenario = tree_,
                                    .state = state_,
                                    .rates = rates_,
                                    .start = run.start,
                                    .months = knows_months ? static_cast<int>(run.months) : 0};
        std::vector<PlacedChange> changes;
        if (auto const* const own = tree_.entry("changes")) {
            changes = read_changes(*own, context, scenario_.sources, mistakes_);
        }
        for (auto const& file : policy_files()) {
            read_policy_file(file, context, changes);
        }
        std::stable_sort(changes.begin(), changes.end(),
                         [](PlacedChange const& a, PlacedChange const& b) {
                             return a.change.month < b.change.month;
                         });
        if (state_ == ScenarioState::whole) {
            rehearse(changes, tree_, scenario_.parameters, mistakes_);
        }
        for (auto& placed : changes) {
            scenario_.changes.push_back(std::move(placed.change));
        }
    }

    [[nodiscard]] std::vector<FileRequest> policy_files() {
        std::vector<FileRequest> all;
        if (auto const* const named = tree_.entry("policies")) {
            auto const& list = *named;
            if (list.kind != Kind::list) {
                mistakes_.add(list.place, "policies",
                              fmt::format("{} (a list of files)", described(list)));
            }
            for (auto const& item : list.items) {
                if (names_file(item, "policies", mistakes_)) {
                    all.push_back({path_beside(item.place, item.text), item.place, "policies"});
                }
            }
        }
        for (auto const& path : request_.policies) {
            all.push_back({path});
        }
        return all;
    }

    void read_policy_file(FileRequest const& file, PolicyContext const& context,
                          std::vector<PlacedChange>& changes) {
        auto const tree = files_.read(file);
        if (!tree) {
            return;
        }
        auto policy = read_policy(*tree, context, scenario_.sources, mistakes_);
        scenario_.policy_titles.push_back(std::move(policy.title));
        scenario_.policy_costs.push_back(std::move(policy.cost));
        std::move(policy.changes.begin(), policy.changes.end(), std::back_inserter(changes));
    }

    ScenarioRequest const& request_;
    Mistakes mistakes_;
    ConfigFiles files_{mistakes_};
    ConfigNode tree_;
    ScenarioState state_ = ScenarioState::whole;
    ExchangeRates rates_;
    Scenario scenario_;
    std::vector<std::string> keys_;
    std::unordered_map<std::string, ConfigNode const*> entries_; ///< of tree_, once it is complete
};

} // namespace

Scenario read_scenario(ScenarioRequest const& request) { return ScenarioReader{request}.read(); }

} // namespace talentsim
