#include "engine/validation/job_ladder.hpp"

#include <vector>

#include "engine/core/math.hpp"
#include "engine/mechanisms/wage_posting.hpp"

namespace talentsim {

JobLadder::JobLadder(SearchParameters const& search, std::size_t rungs)
    : rungs_{rungs},
      separation_{search.separation_rate},
      contact_unemployed_{search.contact_rate_unemployed},
      contact_{(1.0 - search.separation_rate) * search.contact_rate_employed},
      k_{talentsim::contacts_per_job(search.separation_rate, search.contact_rate_employed)} {}

double JobLadder::above(std::size_t rung) const noexcept {
    return 1.0 + k_ * (1.0 - static_cast<double>(rung) / static_cast<double>(rungs_));
}

double JobLadder::unemployment() const noexcept {
    return separation_ / (separation_ + contact_unemployed_);
}

double JobLadder::employed_up_to(std::size_t rung) const noexcept {
    return static_cast<double>(rung) / static_cast<double>(rungs_) / above(rung);
}

double JobLadder::moves() const noexcept {
    double sum = 0.0;
    for (std::size_t r = 1; r <= rungs_; ++r) {
        double const better = 1.0 - static_cast<double>(r) / static_cast<double>(rungs_);
        sum += (employed_up_to(r) - employed_up_to(r - 1)) * contact_ * better;
    }
    return sum;
}

double JobLadder::moves_in_the_continuum() const noexcept {
    return separation_ * ((1.0 + k_) * log(1.0 + k_) / k_ - 1.0);
}

double JobLadder::outside_up_to(std::size_t outside_rung, std::size_t rung) const noexcept {
    if (outside_rung + 1 >= rung) {
        return 1.0;
    }
    return above(rung) * above(rung - 1) / (above(outside_rung) * above(outside_rung + 1));
}

double JobLadder::employed_at(std::size_t rung, std::size_t outside_rung) const noexcept {
    double const share = employed_up_to(rung) - employed_up_to(rung - 1);
    double const lower = outside_rung == 0 ? 0.0 : outside_up_to(outside_rung - 1, rung);
    return share * (outside_up_to(outside_rung, rung) - lower);
}

double JobLadder::raises() const noexcept {
    double sum = 0.0;
    for (std::size_t r = 1; r <= rungs_; ++r) {
        for (std::size_t q = 0; q != r; ++q) { // rungs between, from which an offer raises pay
            sum += employed_at(r, q) * contact_ * static_cast<double>(r - q - 1) /
                   static_cast<double>(rungs_);
        }
    }
    return sum;
}

JobLadder::Rates JobLadder::rates_where_some_counter(double probability) const {
    auto const m = static_cast<double>(rungs_);
    double const answered = contact_ * probability / m;
    double const unanswered = contact_ * (1.0 - probability) / m;
    std::vector<double> paid_less(rungs_ + 1, 0.0); // of each rung, by rungs below q
    Rates rates;
    for (std::size_t q = 0; q != rungs_; ++q) {
        auto const others = static_cast<double>(rungs_ - q - 1);
        std::vector<double> coming(rungs_ + 1, 0.0);
        double all_coming = 0.0;
        for (std::size_t r = q + 1; r <= rungs_; ++r) {
            coming[r] = q == 0 ? separation_ / m // hired from joblessness
                               : answered * (paid_less[r] + paid_less[q]);
            all_coming += coming[r];
        }
        double const all = all_coming / (separation_ + answered * others);
        for (std::size_t r = q + 1; r <= rungs_; ++r) {
            double const here = (coming[r] + unanswered * all) /
                                (separation_ + (answered + unanswered) * others + unanswered);
            rates.moves +=
                here * (answered * static_cast<double>(rungs_ - r) + unanswered * others);
            rates.raises += here * answered * static_cast<double>(r - q - 1);
            paid_less[r] += here;
        }
    }
    return rates;
}

} // namespace talentsim
