#include "engine/mechanisms/visa_draw.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <tuple>

#include "engine/core/math.hpp"

namespace talentsim {

namespace {

using Places = std::vector<std::size_t>; // in the list of registrations

/// Put those with the largest keys in front.
/// @returns the end of those drawn
Places::iterator draw(std::span<Registration const> registrations, Places::iterator begin,
                      Places::iterator end, std::int64_t places) {
    if (places >= end - begin) {
        return end;
    }
    auto const drawn_end = begin + std::max<std::int64_t>(places, 0);
    std::nth_element(begin, drawn_end, end, [&](std::size_t a, std::size_t b) {
        Registration const& one = registrations[a];
        Registration const& other = registrations[b];
        return std::tuple{-one.key, one.identity} < std::tuple{-other.key, other.identity};
    });
    return drawn_end;
}

} // namespace

double draw_key(double u, double weight) noexcept { return log(u) / weight; }

std::vector<DrawnIn> draw_in_two_stages(std::span<Registration const> registrations,
                                        DrawPlaces places) {
    std::vector<DrawnIn> drawn(registrations.size(), DrawnIn::neither);
    Places all(registrations.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    auto const rest = draw(registrations, all.begin(), all.end(), places.regular);
    std::for_each(all.begin(), rest, [&](std::size_t i) { drawn[i] = DrawnIn::regular; });

    auto const advanced_end = std::partition(
        rest, all.end(), [&](std::size_t i) { return registrations[i].is_advanced; });
    auto const second_end = draw(registrations, rest, advanced_end, places.advanced);
    std::for_each(rest, second_end, [&](std::size_t i) { drawn[i] = DrawnIn::advanced; });
    return drawn;
}

} // namespace talentsim
