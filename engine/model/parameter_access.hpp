#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "engine/core/error.hpp"
#include "engine/model/parameter_table.hpp"

namespace talentsim {

// Turns a place in Parameters into the get and set of a table row. One pair of overloads per type a
// parameter can have; everything else about a parameter is data.

/// The words for the values of a choice, in the order of its enumerators.
template <class Enum>
inline constexpr std::array<std::string_view, 0> words_of{};
template <>
inline constexpr std::array<std::string_view, 4> words_of<TalentDistribution>{
    "pareto", "lognormal", "uniform", "constant"};
template <>
inline constexpr std::array<std::string_view, 2> words_of<ContactDraw>{"uniform", "vacancies"};
template <>
inline constexpr std::array<std::string_view, 3> words_of<OfferProtocol>{
    "posted", "sequential_auction", "rounds"};
template <>
inline constexpr std::array<std::string_view, 2> words_of<OpeningBid>{"share", "reservation"};
template <>
inline constexpr std::array<std::string_view, 2> words_of<UtilityForm>{"logarithmic", "linear"};
template <>
inline constexpr std::array<std::string_view, 3> words_of<OutsideOption>{"pay", "home_production",
                                                                         "none"};
template <>
inline constexpr std::array<std::string_view, 4> words_of<TasteDistribution>{
    "none", "normal", "uniform", "exponential"};
template <>
inline constexpr std::array<std::string_view, 3> words_of<ProductivityDistribution>{
    "constant", "uniform", "pareto"};
template <>
inline constexpr std::array<std::string_view, 2> words_of<PayPosting>{"share_of_cap",
                                                                      "equal_profit"};
template <>
inline constexpr std::array<std::string_view, 2> words_of<TasteChannel>{"taste", "productivity"};
template <>
inline constexpr std::array<std::string_view, 2> words_of<Limit>{"limited", "unlimited"};
template <>
inline constexpr std::array<std::string_view, 2> words_of<Regime>{"boom", "bust"};
template <>
inline constexpr std::array<std::string_view, 7> words_of<FirmKind>{
    "big_tech", "lab", "start_up", "national_champion", "university", "public_lab", "fringe"};
template <>
inline constexpr std::array<std::string_view, 4> words_of<LowestTier>{"S", "A", "B", "C"};
template <>
inline constexpr std::array<std::string_view, 2> words_of<BuyOut>{"in_pay", "on_signing"};

template <>
inline constexpr std::array<std::string_view, 6> words_of<VisaType>{
    "open", "threshold", "points", "quota", "lottery", "weighted"};

namespace access {

inline ParameterValue value_of(double number) { return number; }

inline ParameterValue value_of(bool flag) { return flag; }

inline ParameterValue value_of(std::string const& text) { return text; }

inline ParameterValue value_of(CalendarMonth month) { return month; }

inline ParameterValue value_of(std::optional<double> const& number) {
    return number ? ParameterValue{*number} : ParameterValue{};
}

inline ParameterValue value_of(std::int64_t number) {
    return number == SearchParameters::all ? ParameterValue{std::string{"all"}}
                                           : ParameterValue{static_cast<double>(number)};
}

inline ParameterValue value_of(std::array<double, 3> const& vector) {
    return std::vector<double>(vector.begin(), vector.end());
}

template <class Enum>

requires(words_of<Enum>.size() > 0) ParameterValue value_of(Enum choice) {
    return std::string{words_of<Enum>.at(static_cast<std::size_t>(choice))};
}

inline void put(double& place, ParameterValue const& value) { place = std::get<double>(value); }

inline void put(bool& place, ParameterValue const& value) { place = std::get<bool>(value); }

inline void put(std::string& place, ParameterValue const& value) {
    place = std::get<std::string>(value);
}

inline void put(CalendarMonth& place, ParameterValue const& value) {
    place = std::get<CalendarMonth>(value);
}

inline void put(std::optional<double>& place, ParameterValue const& value) {
    place = std::holds_alternative<double>(value) ? std::optional{std::get<double>(value)}
                                                  : std::nullopt;
}

inline void put(std::int64_t& place, ParameterValue const& value) {
    place = std::holds_alternative<std::string>(value)
                ? SearchParameters::all
                : static_cast<std::int64_t>(std::get<double>(value));
}

inline void put(std::array<double, 3>& place, ParameterValue const& value) {
    auto const& numbers = std::get<std::vector<double>>(value);
    expects(numbers.size() == place.size(), "a vector has three elements");
    std::copy(numbers.begin(), numbers.end(), place.begin());
}

template <class Enum>

requires(words_of<Enum>.size() > 0) void put(Enum& place, ParameterValue const& value) {
    auto const& word = std::get<std::string>(value);
    for (std::size_t i = 0; i != words_of<Enum>.size(); ++i) {
        if (words_of<Enum>[i] == word) {
            place = static_cast<Enum>(i);
            return;
        }
    }
    throw ContractViolation{"a choice is set to one of its words"};
}

/// The type of parameter that a place of this type is.
template <class Place>
constexpr ParameterType type_of() {
    if constexpr (std::is_same_v<Place, double> || std::is_same_v<Place, std::optional<double>>) {
        return ParameterType::number;
    } else if constexpr (std::is_same_v<Place, std::int64_t>) {
        return ParameterType::whole_number;
    } else if constexpr (std::is_same_v<Place, bool>) {
        return ParameterType::flag;
    } else if constexpr (std::is_same_v<Place, std::string>) {
        return ParameterType::text;
    } else if constexpr (std::is_same_v<Place, CalendarMonth>) {
        return ParameterType::month;
    } else if constexpr (std::is_enum_v<Place>) {
        return ParameterType::choice;
    } else {
        return ParameterType::vector;
    }
}

/// The entry of a map at a key: made if the map may be written, found if not.
template <class Value>
Value& entry(std::map<std::string, Value>& map, std::string const& key) {
    return map[key];
}

template <class Value>
Value const& entry(std::map<std::string, Value> const& map, std::string const& key) {
    return map.at(key);
}

} // namespace access

/// A row of the parameter table.
///
/// @param info   what there is to say; type, default and the words of a choice are filled in here
/// @param place  place(parameters, keys) returns a reference to the value
template <class Place>
Parameter row(ParameterInfo info, Place place) {
    using Value =
        std::remove_cvref_t<decltype(place(std::declval<Parameters&>(), ParameterKeys{}))>;
    info.type = access::type_of<Value>();
    if constexpr (std::is_enum_v<Value>) {
        info.words.assign(words_of<Value>.begin(), words_of<Value>.end());
    }
    Parameters fresh;
    std::array<std::string, 2> const any{"*", "*"};
    info.default_value = access::value_of(std::as_const(place(fresh, any)));
    return {
        .info = std::move(info),
        .get = [place](Parameters const& parameters,
                       ParameterKeys keys) { return access::value_of(place(parameters, keys)); },
        .set =
            [place](Parameters& parameters, ParameterKeys keys, ParameterValue const& value) {
                access::put(place(parameters, keys), value);
            }};
}

} // namespace talentsim
