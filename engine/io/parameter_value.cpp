#include "engine/io/parameter_value.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace talentsim {

namespace {

/// Why a text is not the value wanted.
struct Misread {
    std::string found;
    std::string hint{}; ///< follows what is accepted
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string lowercase(std::string_view text) {
    std::string lower{text};
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return lower;
}

bool is_one_of(std::string const& word, std::initializer_list<char const*> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// What a text that is no plain number was probably meant to be.
Misread misread_number(std::string_view text, std::string_view unsigned_text) {
    auto const lower = lowercase(unsigned_text);
    if (is_one_of(lower, {".nan", "nan", ".inf", "inf", "infinity"})) {
        return {shown(text) + " is not finite"};
    }
    if (lower.size() > 1 && lower[0] == '0' &&
        std::string_view{"xob"}.find(lower[1]) != std::string_view::npos) {
        return {shown(text) + " is not decimal"};
    }
    auto digits = lower;
    std::erase_if(digits, [](char c) { return c == '_' || c == ',' || c == '.'; });
    if (digits.size() < lower.size() && !digits.empty() &&
        std::all_of(digits.begin(), digits.end(), is_digit)) {
        return {shown(text) + " has its digits grouped", ", in plain digits"};
    }
    return {shown(text) + " is not a number"};
}

double number_in(std::string_view text) {
    auto unsigned_text = text;
    if (text.starts_with('+') || text.starts_with('-')) {
        unsigned_text.remove_prefix(1);
    }
    if (unsigned_text.size() > 1 && unsigned_text[0] == '0' && is_digit(unsigned_text[1])) {
        throw Misread{shown(text) + " may be taken for octal", ", without the leading 0"};
    }
    bool const begins_well =
        !unsigned_text.empty() &&
        (is_digit(unsigned_text[0]) ||
         (unsigned_text[0] == '.' && unsigned_text.size() > 1 && is_digit(unsigned_text[1])));
    double number = 0.0;
    auto const* const end = unsigned_text.data() + unsigned_text.size();
    auto const [stop, error] = std::from_chars(unsigned_text.data(), end, number);
    if (!begins_well || stop != end || error == std::errc::invalid_argument) {
        throw misread_number(text, unsigned_text);
    }
    if (error == std::errc::result_out_of_range) {
        throw Misread{shown(text) + " is beyond the range of numbers"};
    }
    return text.starts_with('-') ? -number : number;
}

void refuse_quotes(ConfigNode const& node) {
    if (node.quoted) {
        throw Misread{shown(node.text) + " is quoted, and so text", ", without quotes"};
    }
}

void expect_scalar(ConfigNode const& node) {
    if (node.kind != ConfigNode::Kind::scalar) {
        throw Misread{described(node)};
    }
}

/// Units that are amounts of money, as against 1/USD.
bool is_money(ParameterInfo const& info) { return info.unit.starts_with("USD"); }

class Reader {
  public:
    Reader(ParameterInfo const& info, ExchangeRates const& rates) : info_{info}, rates_{rates} {}

    [[nodiscard]] ParameterValue value(ConfigNode const& node) const {
        if (info_.type == ParameterType::vector) {
            return vector(node);
        }
        expect_scalar(node);
        switch (info_.type) {
        case ParameterType::number:
        case ParameterType::whole_number:
            return is_word(node) ? ParameterValue{node.text} : bounded(node);
        case ParameterType::flag:
            return flag(node);
        case ParameterType::choice:
            if (!is_word(node)) {
                throw Misread{shown(node.text) + " is unknown"};
            }
            return node.text;
        case ParameterType::month:
            if (auto const month = calendar_month(node.text)) {
                return *month;
            }
            throw Misread{shown(node.text) + " is not a month"};
        default:
            return node.text;
        }
    }

    /// Nothing if the amount is in a currency whose rate is known to be wrong.
    [[nodiscard]] ParameterValue amount(ConfigNode const& node) const {
        expect_scalar(node);
        refuse_quotes(node);
        auto const space = node.text.rfind(' ');
        if (!is_money(info_) || space == std::string::npos) {
            return number_in(node.text);
        }
        auto const currency = node.text.substr(space + 1);
        double const number = number_in(std::string_view{node.text}.substr(0, space));
        if (currency == "USD") {
            return number;
        }
        auto const rate = rates_.find(currency);
        if (rate == rates_.end()) {
            throw Misread{shown(currency) + " has no exchange rate",
                          fmt::format("; known currencies: {}", fmt::join(currencies(), ", "))};
        }
        if (!(rate->second > 0.0)) {
            return {};
        }
        return number / rate->second;
    }

  private:
    [[nodiscard]] std::vector<std::string> currencies() const {
        std::vector<std::string> all{"USD"};
        for (auto const& [currency, rate] : rates_) {
            all.push_back(currency);
        }
        return all;
    }

    [[nodiscard]] bool is_word(ConfigNode const& node) const {
        return std::find(info_.words.begin(), info_.words.end(), node.text) != info_.words.end();
    }

    [[nodiscard]] ParameterValue bounded(ConfigNode const& node) const {
        auto const read = amount(node);
        auto const* const number = std::get_if<double>(&read);
        if (number == nullptr) {
            return {};
        }
        if (info_.type == ParameterType::whole_number && *number != std::floor(*number)) {
            throw Misread{fmt::format("{} is not whole", *number)};
        }
        if (!info_.bounds.contain(*number)) {
            throw Misread{fmt::format("{} is out of bounds", *number)};
        }
        return *number;
    }

    static bool flag(ConfigNode const& node) {
        refuse_quotes(node);
        if (node.text == "true" || node.text == "false") {
            return node.text == "true";
        }
        auto const lower = lowercase(node.text);
        bool const is_yes = is_one_of(lower, {"true", "yes", "on", "y"});
        if (is_yes || is_one_of(lower, {"false", "no", "off", "n"})) {
            throw Misread{shown(node.text) + " is not read as a flag",
                          fmt::format("; write {}", is_yes ? "true" : "false")};
        }
        throw Misread{shown(node.text) + " is not a flag"};
    }

    [[nodiscard]] ParameterValue vector(ConfigNode const& node) const {
        constexpr std::size_t dimensions = 3;
        if (node.kind != ConfigNode::Kind::list) {
            throw Misread{described(node) +
                          (node.kind == ConfigNode::Kind::scalar ? " is not a list" : "")};
        }
        if (node.items.size() != dimensions) {
            throw Misread{fmt::format("a list of {}", node.items.size())};
        }
        std::vector<double> numbers;
        for (auto const& item : node.items) {
            expect_scalar(item);
            numbers.push_back(std::get<double>(bounded(item)));
        }
        return numbers;
    }

    ParameterInfo const& info_;
    ExchangeRates const& rates_;
};

template <class Read>
ReadValue attempt(Read const& read, std::string const& accepted) {
    try {
        return {read(), ""};
    } catch (Misread const& misread) {
        return {{}, fmt::format("{} ({}{})", misread.found, accepted, misread.hint)};
    }
}

} // namespace

ReadValue read_value(ConfigNode const& node, ParameterInfo const& info,
                     ExchangeRates const& rates) {
    return attempt([&] { return Reader{info, rates}.value(node); }, accepted_by(info));
}

ReadValue read_amount(ConfigNode const& node, ParameterInfo const& info,
                      ExchangeRates const& rates) {
    return attempt([&] { return Reader{info, rates}.amount(node); }, "a number");
}

ExchangeRates exchange_rates_in(ConfigNode const& scenario) {
    ExchangeRates rates;
    if (auto const* const given = scenario.find("simulation.exchange_rates")) {
        for (auto const& entry : given->entries) {
            auto const read = read_amount(entry, {}, {});
            auto const* const rate = std::get_if<double>(&read.value);
            rates[entry.key] = rate == nullptr ? 0.0 : *rate;
        }
    }
    return rates;
}

} // namespace talentsim
