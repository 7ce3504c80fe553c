#include "engine/io/text_file.hpp"

#include <cerrno>
#include <fmt/format.h>
#include <fstream>
#include <system_error>

#include <boost/locale/utf.hpp>

namespace talentsim {

namespace {

constexpr std::uintmax_t most_bytes = 64U << 20U;

/// A reason why there is no text, in words that follow the name of the file.
struct Unreadable {
    std::string why;
};

std::string content_of(std::filesystem::path const& path) {
    if (path.empty()) {
        throw Unreadable{"names no file (a file in YAML)"};
    }
    std::error_code ignored;
    auto const status = std::filesystem::status(path, ignored);
    if (!std::filesystem::exists(status) && std::filesystem::is_symlink(path, ignored)) {
        throw Unreadable{"is a symbolic link that leads to no file (a file in YAML)"};
    }
    if (!std::filesystem::exists(status)) {
        throw Unreadable{"does not exist (a file in YAML)"};
    }
    if (std::filesystem::is_directory(status)) {
        throw Unreadable{"is a folder (a file in YAML)"};
    }
    constexpr auto const* too_large = "holds more than 64 MiB (at most that)";
    if (std::filesystem::is_regular_file(status) &&
        std::filesystem::file_size(path, ignored) > most_bytes) {
        throw Unreadable{too_large};
    }
    errno = 0;
    std::ifstream file{path, std::ios::binary};
    if (!file) {
        throw Unreadable{fmt::format("cannot be read: {} (a file in YAML)",
                                     std::generic_category().message(errno))};
    }
    std::string text;
    std::string block(1U << 16U, '\0');
    while (file.read(block.data(), static_cast<std::streamsize>(block.size())) ||
           file.gcount() > 0) {
        text.append(block, 0, static_cast<std::size_t>(file.gcount()));
        if (text.size() > most_bytes) { // pipes do not tell their size
            throw Unreadable{too_large};
        }
    }
    if (file.bad()) {
        throw Unreadable{"cannot be read to its end (a file in YAML)"};
    }
    return text;
}

std::string problem_with(boost::locale::utf::code_point point) {
    using namespace boost::locale::utf;
    if (point == illegal || point == incomplete) {
        return "a byte that is not UTF-8 (text in UTF-8)";
    }
    bool const is_text = point >= ' ' || point == '\t' || point == '\n' || point == '\r';
    return is_text ? ""
                   : fmt::format("the control character U+{:04X} (text in UTF-8)",
                                 static_cast<std::uint32_t>(point));
}

/// The first character that no text has, if any.
bool is_text(std::string const& text, std::string const& name, Mistakes& mistakes) {
    auto place = Place::whole_file(name);
    place.line = 1;
    place.column = 1;
    for (auto at = text.begin(); at != text.end();) {
        auto const point = boost::locale::utf::utf_traits<char>::decode(at, text.end());
        if (auto const problem = problem_with(point); !problem.empty()) {
            mistakes.add(place, "", problem);
            return false;
        }
        ++place.column;
        if (point == '\n') {
            ++place.line;
            place.column = 1;
        }
    }
    return true;
}

} // namespace

std::optional<std::string> read_text_file(FileRequest const& request, Mistakes& mistakes) {
    auto const name = request.path.empty() ? "''" : request.path.string();
    try {
        auto text = content_of(request.path);
        constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
        if (text.starts_with(byte_order_mark)) {
            text.erase(0, byte_order_mark.size());
        }
        return is_text(text, name, mistakes) ? std::optional{std::move(text)} : std::nullopt;
    } catch (Unreadable const& problem) {
        if (request.key.empty()) {
            mistakes.add(Place::whole_file(name), "", problem.why);
        } else {
            mistakes.add(request.asked, request.key, fmt::format("{} {}", name, problem.why));
        }
        return std::nullopt;
    }
}

} // namespace talentsim
