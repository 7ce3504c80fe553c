#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <span>

#include "engine/core/error.hpp"
#include "engine/io/policy_reader.hpp"

namespace talentsim {

namespace {

using Operation = DatedChange::Operation;

class Rehearsal {
  public:
    Rehearsal(ConfigNode const& scenario, Parameters parameters, Mistakes& mistakes)
        : scenario_{scenario}, parameters_{std::move(parameters)}, mistakes_{mistakes} {
        (void)new_problems();
    }

    void play(PlacedChange const& placed) {
        auto const& change = placed.change;
        auto const path = change.path();
        if (change.operation != Operation::set && !exists(path, *change.parameter)) {
            mistakes_.add(placed.place, path,
                          "is not set before, so that there is nothing to change (a plain value)");
            return;
        }
        try {
            apply(change, parameters_);
            made_.insert(path);
        } catch (InputError const& error) {
            std::string const text = error.what();
            auto const prefix = fmt::format("{}: {}: ", change.place, path);
            expects(text.starts_with(prefix), "apply() says where and what");
            mistakes_.add(placed.place, path, text.substr(prefix.size()));
        }
    }

    /// Blame problems that the changes of one month have made together on the last that may have.
    void close_month(std::span<PlacedChange const> changes) {
        for (auto const& problem : new_problems()) {
            auto const made_it =
                std::find_if(changes.rbegin(), changes.rend(), [&](PlacedChange const& one) {
                    return on_one_path(one.change.path(), problem.path);
                });
            auto const& blamed = made_it == changes.rend() ? changes.back() : *made_it;
            if (!mistakes_.concern(problem.path)) {
                mistakes_.add(
                    blamed.place, problem.path,
                    fmt::format("from {} on, {}", blamed.change.month.text(), problem.what));
            }
        }
    }

  private:
    /// Entries of maps, as of moving_cost_to, are there only once they have been given.
    [[nodiscard]] bool exists(std::string const& path, Parameter const& parameter) const {
        return !parameter.info.path.ends_with('*') || scenario_.find(path) != nullptr ||
               made_.contains(path);
    }

    std::vector<ParameterProblem> new_problems() {
        auto problems = problems_in(parameters_);
        std::erase_if(problems, [&](ParameterProblem const& one) {
            return !known_.insert(one.path + ": " + one.what).second;
        });
        return problems;
    }

    ConfigNode const& scenario_;
    Parameters parameters_;
    Mistakes& mistakes_;
    std::set<std::string> known_; ///< problems
    std::set<std::string> made_;  ///< paths of entries
};

} // namespace

void rehearse(std::vector<PlacedChange> const& changes, ConfigNode const& scenario,
              Parameters parameters, Mistakes& mistakes) {
    Rehearsal rehearsal{scenario, std::move(parameters), mistakes};
    for (auto first = changes.begin(); first != changes.end();) {
        auto const end = std::find_if(first, changes.end(), [&](PlacedChange const& one) {
            return one.change.month != first->change.month;
        });
        for (auto const& one : std::span{first, end}) {
            if (!mistakes.concern(one.change.path())) {
                rehearsal.play(one);
            }
        }
        rehearsal.close_month({first, end});
        first = end;
    }
}

} // namespace talentsim
