#include "tests/second_engine/plain_month.hpp"

namespace talentsim::plain {

Events live_through(Now const& now, PlainWorld& world) {
    Events events;

    // Firms look at last month's end.
    take_up_terms(now, world);
    make_plans(now, world);

    // People leave jobs, and the world of work; others enter it.
    end_jobs(now, world, events);
    enter_graduates(now, world, events);

    // Those who search meet firms, hear offers, and go to the best that has a seat for them.
    Meetings const meetings = search(now, world, events);
    std::vector<Contest> const contests = bargain(now, world, meetings);
    Matching const matching = match(now, contests);
    settle(now, contests, matching, events);
    let_visas_pass(now, world, events);

    // The books are closed.
    take_census(world);
    grant_compute(now, world);
    return events;
}

} // namespace talentsim::plain
