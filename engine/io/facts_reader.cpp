#include "engine/io/facts_reader.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

#include "engine/io/config_files.hpp"
#include "engine/io/nearest_name.hpp"
#include "engine/io/parameter_value.hpp"

namespace talentsim {

namespace {

using Kind = ConfigNode::Kind;

std::vector<std::string> const known_keys{"fact",  "indicator", "not_measured", "target",
                                          "above", "below",     "tolerance",    "why"};

/// Reads one fact.
class FactReader {
  public:
    FactReader(ConfigNode const& entry, Mistakes& mistakes)
        : entry_{entry}, path_{"facts." + entry.key}, mistakes_{mistakes} {}

    [[nodiscard]] StylisedFact read() && {
        if (!is_key(entry_.key)) {
            mistakes_.add(entry_.key_place, path_,
                          shown(entry_.key) + " is no name (up to 100 of A-Z a-z 0-9 _ -)");
        }
        if (entry_.kind != Kind::map) {
            complain(entry_, "", described(entry_) + " (keys and values, as in fact: ID)");
            return std::move(fact_);
        }
        for (ConfigNode const& one : entry_.entries) {
            if (std::find(known_keys.begin(), known_keys.end(), one.key) == known_keys.end()) {
                mistakes_.add(
                    one.key_place, path_ + "." + one.key,
                    fmt::format("unknown key (nearest: {})", nearest_name(one.key, known_keys)));
            }
        }
        fact_.name = entry_.key;
        fact_.source = text("fact", "the id of a fact of docs/facts.md");
        if (entry_.entry("not_measured") != nullptr) {
            read_reason();
        } else {
            read_indicator_and_target();
        }
        return std::move(fact_);
    }

  private:
    void complain(ConfigNode const& where, std::string const& key, std::string const& what) {
        mistakes_.add(where.place, key.empty() ? path_ : path_ + "." + key, what);
    }

    std::string text(char const* key, char const* accepted) {
        ConfigNode const* const node = entry_.entry(key);
        if (node == nullptr) {
            mistakes_.add(entry_.key_place, path_ + "." + key,
                          fmt::format("missing ({})", accepted));
            return "";
        }
        return is_text(*node, path_ + "." + key, accepted, mistakes_) ? on_one_line(node->text)
                                                                      : "";
    }

    double number(ConfigNode const& node, char const* key, Bounds const& bounds = {}) {
        auto const read = read_value(node,
                                     {.path = key,
                                      .type = ParameterType::number,
                                      .meaning = {},
                                      .unit = "-",
                                      .bounds = bounds,
                                      .source = {}},
                                     {});
        if (!read.problem.empty()) {
            complain(node, key, read.problem);
            return 0.0;
        }
        return std::get<double>(read.value);
    }

    void read_reason() {
        fact_.not_measured = text("not_measured", "the reason");
        for (char const* const key : {"indicator", "target", "above", "below", "tolerance"}) {
            if (ConfigNode const* const node = entry_.entry(key)) {
                mistakes_.add(node->key_place, path_ + "." + key,
                              "stands beside not_measured (one or the other)");
            }
        }
    }

    void read_indicator_and_target() {
        auto const written = text("indicator", "what is measured, as in retention.OpenAI; or "
                                               "not_measured with the reason");
        if (!written.empty()) {
            auto read = read_indicator(written);
            if (!read.problem.empty()) {
                complain(*entry_.entry("indicator"), "indicator", read.problem);
            }
            fact_.indicator = std::move(read.path);
        }
        read_target();
        if (ConfigNode const* const node = entry_.entry("tolerance")) {
            fact_.tolerance = number(*node, "tolerance", at_least(0));
        }
        fact_.why = text("why", "why this indicator and this tolerance");
    }

    void read_target() {
        ConfigNode const* const target = entry_.entry("target");
        ConfigNode const* const above = entry_.entry("above");
        ConfigNode const* const below = entry_.entry("below");
        if ((target != nullptr) == (above != nullptr || below != nullptr)) {
            mistakes_.add(entry_.key_place, path_ + ".target",
                          target == nullptr ? "missing (a number, a list of two, or above or below)"
                                            : "stands beside above or below (one or the other)");
            return;
        }
        if (above != nullptr) {
            fact_.low = number(*above, "above");
        }
        if (below != nullptr) {
            fact_.high = number(*below, "below");
        }
        if (target == nullptr) {
            return;
        }
        if (target->kind == Kind::list && target->items.size() == 2) {
            fact_.low = number(target->items[0], "target");
            fact_.high = number(target->items[1], "target");
            if (fact_.low > fact_.high) {
                complain(*target, "target",
                         fmt::format("{} exceeds {} (a list of two, the lower one first)",
                                     fact_.low, fact_.high));
            }
        } else if (target->kind == Kind::list) {
            complain(
                *target, "target",
                fmt::format("a list of {} (a number, or a list of two)", target->items.size()));
        } else {
            fact_.low = fact_.high = number(*target, "target");
        }
    }

    ConfigNode const& entry_;
    std::string path_;
    Mistakes& mistakes_;
    StylisedFact fact_;
};

} // namespace

std::vector<StylisedFact> read_facts(std::filesystem::path const& file) {
    Mistakes mistakes;
    ConfigFiles files{mistakes};
    auto const tree = files.read({.path = file});
    std::vector<StylisedFact> facts;
    if (tree) {
        for (ConfigNode const& one : tree->entries) {
            if (one.key != "title" && one.key != "description" && one.key != "facts") {
                mistakes.add(one.key_place, one.key, "unknown key (title, description or facts)");
            }
        }
        ConfigNode const* const all = tree->entry("facts");
        if (all == nullptr) {
            mistakes.add(Place::whole_file(file.string()), "facts",
                         "missing (a map of facts by name)");
        } else if (all->kind != Kind::map) {
            mistakes.add(all->place, "facts", described(*all) + " (a map of facts by name)");
        } else {
            for (ConfigNode const& one : all->entries) {
                facts.push_back(FactReader{one, mistakes}.read());
            }
        }
    }
    mistakes.throw_if_any();
    return facts;
}

} // namespace talentsim
