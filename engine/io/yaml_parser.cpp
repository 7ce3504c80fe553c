#include "engine/io/yaml_parser.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <sstream>
#include <unordered_map>
#include <utility>

#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include "engine/io/text_lines.hpp"

namespace talentsim {

namespace {

constexpr std::size_t most_levels = 64;
constexpr std::size_t most_values = 1'000'000;

/// What makes it pointless to read on.
struct Refusal {
    YAML::Mark mark;
    std::string what;
};

Refusal too_deep(YAML::Mark const& mark) {
    return {mark, fmt::format("nested too deeply (at most {} levels)", most_levels)};
}

/// Where a mark of the parser points to [bytes].
std::size_t offset_of(YAML::Mark const& mark) {
    return static_cast<std::size_t>(std::max(0, mark.pos));
}

/// Builds the tree from what the parser comes across. Aliases arrive here as they are, so that they
/// can be counted before they are written out.
class TreeBuilder final : public YAML::EventHandler {
  public:
    TreeBuilder(TextLines& lines, std::string key, Mistakes& mistakes)
        : lines_{lines}, prefix_{std::move(key)}, mistakes_{mistakes} {}

    [[nodiscard]] ConfigNode& root() { return root_; }

    void OnDocumentStart(YAML::Mark const& mark) override {
        if (++documents_ > 1) {
            throw Refusal{mark, "a second document begins (one document in a file)"};
        }
    }

    void OnDocumentEnd() override {}

    void OnNull(YAML::Mark const& mark, YAML::anchor_t anchor) override {
        if (expects_key()) {
            begin_entry(mark, "null",
                        "is the empty value, as ~ and nothing at all are (a word of "
                        "letters, digits, _ and -)");
            return;
        }
        // The mark of an empty value is that of whatever comes next.
        auto const place = open_.empty() || open_.back().node.kind == ConfigNode::Kind::list
                               ? lines_.place(offset_of(mark))
                               : open_.back().key_place;
        put({.place = place}, anchor, mark, {});
    }

    void OnAlias(YAML::Mark const& mark, YAML::anchor_t anchor) override {
        if (expects_key()) {
            throw Refusal{mark, "an alias as a key (a word of letters, digits, _ and -)"};
        }
        auto const found = anchored_.find(anchor);
        if (found == anchored_.end()) {
            throw Refusal{mark,
                          "an alias inside what it stands for (an alias of something before)"};
        }
        if (open_.size() + found->second.size.levels > most_levels) {
            throw too_deep(mark);
        }
        count(found->second.size.values, mark);
        put(found->second.node, 0, mark, found->second.size);
    }

    void OnScalar(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                  std::string const& value) override {
        if (expects_key()) {
            begin_entry(mark, value, "");
            refuse_tag(mark, tag);
            return;
        }
        refuse_tag(mark, tag);
        put({.kind = ConfigNode::Kind::scalar,
             .place = lines_.place(offset_of(mark)),
             .text = value,
             .quoted = tag == "!",
             .comment = lines_.comment(offset_of(mark), value)},
            anchor, mark, {});
    }

    void OnSequenceStart(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value /*style*/) override {
        open(ConfigNode::Kind::list, mark, tag, anchor);
    }

    void OnSequenceEnd() override { close(); }

    void OnMapStart(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value /*style*/) override {
        open(ConfigNode::Kind::map, mark, tag, anchor);
    }

    void OnMapEnd() override { close(); }

  private:
    struct Size {
        std::size_t values = 1; ///< the node itself included
        std::size_t levels = 0; ///< of lists and maps
    };

    /// A list or map that is not finished.
    struct Open {
        ConfigNode node{};
        YAML::Mark mark{};
        YAML::anchor_t anchor = 0;
        Size size{.levels = 1}; ///< so far
        bool expects_key = false;
        bool key_is_refused = false; ///< and its value left out
        std::string key{};
        Place key_place{};
        std::map<std::string, Place> seen{};
    };

    struct Anchored {
        ConfigNode node;
        Size size;
    };

    [[nodiscard]] bool expects_key() const { return !open_.empty() && open_.back().expects_key; }

    [[nodiscard]] std::string current_path() const {
        return open_.empty() ? prefix_ : path_of(open_.back().key);
    }

    [[nodiscard]] std::string path_of(std::string const& key) const {
        std::string path = prefix_.empty() ? "" : prefix_ + ".";
        for (std::size_t i = 0; i + 1 < open_.size(); ++i) {
            if (!open_[i].key.empty()) { // as those of lists are
                path += open_[i].key + ".";
            }
        }
        return path + key;
    }

    void count(std::size_t values, YAML::Mark const& mark) {
        values_ += values;
        if (values_ > most_values) {
            throw Refusal{mark,
                          fmt::format("more than {} values, aliases written out (at most that)",
                                      most_values)};
        }
    }

