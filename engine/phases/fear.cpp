#include "engine/phases/fear.hpp"

#include "engine/mechanisms/fear.hpp"

namespace talentsim {

void look_at_rivals(Market& market, Parameters const& parameters) {
    if (!parameters.mechanisms.fear) {
        return;
    }
    FirmTable& firms = market.firms;
    std::int64_t hires = 0;
    std::int64_t stars = 0;
    for (std::size_t f = 0; f != firms.size(); ++f) {
        FirmRow const row{f};
        hires += firms.star_hires[row];
        stars += firms.staff_by_tier[row][static_cast<std::size_t>(Tier::s)];
    }
    OfferParameters const& offers = parameters.offers;
    for (std::size_t f = 0; f != firms.size(); ++f) {
        FirmRow const row{f};
        firms.fear[row] =
            fear_after_month(firms.fear[row], offers.fear_persistence, offers.fear_response, hires,
                             firms.star_hires[row], stars);
    }
}

double urgency_of(FirmTable const& firms, FirmRow row, Parameters const& parameters) {
    return parameters.mechanisms.fear ? 1.0 + (parameters.offers.fear + firms.fear[row]) : 1.0;
}

} // namespace talentsim
