#include "engine/core/random.hpp"

#include <Random123/philox.h>
#include <algorithm>
#include <cmath>
#include <numbers>

#include "engine/core/math.hpp"

namespace talentsim {

RandomKey::RandomKey(World const& world) noexcept {
    auto const mixed = r123::Philox4x32_R<10>{}(
        {{world.replicate, 0, 0, 0}},
        {{static_cast<std::uint32_t>(world.seed), static_cast<std::uint32_t>(world.seed >> 32U)}});
    key_ = {mixed[0], mixed[1]};
}

std::uint64_t lucky_words(double probability) noexcept {
    return static_cast<std::uint64_t>(std::ceil(std::clamp(probability, 0.0, 1.0) * 0x1p32));
}

double standard_normal(std::uint32_t first, std::uint32_t second) noexcept {
    return std::sqrt(-2.0 * log(uniform(first))) * cos(2.0 * std::numbers::pi * uniform(second));
}

double standard_gumbel(std::uint32_t word) noexcept { return -log(-log(uniform(word))); }

std::int64_t rounded_by_chance(double x, std::uint32_t word) noexcept {
    double const whole = std::floor(x);
    return static_cast<std::int64_t>(whole) + (happens(x - whole, word) ? 1 : 0);
}

} // namespace talentsim