    void refuse_tag(YAML::Mark const& mark, std::string const& tag) {
        if (!tag.empty() && tag != "?" && tag != "!") {
            mistakes_.add(lines_.place(offset_of(mark)), current_path(),
                          fmt::format("the tag {} (no tags)", shown(tag)));
        }
    }

    /// @param problem  with the key, if one is known already
    void begin_entry(YAML::Mark const& mark, std::string const& key, std::string const& problem) {
        auto& map = open_.back();
        map.expects_key = false;
        map.key = key;
        map.key_place = lines_.place(offset_of(mark));
        map.key_is_refused = true;
        auto const refuse = [&](std::string const& name, std::string const& what) {
            mistakes_.add(map.key_place, path_of(name), what);
        };
        if (!problem.empty()) {
            refuse(key, problem);
        } else if (key == "<<") {
            refuse(key, "a merge key (the keys written out, or extends)");
        } else if (!is_path(key)) {
            refuse(shown(key), "is no key (a word of letters, digits, _ and -)");
        } else if (auto const first = map.seen.find(key); first != map.seen.end()) {
            refuse(key,
                   fmt::format("given twice, first at {} (each key once)", first->second.text()));
        } else {
            map.seen.emplace(key, map.key_place);
            map.key_is_refused = false;
        }
    }

    /// Keys of policies are dotted paths, so dots pass here, and `*` between them, which has a
    /// message of its own; the reader of parameters refuses both.
    static bool is_path(std::string_view key) {
        constexpr std::size_t longest = 400;
        auto const dot = key.find('.');
        if (dot == std::string_view::npos || key.size() > longest) {
            return is_key(key);
        }
        auto const first = key.substr(0, dot);
        return (is_key(first) || first == "*") && is_path(key.substr(dot + 1));
    }

    void open(ConfigNode::Kind kind, YAML::Mark const& mark, std::string const& tag,
              YAML::anchor_t anchor) {
        if (expects_key()) {
            throw Refusal{mark,
                          "a list or map as a key, or one that is not closed (a key is a word of "
                          "letters, digits, _ and -)"};
        }
        if (open_.size() == most_levels) {
            throw too_deep(mark);
        }
        refuse_tag(mark, tag);
        open_.push_back({.node = {.kind = kind, .place = lines_.place(offset_of(mark))},
                         .mark = mark,
                         .anchor = anchor,
                         .expects_key = kind == ConfigNode::Kind::map});
    }

    void close() {
        auto done = std::move(open_.back());
        open_.pop_back();
        put(std::move(done.node), done.anchor, done.mark, done.size);
    }

    /// Everything in the node has been counted, but not the node itself.
    void put(ConfigNode node, YAML::anchor_t anchor, YAML::Mark const& mark, Size size) {
        count(1, mark);
        if (anchor != 0) {
            count(size.values, mark); // kept a second time
            anchored_[anchor] = {node, size};
        }
        if (open_.empty()) {
            root_ = std::move(node);
            return;
        }
        auto& around = open_.back();
        around.size.values += size.values;
        around.size.levels = std::max(around.size.levels, size.levels + 1);
        if (around.node.kind == ConfigNode::Kind::list) {
            around.node.items.push_back(std::move(node));
        } else {
            if (!around.key_is_refused) {
                around.node.append(around.key, std::move(node), around.key_place);
            }
            around.expects_key = true;
        }
    }

    TextLines& lines_;
    std::string prefix_;
    Mistakes& mistakes_;
    std::vector<Open> open_;
    std::unordered_map<YAML::anchor_t, Anchored> anchored_;
    ConfigNode root_;
    int documents_ = 0;
    std::size_t values_ = 0;
};

} // namespace

std::optional<ConfigNode> parse_yaml(std::string const& text, Place const& start,
                                     std::string const& key, Mistakes& mistakes) {
    TextLines lines{text, start};
    TreeBuilder builder{lines, key, mistakes};
    auto const refuse = [&](YAML::Mark const& mark, std::string const& what) {
        mistakes.add(lines.place(offset_of(mark)), key, what);
        return std::nullopt;
    };
    try {
        std::istringstream stream{text};
        YAML::Parser parser{stream};
        while (parser.HandleNextDocument(builder)) {
        }
    } catch (Refusal const& refusal) {
        return refuse(refusal.mark, refusal.what);
    } catch (YAML::DeepRecursion const& error) {
        auto const refusal = too_deep(error.mark);
        return refuse(refusal.mark, refusal.what);
    } catch (YAML::Exception const& error) {
        if (auto const tab = lines.tab_in_indentation(offset_of(error.mark))) {
            mistakes.add(lines.place(*tab), key, "a tab in the indentation (spaces)");
            return std::nullopt;
        }
        return refuse(error.mark, fmt::format("not YAML: {} (keys and values in YAML)", error.msg));
    }
    return std::move(builder.root());
}

} // namespace talentsim
