#include "tests/second_engine/plain_month.hpp"

namespace talentsim::plain {

Events live_through(Now const& now, PlainWorld& world) {
    Events events;

    // Firms look at last month's end.
    take_up_terms(now, world);
    turn_market(now, world);
    look_at_rivals(now, world);
    deliver_compute(now, world);
    make_plans(now, world);
    grant_to_all_staff(now, world);
    plan_drives(now, world);

    // People leave jobs, and the world of work; others enter it.
    end_jobs(now, world, events);
    close_start_ups(now, world);
    look_at_faculties(now, world);
    enter_graduates(now, world, events);

    // Those who search meet firms, hear offers, and go to the best that has a seat for them.
    Meetings meetings = search(now, world, events);
    approach_by_drives(now, world, meetings, events);
    recruit(now, world, meetings, events);
    refer(now, world, meetings, events);
    approach(now, world, meetings, events);
    std::vector<Contest> const contests = bargain(now, world, meetings);
    Matching const matching = match(now, contests);
    settle(now, contests, matching, world, events);
    let_visas_pass(now, world, events);
    acquire(now, world, events);
    close_drives(world);
    count_the_taken(world, events);

    // The books are closed.
    take_census(world);
    make_ties(now, world, events);
    spread_rumours(now, world, events);
    grant_compute(now, world);
    make_breakthroughs(now, world);
    lose_stars(now, world);
    return events;
}

} // namespace talentsim::plain
