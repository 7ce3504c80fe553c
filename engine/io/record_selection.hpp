#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/simulation/variables.hpp"

namespace talentsim {

/// Which variables are written to a file of results, as `--record` says it.
///
///     none        nothing: no file is written
///     standard    every variable, firms being the named ones and a fringe per country
///     all         every variable, those over `firm` for every single firm
///     LIST        names separated by commas: of variables; `standard`; and `firms`, which is every
///                 variable over `firm`, for every single firm. `firms` alone is `all`.
///
/// What is recorded never changes what happens, nor the digest of the results.
class RecordSelection {
  public:
    /// @throws InputError that names every unknown word and what is accepted
    [[nodiscard]] static RecordSelection parse(std::string_view list);

    /// As it was written, to be found in the file.
    [[nodiscard]] std::string const& text() const noexcept { return text_; }

    [[nodiscard]] bool is_nothing() const noexcept;

    /// Whether variables over `firm` are written for every single firm.
    [[nodiscard]] bool every_firm() const noexcept { return every_firm_; }

    /// Whether a variable is written, by its position in variables().
    [[nodiscard]] bool contains(std::size_t variable) const { return chosen_.at(variable); }

  private:
    RecordSelection() = default;

    std::string text_;
    std::vector<bool> chosen_;
    bool every_firm_ = false;
};

/// Whether a variable is one value (or more) per firm: those written over every firm on request.
[[nodiscard]] bool is_over_firms(Variable const& variable);

} // namespace talentsim
