#include "engine/io/record_selection.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "engine/core/error.hpp"

namespace talentsim {

namespace {

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    while (true) {
        std::size_t const comma = std::min(text.find(','), text.size());
        words.emplace_back(text.substr(0, comma));
        if (comma == text.size()) {
            return words;
        }
        text.remove_prefix(comma + 1);
    }
}

std::string accepted() {
    std::vector<std::string> names;
    for (Variable const& variable : variables()) {
        names.push_back(variable.name);
    }
    return fmt::format("none, standard, all, or a list separated by commas of standard, firms, {}",
                       fmt::join(names, ", "));
}

} // namespace

bool is_over_firms(Variable const& variable) {
    return std::find(variable.dimensions.begin(), variable.dimensions.end(), Dimension::firm) !=
           variable.dimensions.end();
}

RecordSelection RecordSelection::parse(std::string_view text) {
    auto const& all = variables();
    RecordSelection selection;
    selection.text_ = text;
    selection.chosen_.assign(all.size(), false);
    if (text == "none") {
        return selection;
    }
    std::vector<std::string> unknown;
    for (std::string const& word :
         text == "all" || text == "firms" ? words_of("standard,firms") : words_of(text)) {
        bool known = word == "standard" || word == "firms";
        selection.every_firm_ = selection.every_firm_ || word == "firms";
        for (std::size_t v = 0; v != all.size(); ++v) {
            known = known || word == all[v].name;
            if (word == all[v].name || word == "standard" ||
                (word == "firms" && is_over_firms(all[v]))) {
                selection.chosen_[v] = true;
            }
        }
        if (!known) {
            unknown.push_back(word);
        }
    }
    if (!unknown.empty()) {
        throw InputError{fmt::format("--record {}: no variable is called '{}' (accepted: {})", text,
                                     fmt::join(unknown, "', '"), accepted())};
    }
    return selection;
}

bool RecordSelection::is_nothing() const noexcept {
    return std::find(chosen_.begin(), chosen_.end(), true) == chosen_.end();
}

} // namespace talentsim
