#pragma once

#include <functional>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace talentsim {

/// Where something that the user wrote stands: in a file, or on the command line.
struct Place {
    std::shared_ptr<std::string const> file{}; ///< as the user named it; null: the command line
    int line = 0;                              ///< from 1; 0 means the file as a whole
    int column = 0;                            ///< from 1, in characters
    /// Of the command line: the option that is for this parameter alone; null: `--set`.
    std::shared_ptr<std::string const> option{};

    [[nodiscard]] static Place whole_file(std::string name);
    [[nodiscard]] static Place own_option(std::string name);

    [[nodiscard]] bool on_command_line() const noexcept { return file == nullptr; }

    /// `FILE:LINE:COLUMN`, `FILE`, `--set`, or the option.
    [[nodiscard]] std::string text() const;
};

/// The name of a file as a message may hold it: `?` for line breaks and other control characters.
[[nodiscard]] std::string printable(std::string name);

/// Text on one line, as for a title: without blanks around it, and with blanks for line breaks.
[[nodiscard]] std::string on_one_line(std::string_view text);

/// What the user wrote, in quotes, short enough for a message and on one line.
[[nodiscard]] std::string shown(std::string_view text);

/// Gathers what is wrong with the user's input, so that all of it can be told at once.
class Mistakes {
  public:
    /// @param key   dotted path of what is wrong; empty for a file as a whole
    /// @param what  what was found, and in parentheses what is accepted
    void add(Place const& place, std::string const& key, std::string what);

    /// The same for words that take time to find, as the nearest of many names does: they are
    /// sought only if this is one of the mistakes that are told.
    void add_slow(Place const& place, std::string const& key, std::function<std::string()> what);

    /// From now on, treat this path as one that a mistake has been found at.
    void suspect(std::string path) { paths_.insert(std::move(path)); }

    /// Whether something at this path, above it or below it is known to be wrong, so that more
    /// complaints about it would only confuse.
    [[nodiscard]] bool concern(std::string_view path) const;

    /// Whether something at this path or above it is known to be wrong, so that what should be
    /// there may be missing for that reason.
    [[nodiscard]] bool spoil(std::string_view path) const;

    [[nodiscard]] bool empty() const noexcept { return mistakes_.empty(); }

    /// An InputError with every mistake on a line of its own, file by file, from top to bottom; the
    /// command line comes last. Of more than most_told, the others are only counted.
    void throw_if_any() const;

    static constexpr std::size_t most_told = 100;

  private:
    struct Mistake {
        Place place;
        std::string key;
        std::string what;
        std::function<std::string()> find_words; ///< for what; empty if they are there

        [[nodiscard]] std::string line() const;
    };

    std::vector<Mistake> mistakes_;
    std::set<std::string, std::less<>> paths_;
};

} // namespace talentsim
