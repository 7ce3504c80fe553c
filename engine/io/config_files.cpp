#include "engine/io/config_files.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <system_error>

#include "engine/io/named_lists.hpp"
#include "engine/io/yaml_parser.hpp"

namespace talentsim {

namespace {

constexpr std::size_t longest_chain = 16;

/// Whether two names mean one file.
bool same_file(std::filesystem::path const& a, std::filesystem::path const& b) {
    std::error_code ignored;
    return std::filesystem::equivalent(a, b, ignored);
}

/// What is wrong with a file that YAML finds no value in.
std::string emptiness_of(std::string const& text) {
    bool is_comment = false;
    for (char const c : text) {
        is_comment = c != '\n' && (is_comment || c == '#');
        if (!is_comment && c != ' ' && c != '\t' && c != '\r' && c != '\n') {
            return "holds neither a key nor a value that YAML can see (keys and values in YAML)";
        }
    }
    return "is empty (keys and values in YAML)";
}

} // namespace

std::filesystem::path path_beside(Place const& place, std::string const& text) {
    std::filesystem::path path{text};
    if (path.is_absolute() || place.on_command_line()) {
        return path;
    }
    return (std::filesystem::path{*place.file}.parent_path() / path).lexically_normal();
}

bool is_text(ConfigNode const& node, std::string const& key, std::string const& accepted,
             Mistakes& mistakes) {
    if (node.kind == ConfigNode::Kind::scalar && !node.text.empty()) {
        return true;
    }
    bool const is_empty = node.kind == ConfigNode::Kind::scalar;
    mistakes.add(node.place, key,
                 fmt::format("{} ({})", is_empty ? "empty text" : described(node), accepted));
    return false;
}

bool names_file(ConfigNode const& node, std::string const& key, Mistakes& mistakes) {
    constexpr auto const* accepted = "the path of a file";
    if (!is_text(node, key, accepted, mistakes)) {
        return false;
    }
    auto const control = std::find_if(node.text.begin(), node.text.end(),
                                      [](unsigned char c) { return c < ' ' || c == 0x7F; });
    if (control != node.text.end()) {
        mistakes.add(node.place, key,
                     fmt::format("{} holds the control character U+{:04X} ({})", shown(node.text),
                                 static_cast<unsigned>(static_cast<unsigned char>(*control)),
                                 accepted));
        return false;
    }
    if (node.text.find("://") != std::string::npos) {
        mistakes.add(node.place, key,
                     fmt::format("{} is no file but an address ({})", shown(node.text), accepted));
        return false;
    }
    return true;
}

std::optional<ConfigNode> ConfigFiles::read(FileRequest const& request) {
    auto text = read_text_file(request, mistakes_);
    if (!text) {
        return std::nullopt;
    }
    auto const whole = Place::whole_file(request.path.string());
    auto tree = parse_yaml(*text, whole, "", mistakes_);
    files_.push_back({request.path.string(), std::move(*text)});
    if (!tree) {
        return std::nullopt;
    }
    if (tree->kind == ConfigNode::Kind::nothing) {
        mistakes_.add(whole, "", emptiness_of(files_.back().text));
        return std::nullopt;
    }
    if (tree->kind != ConfigNode::Kind::map) {
        mistakes_.add(tree->place, "",
                      fmt::format("{} (keys and values in YAML)", described(*tree)));
        return std::nullopt;
    }
    return tree;
}

std::optional<FileRequest>
ConfigFiles::extended_by(ConfigNode& tree, std::vector<std::filesystem::path> const& chain) {
    auto const found = std::find_if(tree.entries.begin(), tree.entries.end(),
                                    [](ConfigNode const& one) { return one.key == "extends"; });
    if (found == tree.entries.end()) {
        return std::nullopt;
    }
    auto const node = *found;
    tree.entries.erase(found);
    is_whole_ = false; // until the extended file is read
    if (!names_file(node, "extends", mistakes_)) {
        return std::nullopt;
    }
    FileRequest request{path_beside(node.place, node.text), node.place, "extends"};
    auto const is_same = [&](auto const& earlier) { return same_file(earlier, request.path); };
    if (std::any_of(chain.begin(), chain.end(), is_same)) {
        std::vector<std::string> names;
        names.reserve(chain.size());
        for (auto const& one : chain) {
            names.push_back(one.string());
        }
        mistakes_.add(node.place, "extends",
                      fmt::format("goes in a circle: {} -> {} (a chain that ends)",
                                  fmt::join(names, " -> "), request.path.string()));
        return std::nullopt;
    }
    if (chain.size() == longest_chain) {
        mistakes_.add(
            node.place, "extends",
            fmt::format("makes a chain of more than {} files (at most that)", longest_chain));
        return std::nullopt;
    }
    return request;
}

ConfigNode ConfigFiles::read_with_extended(FileRequest request) {
    std::vector<ConfigNode> layers; // the scenario first, what it rests on after it
    std::vector<std::filesystem::path> chain;
    for (std::optional<FileRequest> next = std::move(request); next;) {
        is_whole_ = false;
        auto tree = read(*next);
        if (!tree) {
            break;
        }
        is_whole_ = true;
        name_items(*tree, mistakes_);
        chain.push_back(next->path);
        next = extended_by(*tree, chain);
        layers.push_back(std::move(*tree));
    }
    ConfigNode merged{.kind = ConfigNode::Kind::map};
    std::reverse(layers.begin(), layers.end());
    for (auto& layer : layers) {
        lay_over(merged, std::move(layer));
    }
    return merged;
}

} // namespace talentsim
