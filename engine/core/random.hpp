#pragma once

#include <Random123/philox.h>
#include <array>
#include <cstdint>

namespace talentsim {

/// Why a random number is drawn. One value per decision in the model; never reuse or renumber one,
/// or the numbers of every recorded run move.
enum class Draw : std::uint8_t {
    // founding, and at birth
    talent = 1,         ///< talent of a person
    origin = 2,         ///< country of origin of a founding resident
    first_employer = 3, ///< order in which founding residents fill the firms of their country
    utility_weight = 4, ///< personal multiplier of one weight of U; whom = which weight
    mission = 5,        ///< position of a person in mission space
    age = 6,            ///< age of a founding resident
    rounding = 7,       ///< rounding of a scaled quantity; who = hash of what is rounded
    fringe_premium = 8, ///< pay premium of an unnamed firm
    // every month
    month = 16,            ///< retires (0), loses the job (1), searches (2), and where (3)
    study_abroad = 17,     ///< where a graduate has studied
    search = 18,           ///< where the second, third, ... firm of a search is met; whom = which
    firm_met = 19,         ///< which firm; whom = number of the contact
    counteroffer = 20,     ///< whether the incumbent counters
    transitory_taste = 21, ///< taste of the month for an employer
    seat_priority = 22,    ///< who goes first when V - price ties
    open_seats = 23,       ///< rounding of a firm's open seats
    bridge = 24,           ///< which firm makes a graduate its bridge offer
    grant_remainder = 25,  ///< who goes first when grant remainders tie
    regime = 80,           ///< whether boom turns into bust (word 0), or bust into boom (1)
    // for life, of a pair
    persistent_taste = 32, ///< taste of a person for a firm
    // offers in rounds
    escalation = 40, ///< whose offer stands at a tie (0); whether the chief executive steps in (1)
    agent = 41,      ///< for life: whether a person has an agent
    // compute and production
    breakthroughs = 56, ///< how many a firm makes in the month
    // ties, recruiters and referrals
    roster_place = 64,       ///< where a person stands on the rosters of employers, for life
    founding_tie = 65,       ///< a colleague known at founding; whom = which
    tie = 66,                ///< a colleague met at hire; whom = which
    recruiter_capacity = 67, ///< rounding of the contacts that a firm's recruiters make
    recruiter_place = 68,    ///< where a recruiter looks; whom = which contact
    visibility = 69,         ///< whether a firm sees a person this month
    recruiting_rank = 70,    ///< who is looked at first where talents tie
    referral = 71,           ///< whether a recent hire brings a former colleague; whom = which
    // visas
    advanced_degree = 48, ///< whether a person counts as having an advanced degree; for life
    visa_draw = 49,       ///< place of a registration in a draw; whom = programme
    visa_queue = 50,      ///< who goes first among those who registered in one month
    visa_places = 51,     ///< rounding of a programme's places; who = programme
    // contracts
    founding_grant = 88, ///< months since a founding resident's grant of equity
    // drives
    drive_size = 104, ///< rounding of the seats (word 0) and the list (1) of a drive; for life
    // rumours
    rumour = 120, ///< whether new terms are told (0), and what is heard (1, 2); whom = which
    leak = 121,   ///< whether what a firm agrees upon this month leaks
    // acquisitions
    acquisition = 112,      ///< size of the core team (0), whether it accepts (1); who = which
    acquisition_rank = 113, ///< who belongs to the core team where talents tie; whom = which
};

/// Which of many equal worlds a number belongs to.
struct World {
    std::uint64_t seed = 0;
    std::uint32_t replicate = 0;
};

/// Where a random number lives within a world. Adding, removing or reordering agents moves no other
/// agent's numbers, so two policies differ only by what the policies do.
struct Address {
    std::uint64_t who = 0;   ///< identity of the agent who decides: given at birth, never its row
    std::uint32_t whom = 0;  ///< key of the other party; 0 if there is none
    std::uint32_t month = 0; ///< months since the first simulated one; < 4096; 0 if for life
    Draw why{};
};

/// The key that selects a world's numbers out of all worlds'.
class RandomKey {
  public:
    explicit RandomKey(World const& world) noexcept;

    using Words = std::array<std::uint32_t, 4>;

    /// Four independent uniform words at an address: block `block` (< 4096) of its endless
    /// sequence. Source: Philox4x32-10 of Salmon, Moraes, Dror & Shaw (2011), "Parallel random
    /// numbers: as easy as 1, 2, 3", SC11.
    [[nodiscard]] Words words(Address const& address, std::uint32_t block = 0) const noexcept {
        constexpr auto low = [](std::uint64_t word) { return static_cast<std::uint32_t>(word); };
        auto const found =
            r123::Philox4x32_R<10>{}({{low(address.who), low(address.who >> 32U), address.whom,
                                       last_counter_word(address, block)}},
                                     {{key_[0], key_[1]}});
        return {found[0], found[1], found[2], found[3]};
    }

    /// The fourth word of the counter of Philox: why, month and block.
    [[nodiscard]] static constexpr std::uint32_t last_counter_word(Address const& address,
                                                                   std::uint32_t block) noexcept {
        return static_cast<std::uint32_t>(address.why) << 24U | address.month << 12U | block;
    }

    /// The key of Philox.
    [[nodiscard]] std::array<std::uint32_t, 2> value() const noexcept { return key_; }

  private:
    std::array<std::uint32_t, 2> key_{};
};

/// A word as a number in the open interval (0, 1).
[[nodiscard]] constexpr double uniform(std::uint32_t word) noexcept {
    return (static_cast<double>(word) + 0.5) * 0x1p-32;
}

/// Two words as a number in the open interval (0, 1), fine enough for the far tail of a
/// distribution.
[[nodiscard]] constexpr double uniform(std::uint32_t high, std::uint32_t low) noexcept {
    std::uint64_t const bits = (static_cast<std::uint64_t>(high) << 32U | low) >> 12U;
    return (static_cast<double>(bits) + 0.5) * 0x1p-52;
}

/// True with the given probability; never at 0, always at 1.
[[nodiscard]] constexpr bool happens(double probability, std::uint32_t word) noexcept {
    return static_cast<double>(word) < probability * 0x1p32;
}

/// How many of the 2^32 words make an event of this probability happen: happens(p, word) is
/// word < lucky_words(p), which for many words is the cheaper question.
[[nodiscard]] std::uint64_t lucky_words(double probability) noexcept;

/// One of the places 0 ... n-1, each as likely to n 2^-32; n < 2^32.
[[nodiscard]] constexpr std::size_t one_of(std::size_t n, std::uint32_t word) noexcept {
    return n * word >> 32U;
}

/// A standard normal number. Source: Box & Muller (1958). Boost's ziggurat would call the C
/// library's exp and log in the tails, whose last bits depend on the processor.
[[nodiscard]] double standard_normal(std::uint32_t first, std::uint32_t second) noexcept;

/// A standard Gumbel number, F(x) = exp(-exp(-x)).
[[nodiscard]] double standard_gumbel(std::uint32_t word) noexcept;

/// x rounded to a whole number, up with probability equal to its fraction; x >= 0.
[[nodiscard]] std::int64_t rounded_by_chance(double x, std::uint32_t word) noexcept;

} // namespace talentsim
