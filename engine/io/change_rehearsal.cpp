#include <algorithm>
#include <fmt/format.h>
#include <functional>
#include <set>
#include <span>
#include <unordered_map>

#include "engine/core/error.hpp"
#include "engine/io/policy_reader.hpp"

namespace talentsim {

namespace {

using Operation = DatedChange::Operation;

/// Finds the last of many changes whose path leads through another one, or the other way round.
class LastOnPath {
  public:
    explicit LastOnPath(std::span<PlacedChange const> changes) {
        for (auto const& one : changes) {
            auto path = one.change.path();
            at_[path] = &one;
            for (auto dot = path.rfind('.'); dot != std::string::npos; dot = path.rfind('.')) {
                path.erase(dot);
                below_[path] = &one;
            }
        }
    }

    /// Null if there is none.
    [[nodiscard]] PlacedChange const* on_one_path_with(std::string path) const {
        auto const* last = find(below_, path);
        while (true) {
            last = std::max(last, find(at_, path), std::less<>{}); // they stand in one row
            auto const dot = path.rfind('.');
            if (dot == std::string::npos) {
                return last;
            }
            path.erase(dot);
        }
    }

  private:
    using Changes = std::unordered_map<std::string, PlacedChange const*>;

    static PlacedChange const* find(Changes const& changes, std::string const& path) {
        auto const found = changes.find(path);
        return found == changes.end() ? nullptr : found->second;
    }

    Changes at_;    ///< the last of each path
    Changes below_; ///< the last below each path
};

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
        auto const problems = new_problems();
        LastOnPath const last{problems.empty() ? std::span<PlacedChange const>{} : changes};
        for (auto const& problem : problems) {
            auto const* const made_it = last.on_one_path_with(problem.path);
            auto const& blamed = made_it == nullptr ? changes.back() : *made_it;
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
