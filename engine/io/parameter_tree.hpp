#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/parameter_table.hpp"

namespace talentsim {

/// The table of parameters as the tree of its keys: what a scenario may look like.
struct ParameterBranch {
    std::string key;                         ///< `*` stands for any
    Parameter const* parameter = nullptr;    ///< of a leaf; null for a section
    std::vector<ParameterBranch> children{}; ///< of a section, in the order of the table

    /// What a key leads to; null if nothing.
    [[nodiscard]] ParameterBranch const* child(std::string_view name) const;

    /// Whether this is a section of things with names, which may also be written as a list of them.
    [[nodiscard]] bool may_be_list() const;

    /// The keys of the children, without `*`.
    [[nodiscard]] std::vector<std::string> keys() const;
};

[[nodiscard]] ParameterBranch const& parameter_tree();

/// A place in the tree, and what stands for each `*` on the way there.
struct ParameterPath {
    ParameterBranch const* branch = nullptr;
    std::vector<std::string> keys{};
    /// The paths that end in each of the keys: countries.KOR, countries.KOR.origins.USA.
    std::vector<std::string> entries{};
};

/// Where a dotted path leads, as in countries.KOR.public_gpus or countries.*.public_gpus.
[[nodiscard]] std::optional<ParameterPath> find_parameter(std::string_view path);

/// The path of a parameter that comes nearest to an unknown path, with the user's keys for each
/// `*`. A parameter whose last key is the same comes first; a path of one key is compared with last
/// keys.
[[nodiscard]] std::string nearest_parameter(std::string_view path);

/// Whether a parameter has this last key, in whatever section.
[[nodiscard]] bool ends_a_parameter(std::string const& key);

/// The first parameter below a section, with a path that begins as the user wrote it:
/// firms.naver.country for firms.naver.
[[nodiscard]] std::string first_parameter_below(ParameterBranch const& section, std::string path);

/// The parts of a dotted path.
[[nodiscard]] std::vector<std::string> split_path(std::string_view path);

} // namespace talentsim
