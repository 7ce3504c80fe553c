#include "engine/core/random.hpp"

#include <Random123/philox.h>
#include <cmath>

#include "engine/core/math.hpp"

namespace talentsim {

namespace {

using Philox = r123::Philox4x32_R<10>;

constexpr std::uint32_t high(std::uint64_t word) { return static_cast<std::uint32_t>(word >> 32U); }

constexpr std::uint32_t low(std::uint64_t word) { return static_cast<std::uint32_t>(word); }

} // namespace

RandomKey::RandomKey(World const& world) noexcept {
    auto const mixed =
        Philox{}({{world.replicate, 0, 0, 0}}, {{low(world.seed), high(world.seed)}});
    key_ = {mixed[0], mixed[1]};
}

RandomKey::Words RandomKey::words(Address const& address, std::uint32_t block) const noexcept {
    auto const found =
        Philox{}({{low(address.who), high(address.who), address.whom,
                   static_cast<std::uint32_t>(address.why) << 24U | address.month << 12U | block}},
                 {{key_[0], key_[1]}});
    return {found[0], found[1], found[2], found[3]};
}

double standard_normal(std::uint32_t first, std::uint32_t second) noexcept {
    return std::sqrt(-2.0 * log(uniform(first))) * cos_pi(2.0 * uniform(second));
}

double standard_gumbel(std::uint32_t word) noexcept { return -log(-log(uniform(word))); }

std::int64_t rounded_by_chance(double x, std::uint32_t word) noexcept {
    double const whole = std::floor(x);
    return static_cast<std::int64_t>(whole) + (happens(x - whole, word) ? 1 : 0);
}

} // namespace talentsim
