#include "engine/validation/job_ladder.hpp"

#include <array>
#include <cmath>
#include <initializer_list>

#include <doctest/doctest.h>

using namespace talentsim;

namespace {

constexpr std::size_t many = 2000;

doctest::Approx close_to(double x, double relative = 1e-12) {
    return doctest::Approx(x).epsilon(relative).scale(0);
}

SearchParameters search(double separation, double contact) {
    return {.separation_rate = separation,
            .contact_rate_unemployed = 0.3,
            .contact_rate_employed = contact};
}

} // namespace

TEST_CASE("published numbers: contacts .1 and separations .02 give a job-to-job rate of .022744") {
    JobLadder const ladder{search(0.02, 0.1), many};
    CHECK(ladder.moves_in_the_continuum() == close_to(0.022744, 2e-5));
    CHECK(ladder.moves() == close_to(ladder.moves_in_the_continuum(), 3.0 / many));
    CHECK(1.0 - 2.0 * ladder.moves_in_the_continuum() / (0.98 * 0.1) == close_to(0.53584, 2e-5));
    CHECK(ladder.unemployment() == close_to(0.02 / 0.32));
}

TEST_CASE("by hand: with two firms, those on the lower rung move when they meet the other") {
    // k = 1: G_1 = .5/(1 + .5) = 1/3, and half of contacts are with the other firm.
    JobLadder const ladder{search(0.5, 1.0), 2};
    CHECK(ladder.contacts_per_job() == close_to(1.0));
    CHECK(ladder.employed_up_to(1) == close_to(1.0 / 3.0));
    CHECK(ladder.employed_up_to(2) == close_to(1.0));
    CHECK(ladder.moves() == close_to(1.0 / 3.0 * 0.5 * 0.5));
    // (1 + k Fbar_2)(1 + k Fbar_1)/((1 + k Fbar_0)(1 + k Fbar_1)) = 1/2.
    CHECK(ladder.outside_up_to(0, 2) == close_to(0.5));
}

TEST_CASE(
    "the outside offers of a rung add up, and moves balance inflow and outflow of every rung") {
    for (double const contact : {0.05, 0.3}) {
        CAPTURE(contact);
        double const delta = 0.02;
        std::size_t const m = 30;
        JobLadder const ladder{search(delta, contact), m};
        double const met = (1.0 - delta) * contact;
        for (std::size_t r = 1; r <= m; ++r) {
            double sum = 0.0;
            for (std::size_t q = 0; q != r; ++q) {
                CHECK(ladder.employed_at(r, q) > 0.0);
                sum += ladder.employed_at(r, q);
            }
            double const staff = ladder.employed_up_to(r) - ladder.employed_up_to(r - 1);
            CHECK(sum == close_to(staff));
            // Jobs that end are as many as begin from unemployment: delta of the employed.
            double const inflow = (delta + met * ladder.employed_up_to(r - 1)) / m;
            double const outflow = staff * (delta + met * static_cast<double>(m - r) / m);
            CHECK(inflow == close_to(outflow, 1e-10));
        }
    }
}

TEST_CASE("somebody's best outside offer stays in balance, too") {
    double const delta = 0.03;
    double const contact = 0.2;
    std::size_t const m = 12;
    JobLadder const ladder{search(delta, contact), m};
    double const met = (1.0 - delta) * contact / m; // per firm
    for (std::size_t r = 2; r <= m; ++r) {
        for (std::size_t q = 1; q != r; ++q) {
            // In: hired from rung q by r; on r with a lower outside offer, hearing from q.
            double in = met * (ladder.employed_up_to(q) - ladder.employed_up_to(q - 1));
            for (std::size_t lower = 0; lower != q; ++lower) {
                in += met * ladder.employed_at(r, lower);
            }
            // Out: separated; hearing from anyone above q but the employer.
            double const out =
                ladder.employed_at(r, q) * (delta + met * static_cast<double>(m - q - 1));
            CHECK(in == close_to(out, 1e-9));
        }
    }
}

TEST_CASE("raises are as many as moves") {
    for (std::size_t const m : {2U, 7U, 50U}) {
        JobLadder const ladder{search(0.02, 0.1), m};
        CHECK(ladder.raises() == close_to(ladder.moves(), 1e-10));
    }
}

TEST_CASE("a job that always ends has no ladder") {
    JobLadder const ladder{search(1.0, 0.3), 5};
    CHECK(ladder.moves() == 0.0);
    CHECK(ladder.employed_up_to(2) == close_to(0.4));
}

TEST_CASE("where every offer is answered, and where none is, some counter as all or nobody do") {
    JobLadder const ladder{search(0.02, 0.1), 9};
    CHECK(ladder.rates_where_some_counter(1.0).moves == close_to(ladder.moves(), 1e-10));
    CHECK(ladder.rates_where_some_counter(1.0).raises == close_to(ladder.raises(), 1e-10));
    CHECK(ladder.rates_where_some_counter(0.0).moves == close_to(0.98 * 0.1 * 8.0 / 9.0, 1e-10));
    CHECK(ladder.rates_where_some_counter(0.0).raises == 0.0);
}

TEST_CASE("rates where some counter are those of people followed from rung to rung") {
    // One month after another, offer by offer, until nothing changes any more.
    constexpr std::size_t m = 4;
    double const delta = 0.05;
    double const met = (1.0 - delta) * 0.4 / m; // per firm
    double const answered = 0.3;
    using Shares = std::array<std::array<double, m>, m + 1>; // on rung r, paid by q < r
    Shares here{};
    here[1][0] = 1.0;
    double moves = 0.0;
    double raises = 0.0;
    for (int month = 0; month != 2000; ++month) {
        Shares next{};
        moves = raises = 0.0;
        for (std::size_t r = 1; r <= m; ++r) {
            for (std::size_t q = 0; q != r; ++q) {
                double stay = here[r][q];
                for (std::size_t hired = 1; hired <= m; ++hired) { // as many as separate
                    next[hired][0] += delta * here[r][q] / m;
                }
                stay -= delta * here[r][q];
                for (std::size_t p = q + 1; p <= m; ++p) {
                    double const hears = met * here[r][q];
                    if (p == r) {
                        continue; // the employer itself
                    }
                    stay -= hears;
                    next[p][q] += (1.0 - answered) * hears;
                    moves += (1.0 - answered) * hears;
                    if (p > r) {
                        next[p][r] += answered * hears;
                        moves += answered * hears;
                    } else {
                        next[r][p] += answered * hears;
                        raises += answered * hears;
                    }
                }
                next[r][q] += stay;
            }
        }
        here = next;
    }
    auto const rates = JobLadder{search(delta, 0.4), m}.rates_where_some_counter(answered);
    CHECK(rates.moves == close_to(moves, 1e-10));
    CHECK(rates.raises == close_to(raises, 1e-10));
}
