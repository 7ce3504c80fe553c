#include "engine/mechanisms/wage_posting.hpp"

namespace talentsim {

double contacts_per_job(double separation, double contact) noexcept {
    return (1.0 - separation) * contact / separation;
}

double equal_profit_share(std::size_t rung, std::size_t firms, double k, double outside) noexcept {
    auto const r = static_cast<double>(rung);
    auto const n = static_cast<double>(firms);
    double const climb = (1.0 + k * (1.0 - r / n)) * (1.0 + k * (1.0 - (r - 1.0) / n));
    return 1.0 - (1.0 - outside) * climb / ((1.0 + k) * (1.0 + k));
}

} // namespace talentsim
