#include "engine/io/record_selection.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "engine/core/error.hpp"
#include "engine/io/mistakes.hpp"
#include "engine/io/nearest_name.hpp"

namespace talentsim {

namespace {

/// What stands between commas, without the blanks around it.
std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    while (true) {
        std::size_t const comma = std::min(text.find(','), text.size());
        words.push_back(on_one_line(text.substr(0, comma)));
        if (comma == text.size()) {
            return words;
        }
        text.remove_prefix(comma + 1);
    }
}

std::vector<std::string> words_of_lists() {
    std::vector<std::string> words{"standard", "firms"};
    for (Variable const& variable : variables()) {
        words.push_back(variable.name);
    }
    return words;
}

/// `, nearest is NAME`, where there is a name that the word may have been meant for.
std::string nearest(std::string const& word, std::vector<std::string> const& known) {
    auto const longer = std::find_if(known.begin(), known.end(), [&](std::string const& name) {
        return name.starts_with(word);
    });
    auto const name = longer == known.end() ? nearest_name(word, known) : *longer;
    bool const is_near = longer != known.end() || spelling_distance(word, name) <= word.size() / 3;
    return is_near ? fmt::format(", nearest is {}", name) : "";
}

[[noreturn]] void refuse(std::vector<std::string> const& words) {
    auto const known = words_of_lists();
    std::vector<std::string> problems;
    for (std::string const& word : words) {
        if (word == "none" || word == "all") {
            problems.push_back(fmt::format("{} stands alone", shown(word)));
        } else if (word.empty()) {
            problems.emplace_back("a name is missing");
        } else {
            problems.push_back(
                fmt::format("{} is no variable{}", shown(word), nearest(word, known)));
        }
    }
    throw InputError{fmt::format("--record: {} (none, standard, all, or a list separated by commas "
                                 "of {})",
                                 fmt::join(problems, "; "), fmt::join(known, ", "))};
}

} // namespace

bool is_over_firms(Variable const& variable) {
    return std::find(variable.dimensions.begin(), variable.dimensions.end(), Dimension::firm) !=
           variable.dimensions.end();
}

RecordSelection RecordSelection::parse(std::string_view list) {
    auto const text = on_one_line(list);
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
        refuse(unknown);
    }
    return selection;
}

bool RecordSelection::is_nothing() const noexcept {
    return std::find(chosen_.begin(), chosen_.end(), true) == chosen_.end();
}

} // namespace talentsim
