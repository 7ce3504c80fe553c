"""What --set and policies may ask for that is wrong."""

from case import Case, changes, line, policy, run, scenario

SECTIONS = {
    "`--set`": [
        run("no value", "--set search.home_share",
                 "--set search.home_share: no value (PATH=VALUE)"),
        run("nothing", ["--set", ""],
                 "--set '': no value (PATH=VALUE)"),
        run("an empty value", "--set search.home_share=",
                 "--set search.home_share: no value (a number in [0, 1])"),
        run("no path", "--set =5",
                 "--set: '=5' names nothing (PATH=VALUE)"),
        run("an unknown path", "--set search.hmoe_share=0.5",
                 "--set search.hmoe_share: unknown parameter (nearest: search.home_share)"),
        run("only the last key", "--set tax_rate=0.3",
                 "--set tax_rate: unknown parameter (nearest: countries.*.tax_rate)"),
        run("a path below a parameter", "--set search.home_share.x=0.5",
                 "--set search.home_share.x: unknown parameter (nearest: search.home_share)"),
        run("a path of dots", "--set ...=1",
                 "--set ...: unknown parameter (nearest: visas.*.cap)"),
        run("a star", "--set countries.*.tax_rate=0.3",
                 "--set countries.*.tax_rate: names no country or firm (its key in place of *)"),
        run("an unknown country", "--set countries.JPN.tax_rate=0.3",
                 "--set countries.JPN.tax_rate: the scenario has no countries.JPN (nearest: countries.CHN)"),
        run("an unknown firm", "--set firms.navr.staff=5",
                 "--set firms.navr.staff: the scenario has no firms.navr (nearest: firms.naver)"),
        run("an unknown origin", "--set countries.USA.origins.IND=0.1",
                 "--set countries.USA.origins.IND: 'IND' is not in this scenario (one of the countries CHN, KOR, "
                 "USA)"),
        run("a section", "--set search=5",
                 "--set search: '5' for a section (one of its parameters, as in search.separation_rate)"),
        run("a section of firms", "--set firms=5",
                 "--set firms: '5' for a section (one of its parameters, as in firms.*.title)"),
        run("out of bounds", "--set search.home_share=2",
                 "--set search.home_share: 2 is out of bounds (a number in [0, 1])"),
        run("no YAML", ["--set", "search.home_share=[1"],
                 "--set search.home_share: a list or map as a key, or one that is not closed (a key is a word of "
                 "letters, digits, _ and -)"),
        run("a key of files only", "--set title=Another",
                 "--set title: is no parameter (a key of scenario files)"),
    ],
    "Policies": [
        changes("a month before the start", "search.home_share: {2023-12: 0.5}",
                 "p.yaml:2:31: search.home_share: 2023-12 is outside the simulated months (2024-01 to 2025-12)"),
        changes("a month after the end", "search.home_share: {2026-01: 0.5}",
                 "p.yaml:2:31: search.home_share: 2026-01 is outside the simulated months (2024-01 to 2025-12)"),
        changes("a month that a shorter run does not reach", "search.home_share: {2025-01: 0.5}",
                 "p.yaml:2:31: search.home_share: 2025-01 is outside the simulated months (2024-01 to 2024-12)", "--months", "12"),
        changes("no month", "search.home_share: {soon: 0.5}",
                 "p.yaml:2:31: search.home_share: 'soon' is not a month (a month like 2024-01)"),
        changes("no months", "search.home_share: 0.5",
                 "p.yaml:2:30: search.home_share: '0.5' (months with what holds from then on, as in 2025-12: "
                 "{add: 1})"),
        changes("an unknown parameter", "search.hmoe_share: {2024-06: 0.5}",
                 "p.yaml:2:11: search.hmoe_share: unknown parameter (nearest: search.home_share)"),
        changes("a section", "search: {2024-06: 0.5}",
                 "p.yaml:2:11: search: is a section (one of its parameters, as in search.separation_rate)"),
        changes("a path in several keys", "countries: {KOR: {public_gpus: {2024-06: 5}}}",
                 "p.yaml:2:11: countries: is a section (the path of a parameter in one: countries.KOR.public_gpus: "
                 "{...})"),
        Case("20,000 unknown parameters", "search.k0: {2024-06: 0}, search.k1: {2024-06: 0}, ...",
             ["check", "tiny.yaml", "--policy", "p.yaml"],
             r"(p\.yaml:\d+:3: search\.k\d+: unknown parameter \(nearest: [a-z_.]+\)\n){100}and 19900 more mistakes",
             {"p.yaml": "title: P\nchanges:\n" + "".join("  search.k%d: {2024-06: 0}\n" % i for i in range(20000))},
             is_pattern=True, pattern_shown="p.yaml:3:3: search.k0: unknown parameter (nearest: search.draw)\n...\n"
             "and 19900 more mistakes"),
        Case("20,000 unknown firms", "firms.f0.autonomy: {2024-06: 0}, ...",
             ["check", "tiny.yaml", "--policy", "p.yaml"],
             r"(p\.yaml:\d+:3: firms\.f\d+\.autonomy: the scenario has no firms\.f\d+ \(nearest: firms\.\w+\)\n){100}"
             r"and 19900 more mistakes",
             {"p.yaml": "title: P\nchanges:\n" + "".join("  firms.f%d.autonomy: {2024-06: 0}\n" % i for i in range(20000))},
             is_pattern=True, pattern_shown="p.yaml:3:3: firms.f0.autonomy: the scenario has no firms.f0 (nearest: "
             "firms.naver)\n...\nand 19900 more mistakes"),
        changes("an unknown country", "countries.JPN.tax_rate: {2024-06: 0.5}",
                 "p.yaml:2:11: countries.JPN.tax_rate: the scenario has no countries.JPN (nearest: countries.CHN)"),
        changes("an unknown firm", "firms.navr.staff: {2024-06: 5}",
                 "p.yaml:2:11: firms.navr.staff: the scenario has no firms.navr (nearest: firms.naver)\n"
                 "p.yaml:2:11: firms.navr.staff: is read only when the world is founded (a parameter that can "
                 "change later)"),
        changes("a star", "countries.*.tax_rate: {2024-06: 0.5}",
                 "p.yaml:2:11: countries.*.tax_rate: names no country or firm (its key in place of *)"),
        changes("what only founding reads", "population.talent.exponent: {2024-06: 2}",
                 "p.yaml:2:11: population.talent.exponent: is read only when the world is founded (a parameter "
                 "that can change later)"),
        changes("a word for a number", "search.home_share: {2024-06: many}",
                 "p.yaml:2:40: search.home_share: 'many' is not a number (a number in [0, 1])"),
        changes("out of bounds", "search.home_share: {2024-06: 2}",
                 "p.yaml:2:40: search.home_share: 2 is out of bounds (a number in [0, 1])"),
        changes("an addition that leads out of bounds", "search.home_share: {2024-06: {add: 2}}",
                 "p.yaml:2:46: search.home_share: would become 2.94 in 2024-06 (must be a number in [0, 1])"),
        changes("adding to a word", "search.draw: {2024-06: {add: 1}}",
                 "p.yaml:2:40: search.draw: add has no number to act on (one of uniform, vacancies)"),
        changes("an unknown operation", "search.home_share: {2024-06: {plus: 1}}",
                 "p.yaml:2:40: search.home_share: 'plus' is no operation (a value, {add: x} or {multiply: x})"),
        changes("two operations in one map", "search.home_share: {2024-06: {add: 1, multiply: 2}}",
                 "p.yaml:2:40: search.home_share: a map of 2 (a value, {add: x} or {multiply: x})"),
        changes("adding to what was never set", "countries.KOR.moving_cost_to.USA: {2024-06: {add: 1}}",
                 "p.yaml:2:61: countries.KOR.moving_cost_to.USA: is not set before, so that there is nothing to "
                 "change (a plain value)"),
        changes("shares above 1 from a month on", "countries.KOR.study_abroad.CHN: {2024-06: 0.95}",
                 "p.yaml:2:53: countries.KOR.study_abroad: from 2024-06 on, shares sum to 1.05 (at most 1)"),
        changes("an unknown destination", "countries.KOR.study_abroad.JPN: {2024-06: 0.1}",
                 "p.yaml:2:53: countries.KOR.study_abroad.JPN: from 2024-06 on, 'JPN' is not in this scenario "
                 "(one of the countries CHN, KOR, USA)"),
        policy("a list of changes", "changes: [search.home_share]",
                 "p.yaml:2:10: changes: a list (parameters with months, or {} for none)"),
        policy("an unknown key", "chagnes: {}",
                 "p.yaml: changes: is missing (parameters with months, or {} for none)\n"
                 "p.yaml:2:1: chagnes: unknown key (nearest: changes)"),
        policy("sources that are no list", "changes: {}\nsources: a paper",
                 "p.yaml:3:10: sources: 'a paper' (a list of text)"),
        Case("no title and no changes", "description: Nothing", ["check", "tiny.yaml", "--policy", "p.yaml"],
                 "p.yaml: title: is missing (text)\n"
                 "p.yaml: changes: is missing (parameters with months, or {} for none)",
             {"p.yaml": "description: Nothing\n"}),
        Case("a scenario for a policy", "--policy tiny.yaml", ["check", "tiny.yaml", "--policy", "tiny.yaml"],
                 "tiny.yaml: changes: is missing (parameters with months, or {} for none)\n"
                 "tiny.yaml:7:1: simulation: belongs to a scenario (a policy, with changes)\n"
                 "tiny.yaml:15:1: population: belongs to a scenario (a policy, with changes)\n"
                 "tiny.yaml:18:1: countries: belongs to a scenario (a policy, with changes)\n"
                 "tiny.yaml:44:1: firms: belongs to a scenario (a policy, with changes)\n"
                 "tiny.yaml:81:1: fringe: belongs to a scenario (a policy, with changes)"),
        line("a missing file", "check tiny.yaml --policy none.yaml",
                 "none.yaml: does not exist (a file in YAML)"),
        Case("an empty file", "(nothing)", ["check", "tiny.yaml", "--policy", "p.yaml"],
                 "p.yaml: is empty (keys and values in YAML)", {"p.yaml": ""}),
        scenario("a missing file in a scenario", "policies: [none.yaml]",
                 "s.yaml:2:12: policies: none.yaml does not exist (a file in YAML)"),
        scenario("a name instead of a list", "policies: none.yaml",
                 "s.yaml:2:11: policies: 'none.yaml' (a list of files)"),
        scenario("changes of the scenario itself", "changes: {search.home_share: {2023-01: 0.5}}",
                 "s.yaml:2:31: search.home_share: 2023-01 is outside the simulated months (2024-01 to 2025-12)"),
    ],
}
