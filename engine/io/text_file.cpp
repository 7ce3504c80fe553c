#include "engine/io/text_file.hpp"

#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

#include <boost/locale/utf.hpp>

namespace talentsim {

namespace {

constexpr std::uintmax_t most_bytes = 64U << 20U;

/// A reason why there is no text, in words that follow the name of the file.
struct Unreadable {
    std::string why;
};

constexpr auto const* too_large = "holds more than 64 MiB (at most that)";

/// Closes a descriptor at the end.
class Descriptor {
  public:
    explicit Descriptor(int number) : number_{number} {}

    Descriptor(Descriptor const&) = delete;
    Descriptor& operator=(Descriptor const&) = delete;
    Descriptor(Descriptor&&) = delete;
    Descriptor& operator=(Descriptor&&) = delete;

    ~Descriptor() {
        if (number_ >= 0) {
            close(number_);
        }
    }

    [[nodiscard]] int number() const noexcept { return number_; }

  private:
    int number_;
};

Unreadable cannot_be_opened(std::filesystem::path const& path, int error) {
    std::error_code ignored;
    if (std::filesystem::is_symlink(path, ignored) && (error == ENOENT || error == ELOOP)) {
        return {"is a symbolic link that leads to no file (a file in YAML)"};
    }
    if (error == ENOENT || error == ENOTDIR) {
        return {"does not exist (a file in YAML)"};
    }
    if (error == ENXIO) { // as a socket answers
        return {"is no ordinary file (a file in YAML)"};
    }
    return {
        fmt::format("cannot be read: {} (a file in YAML)", std::generic_category().message(error))};
}

std::string content_of(std::filesystem::path const& path) {
    if (path.empty()) {
        throw Unreadable{"names no file (a file in YAML)"};
    }
    // A pipe without a writer must not keep us waiting.
    Descriptor const file{open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)};
    if (file.number() < 0) {
        throw cannot_be_opened(path, errno);
    }

    struct stat status {};

    if (fstat(file.number(), &status) != 0) {
        throw cannot_be_opened(path, errno);
    }
    if (S_ISDIR(status.st_mode)) {
        throw Unreadable{"is a folder (a file in YAML)"};
    }
    if (!S_ISREG(status.st_mode)) {
        throw Unreadable{"is no ordinary file (a file in YAML)"};
    }
    if (static_cast<std::uintmax_t>(status.st_size) > most_bytes) {
        throw Unreadable{too_large};
    }
    std::string text;
    std::string block(1U << 16U, '\0');
    ssize_t bytes = 0;
    while ((bytes = read(file.number(), block.data(), block.size())) > 0) {
        text.append(block, 0, static_cast<std::size_t>(bytes));
        if (text.size() > most_bytes) { // files of /proc do not tell their size
            throw Unreadable{too_large};
        }
    }
    if (bytes < 0) {
        throw Unreadable{fmt::format("cannot be read to its end: {} (a file in YAML)",
                                     std::generic_category().message(errno))};
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
    auto const name = request.path.empty() ? "''" : printable(request.path.string());
    try {
        auto text = content_of(request.path);
        constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
        if (text.starts_with(byte_order_mark)) {
            text.erase(0, byte_order_mark.size());
        }
        return is_text(text, request.path.string(), mistakes) ? std::optional{std::move(text)}
                                                              : std::nullopt;
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
