"""Every kind of wrong input, with the exact message that it gets.

The test runs them, and docs/hostile_input.md is written from them. Each case is run in a folder of its own that
holds a copy of scenarios/tiny.yaml.
"""

from dataclasses import dataclass, field

VARIABLES = ("(none, standard, all, or a list separated by commas of standard, firms, headcount, employed, "
             "entries, exits, separations, flow, moves, raises, contacts, offers, counteroffers, escalations, "
             "pay_mean, pay_quantile, firm_staff, firm_payroll, firm_gpus, firm_output, firm_vacancies, "
             "firm_productivity, firm_moves, firm_retention_24, visas_registered, visas_selected, visas_issued, "
             "visas_waiting, net_flow_per_10k, living_abroad, "
             "pay_gini)")
NESTED = "a: " + "[" * 100 + "]" * 100
BOMB = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    "%s: &%s [%s]\n" % (b, b, ", ".join(["*" + a] * 10)) for a, b in zip("abcdefgh", "bcdefghi"))
CHAIN = {"c%d.yaml" % i: "extends: c%d.yaml\n" % (i + 1) for i in range(20)}


@dataclass
class Case:
    what: str  # is wrong, in a few words
    shown: str  # of the input, for the documentation
    command: list[str]
    message: str  # on stderr, without the last line break
    files: dict[str, str | bytes] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    folders: tuple[str, ...] = ()
    is_pattern: bool = False  # the message, of what depends on the machine
    also: list[list[str]] = field(default_factory=list)  # commands that are answered the same


def scenario(what, text, message, *flags, shown=None, files=None):
    """Text on line 2 of a scenario that extends tiny.yaml."""
    return Case(what, shown or text, ["check", "s.yaml", *flags], message,
                {"s.yaml": "extends: tiny.yaml\n" + text + "\n", **(files or {})},
                also=[["run", "s.yaml", *flags, "-o", "out.h5"], ["run", "s.yaml", *flags, "--dry-run"]])


def whole(what, content, message, shown=None, **others):
    """All of a scenario."""
    return Case(what, shown or content, ["check", "s.yaml"], message, {"s.yaml": content, **others},
                also=[["run", "s.yaml"], ["diff", "tiny.yaml", "s.yaml"]])


def policy(what, text, message, *flags, shown=None):
    """Text on line 2 of a policy for tiny.yaml."""
    return Case(what, shown or text, ["check", "tiny.yaml", "--policy", "p.yaml", *flags], message,
                {"p.yaml": "title: A policy\n" + text + "\n"},
                also=[["run", "tiny.yaml", "--policy", "p.yaml", *flags]])


def changes(what, text, message, *flags):
    return policy(what, "changes: {" + text + "}", message, *flags, shown=text)


def line(what, command, message, **others):
    """A command line."""
    return Case(what, command, command.split() if isinstance(command, str) else command, message, **others)


def run(what, flags, message, **others):
    words = flags.split() if isinstance(flags, str) else flags
    shown = " ".join(word or "''" for word in words)
    return Case(what, shown, ["run", "tiny.yaml", *words], message, **others)


SECTIONS = {
    "Scenarios: values": [
        scenario("a word for a number", "search: {home_share: many}",
                 "s.yaml:2:22: search.home_share: 'many' is not a number (a number in [0, 1])"),
        scenario("a number in quotes", 'search: {home_share: "0.5"}',
                 "s.yaml:2:22: search.home_share: '0.5' is quoted, and so text (a number in [0, 1], without "
                 "quotes)"),
        scenario("a list for a number", "search: {home_share: [0.5]}",
                 "s.yaml:2:22: search.home_share: a list (a number in [0, 1])"),
        scenario("a map for a number", "search: {home_share: {a: 1}}",
                 "s.yaml:2:22: search.home_share: a map (a number in [0, 1])"),
        scenario("no value", "search: {home_share: }",
                 "s.yaml:2:10: search.home_share: no value (a number in [0, 1])"),
        scenario("a number for a section", "search: 5",
                 "s.yaml:2:9: search: '5' (a map of parameters)"),
        scenario("a list for a section", "firms: [naver]",
                 "s.yaml:2:8: firms: a list (a map of parameters)"),
        scenario("a number for a country", "countries: {KOR: 57000}",
                 "s.yaml:2:18: countries.KOR: '57000' (a map of parameters)"),
        scenario("too much", "search: {home_share: 1.5}",
                 "s.yaml:2:22: search.home_share: 1.5 is out of bounds (a number in [0, 1])"),
        scenario("too little", "search: {separation_rate: -0.1}",
                 "s.yaml:2:27: search.separation_rate: -0.1 is out of bounds (a number in [0, 1])"),
        scenario("an open bound", "simulation: {scale: 0}",
                 "s.yaml:2:21: simulation.scale: 0 is out of bounds (a number in (0, 1])"),
        scenario("NaN", "search: {home_share: .nan}",
                 "s.yaml:2:22: search.home_share: '.nan' is not finite (a number in [0, 1])"),
        scenario("infinity", "utility: {moving_cost: .inf}",
                 "s.yaml:2:24: utility.moving_cost: '.inf' is not finite (a number >= 0)"),
        scenario("beyond all numbers", "utility: {moving_cost: 1e999}",
                 "s.yaml:2:24: utility.moving_cost: '1e999' is beyond the range of numbers (a number >= 0)"),
        scenario("a number that looks octal", "simulation: {months: 010}",
                 "s.yaml:2:22: simulation.months: '010' may be taken for octal (a whole number in [1, 3000], "
                 "without the leading 0)"),
        scenario("a hexadecimal number", "simulation: {months: 0x10}",
                 "s.yaml:2:22: simulation.months: '0x10' is not decimal (a whole number in [1, 3000])"),
        scenario("digits grouped", "population: {researchers: 2_017_000}",
                 "s.yaml:2:27: population.researchers: '2_017_000' has its digits grouped (a number in [1, "
                 "1000000000], in plain digits)"),
        scenario("digits grouped by commas", "population: {researchers: '2,017,000'}",
                 "s.yaml:2:27: population.researchers: '2,017,000' is quoted, and so text (a number in [1, "
                 "1000000000], without quotes)"),
        scenario("half a month", "simulation: {months: 1.5}",
                 "s.yaml:2:22: simulation.months: 1.5 is not whole (a whole number in [1, 3000])"),
        scenario("`no` for false", "search: {same_month: no}",
                 "s.yaml:2:22: search.same_month: 'no' is not read as a flag (true or false; write false)"),
        scenario("`True` for true", "search: {same_month: True}",
                 "s.yaml:2:22: search.same_month: 'True' is not read as a flag (true or false; write true)"),
        scenario("1 for true", "search: {same_month: 1}",
                 "s.yaml:2:22: search.same_month: '1' is not a flag (true or false)"),
        scenario("an unknown word", "search: {draw: unifrom}",
                 "s.yaml:2:16: search.draw: 'unifrom' is unknown (one of uniform, vacancies)"),
        scenario("a day for a month", "simulation: {start: 2024-01-01}",
                 "s.yaml:2:21: simulation.start: '2024-01-01' is not a month (a month like 2024-01)"),
        scenario("a thirteenth month", "simulation: {start: 2024-13}",
                 "s.yaml:2:21: simulation.start: '2024-13' is not a month (a month like 2024-01)"),
        scenario("a year for a month", "simulation: {start: 2024}",
                 "s.yaml:2:21: simulation.start: '2024' is not a month (a month like 2024-01)"),
        scenario("a currency without a rate", "production: {unit_value: 1e8 EUR}",
                 "s.yaml:2:26: production.unit_value: 'EUR' has no exchange rate (a number in [0.01, "
                 "1000000000]; known currencies: USD, KRW)"),
        scenario("a rate of zero", "simulation: {exchange_rates: {KRW: 0}}",
                 "s.yaml:2:36: simulation.exchange_rates.KRW: 0 is out of bounds (a number > 0)"),
        scenario("more researchers than there are people", "population: {researchers: 1e18}",
                 "s.yaml:2:27: population.researchers: 1e+18 is out of bounds (a number in [1, 1000000000])"),
        Case("more researchers than memory holds", "population: {researchers: 1e9}", ["run", "s.yaml"],
             r"s\.yaml: population: 1e\+09 researchers need about [\d.]+ GiB of memory \(at most the [\d.]+ GiB of this "
             r"machine; simulation\.scale simulates a share of them\)",
             {"s.yaml": "extends: tiny.yaml\npopulation: {researchers: 1e9}\n"}, is_pattern=True,
             also=[["run", "s.yaml", "--dry-run"]]),
        scenario("fewer than one researcher", "population: {researchers: 1}\nsimulation: {scale: 0.01}",
                 "tiny.yaml:21:18: countries.USA.researchers: makes 1 residents, fewer than the staff of the "
                 "named firms there, 230 (at least that)\n"
                 "tiny.yaml:26:18: countries.CHN.researchers: makes 0 residents, fewer than the staff of the "
                 "named firms there, 40 (at least that)\n"
                 "tiny.yaml:35:18: countries.KOR.researchers: makes 0 residents, fewer than the staff of the "
                 "named firms there, 100 (at least that)"),
        scenario("empty text", "title: ''",
                 "s.yaml:2:8: title: empty text (text)"),
        scenario("a list for text", "title: [a, b]",
                 "s.yaml:2:8: title: a list (text)"),
    ],
    "Scenarios: keys": [
        scenario("an unknown section", "serach: {home_share: 0.5}",
                 "s.yaml:2:1: serach: unknown key (nearest: search)"),
        scenario("an unknown key", "search: {home_shar: 0.5}",
                 "s.yaml:2:10: search.home_shar: unknown key (nearest: home_share)"),
        scenario("a key of another section", "tax_rate: 0.3",
                 "s.yaml:2:1: tax_rate: unknown key here (nearest: countries.*.tax_rate)"),
        scenario("a key of another section, one level down", "search: {tax_rate: 0.3}",
                 "s.yaml:2:10: search.tax_rate: unknown key here (nearest: countries.*.tax_rate)"),
        scenario("a key given twice", "search: {draw: uniform, draw: vacancies}",
                 "s.yaml:2:25: search.draw: given twice, first at s.yaml:2:10 (each key once)"),
        scenario("a section given twice", "search: {draw: uniform}\nsearch: {home_share: 0.5}",
                 "s.yaml:3:1: search: given twice, first at s.yaml:2:1 (each key once)"),
        scenario("a dotted key", "search.home_share: 0.5",
                 "s.yaml:2:1: search.home_share: is a path, which --set and policies take (in a scenario one key "
                 "in another: search: {home_share: ...})"),
        scenario("an empty key", "search: {'': 1}",
                 "s.yaml:2:10: search.'': is no key (a word of letters, digits, _ and -)"),
        scenario("a list as a key", "? [a, b]\n: 1",
                 "s.yaml:2:3: a list or map as a key, or one that is not closed (a key is a word of letters, "
                 "digits, _ and -)"),
        scenario("a key of strange letters", "firms: {네이버: {country: KOR}}",
                 "s.yaml:2:9: firms.'네이버': is no key (a word of letters, digits, _ and -)"),
        scenario("a merge key", "search: {<<: {draw: uniform}}",
                 "s.yaml:2:10: search.<<: a merge key (the keys written out, or extends)"),
        scenario("a tag", "search: {home_share: !!float 0.5}",
                 "s.yaml:2:22: search.home_share: the tag 'tag:yaml.org,2002:float' (no tags)"),
    ],
    "Scenarios: countries and firms": [
        scenario("a country that is no code", "countries: {Korea: {researchers: 5}}",
                 "s.yaml:2:13: countries.Korea: 'Korea' is no country code (three capitals as in ISO 3166-1: KOR)"),
        scenario("an unknown country of a firm", "firms: {naver: {country: KOD}}",
                 "s.yaml:2:26: firms.naver.country: 'KOD' is not in this scenario (one of the countries CHN, "
                 "KOR, USA)"),
        scenario("a firm without a country", "firms: {acme: {staff: 5}}",
                 "s.yaml:2:9: firms.acme.country: is missing (the key of a country)"),
        scenario("an unknown origin", "countries: {USA: {origins: {IND: 0.1}}}",
                 "s.yaml:2:34: countries.USA.origins.IND: 'IND' is not in this scenario (one of the countries "
                 "CHN, KOR, USA)"),
        scenario("a country as its own origin", "countries: {USA: {origins: {USA: 0.1}}}",
                 "s.yaml:2:34: countries.USA.origins.USA: is the country itself (another country)"),
        scenario("origins above 1", "countries: {USA: {origins: {CHN: 0.6, KOR: 0.6}}}",
                 "s.yaml:2:19: countries.USA.origins: shares sum to 1.2 (at most 1)"),
        scenario("study in an unknown country", "countries: {KOR: {study_abroad: {JPN: 0.1}}}",
                 "s.yaml:2:39: countries.KOR.study_abroad.JPN: 'JPN' is not in this scenario (one of the "
                 "countries CHN, KOR, USA)"),
        scenario("a moving cost to an unknown country", "countries: {KOR: {moving_cost_to: {JPN: 1}}}",
                 "s.yaml:2:41: countries.KOR.moving_cost_to.JPN: 'JPN' is not in this scenario (one of the "
                 "countries CHN, KOR, USA)"),
        scenario("a fringe in an unknown country", "fringe: {JPN: {firms: 5}}",
                 "s.yaml:2:10: fringe.JPN: 'JPN' is not in this scenario (one of the countries CHN, KOR, USA)"),
        scenario("a firm that is called like a fringe", "firms: {KOR-fringe: {country: KOR}}",
                 "s.yaml:2:9: firms.KOR-fringe: is named like the unnamed firms (a key without '-fringe')"),
        scenario("more staff than people", "firms: {naver: {staff: 5000}}",
                 "tiny.yaml:35:18: countries.KOR.researchers: makes 300 residents, fewer than the staff of the "
                 "named firms there, 5060 (at least that)"),
        scenario("tiers above 1", "population: {tier_s_share: 0.6, tier_a_share: 0.6}",
                 "s.yaml:2:1: population.tier_b_share: the shares of tiers S, A and B sum to 1.45 (at most 1)"),
        scenario("talent without a mean", "population: {talent: {exponent: 0.5}}",
                 "s.yaml: production.talent_exponent: 1 makes mean talent infinite (below "
                 "population.talent.exponent, 0.5)\n"
                 "tiny.yaml:30:22: countries.CHN.talent_exponent: 0.85 makes mean talent infinite (below "
                 "population.talent.exponent, 0.5)\n"
                 "tiny.yaml:39:22: countries.KOR.talent_exponent: 0.65 makes mean talent infinite (below "
                 "population.talent.exponent, 0.5)"),
        whole("no country", "title: Nobody\n",
                 "s.yaml: countries: none given (at least one country)\n"
                 "s.yaml: firms: none given (firms, or a fringe, in at least one country)"),
        whole("no people", "countries: {KOR: {}}\nfringe: {KOR: {}}\n",
                 "s.yaml:1:1: countries: no country has researchers (countries.*.researchers above 0 in at least "
                 "one)"),
        whole("no firm", "countries: {KOR: {researchers: 5}}\n",
                 "s.yaml: firms: none given (firms, or a fringe, in at least one country)"),
    ],
    "Scenarios: files": [
        whole("an empty file", "",
                 "s.yaml: is empty (keys and values in YAML)", shown="(nothing)"),
        whole("only a comment", "# to do\n",
                 "s.yaml: is empty (keys and values in YAML)"),
        whole("a number", "42\n",
                 "s.yaml:1:1: '42' (keys and values in YAML)"),
        whole("a list", "- a\n- b\n",
                 "s.yaml:1:1: a list (keys and values in YAML)"),
        whole("a binary file", bytes(range(256)),
                 "s.yaml:1:1: the control character U+0000 (text in UTF-8)", shown="(the bytes 0 to 255)"),
        whole("an HDF5 file", b"\x89HDF\r\n\x1a\n" + b"\0" * 100,
                 "s.yaml:1:1: a byte that is not UTF-8 (text in UTF-8)", shown="(a file of results)"),
        whole("Latin-1", "title: Z\xfcrich\n".encode("latin-1"),
                 "s.yaml:1:9: a byte that is not UTF-8 (text in UTF-8)", shown="title: Zürich, in Latin-1"),
        whole("UTF-16", "title: T\n".encode("utf-16"),
                 "s.yaml:1:1: a byte that is not UTF-8 (text in UTF-8)", shown="title: T, in UTF-16"),
        whole("no YAML", "search: {home_share: 0.5\n",
                 "s.yaml:2:1: not YAML: end of map flow not found (keys and values in YAML)"),
        whole("no YAML again", "title: a: b\n",
                 "s.yaml:1:9: not YAML: illegal map value (keys and values in YAML)"),
        whole("tabs", "search:\n\thome_share: 0.5\n",
                 "s.yaml:2:1: a tab in the indentation (spaces)"),
        whole("two documents", "title: A\n---\ntitle: B\n",
                 "s.yaml:2:1: a second document begins (one document in a file)"),
        whole("a bomb of aliases", BOMB,
                 "s.yaml:6:32: more than 1000000 values, aliases written out (at most that)",
              shown="a: &a [x, x, ...], b: &b [*a, *a, ...], ... i: [*h, *h, ...]"),
        whole("an alias inside itself", "a: &a [*a]\n",
                 "s.yaml:1:8: an alias inside what it stands for (an alias of something before)"),
        whole("an unknown alias", "a: *b\n",
                 "s.yaml:1:4: not YAML: the referenced anchor is not defined (keys and values in YAML)"),
        whole("a hundred levels", NESTED,
                 "s.yaml:1:67: nested too deeply (at most 64 levels)", shown="a: [[[[...]]]]"),
        whole("ten thousand levels", "[" * 10000,
                 "s.yaml:1:1: a list or map as a key, or one that is not closed (a key is a word of letters, "
                 "digits, _ and -)", shown="[[[[..."),
        line("a missing file", "check none.yaml",
                 "none.yaml: does not exist (a file in YAML)", also=[["run", "none.yaml"]]),
        line("a folder", "check folder",
                 "folder: is a folder (a file in YAML)", folders=("folder",), also=[["run", "folder"]]),
        line("no name", ["check", ""],
                 "'': names no file (a file in YAML)", also=[["run", ""]]),
        line("a file below a file", "check tiny.yaml/s.yaml",
                 "tiny.yaml/s.yaml: does not exist (a file in YAML)"),
        line("two missing files", "diff a.yaml b.yaml",
                 "a.yaml: does not exist (a file in YAML)\n"
                 "b.yaml: does not exist (a file in YAML)"),
        line("a link in a circle", "check loop.yaml",
                 "loop.yaml: is a symbolic link that leads to no file (a file in YAML)", links={"loop.yaml": "loop.yaml"}),
        line("an endless file", "check /dev/zero",
                 "/dev/zero: holds more than 64 MiB (at most that)"),
    ],
    "Scenarios: extends": [
        whole("a missing file", "extends: none.yaml\n",
                 "s.yaml:1:10: extends: none.yaml does not exist (a file in YAML)"),
        whole("itself", "extends: s.yaml\n",
                 "s.yaml:1:10: extends: goes in a circle: s.yaml -> s.yaml (a chain that ends)"),
        whole("a circle", "extends: b.yaml\n",
                 "b.yaml:1:10: extends: goes in a circle: s.yaml -> b.yaml -> s.yaml (a chain that ends)", **{"b.yaml": "extends: s.yaml\n"}),
        whole("a chain of more than 16", "extends: c0.yaml\n",
                 "c14.yaml:1:10: extends: makes a chain of more than 16 files (at most that)", shown="extends: c0.yaml, which extends c1.yaml, ...",
              **CHAIN),
        whole("a list", "extends: [tiny.yaml]\n",
                 "s.yaml:1:10: extends: a list (the path of a file)"),
        whole("nothing", "extends:\n",
                 "s.yaml:1:1: extends: no value (the path of a file)"),
        whole("a folder", "extends: .\n",
                 "s.yaml:1:10: extends: . is a folder (a file in YAML)"),
        whole("mistakes in both", "extends: b.yaml\nsearch: {home_share: 2}\n",
                 "b.yaml:2:1: serach: unknown key (nearest: search)\n"
                 "s.yaml:2:22: search.home_share: 2 is out of bounds (a number in [0, 1])",
              **{"b.yaml": "extends: tiny.yaml\nserach: {}\n"}),
    ],
    "Several mistakes": [
        scenario("all of them are told at once", "search: {home_share: 2, darw: uniform}\nfirms: {naver: {country: KOD}}",
                 "s.yaml:2:22: search.home_share: 2 is out of bounds (a number in [0, 1])\n"
                 "s.yaml:2:25: search.darw: unknown key (nearest: draw)\n"
                 "s.yaml:3:26: firms.naver.country: 'KOD' is not in this scenario (one of the countries CHN, "
                 "KOR, USA)\n"
                 "p.yaml:2:11: search.home_shar: unknown parameter (nearest: search.home_share)\n"
                 "--set offers.protocl: unknown parameter (nearest: offers.protocol)\n"
                 "--months: 0 is out of bounds (a whole number in [1, 3000])", "--set", "offers.protocl=posted", "--months", "0", "--policy", "p.yaml",
                 files={"p.yaml": "title: P\nchanges: {search.home_shar: {2024-06: 0.5}}\n"}),
        line("of the command line, too", "run none.yaml --threads 0 --visit sideways --progress maybe --record pay -o /",
                 "none.yaml: does not exist (a file in YAML)\n"
                 "--threads: 0 is out of bounds (a whole number in [1, 1024])\n"
                 "--visit: 'sideways' is unknown (one of parallel, forwards, backwards)\n"
                 "--progress: 'maybe' is unknown (one of auto, always, never)\n"
                 "--record: 'pay' is no variable, nearest is pay_mean " + VARIABLES),
    ],
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
                 "--set ...: unknown parameter (nearest: search.draw)"),
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
    "Options": [
        run("no thread", "--threads 0",
                 "--threads: 0 is out of bounds (a whole number in [1, 1024])"),
        run("fewer than none", "--threads -1",
                 "--threads: -1 is out of bounds (a whole number in [1, 1024])"),
        run("a word", "--threads abc",
                 "--threads: 'abc' is not a number (a whole number in [1, 1024])"),
        run("nothing", ["--threads", ""],
                 "--threads: '' is not a number (a whole number in [1, 1024])"),
        run("half a thread", "--threads 1.5",
                 "--threads: 1.5 is not whole (a whole number in [1, 1024])"),
        run("a million threads", "--threads 1000000",
                 "--threads: 1000000 is out of bounds (a whole number in [1, 1024])"),
        run("no value", "--threads",
                 "--threads: no value follows (N)"),
        run("the same again", "--threads 1 --threads 2",
                 "--threads: is given 2 times (once)"),
        run("scale 0", "--scale 0",
                 "--scale: 0 is out of bounds (a number in (0, 1])"),
        run("scale 2", "--scale 2",
                 "--scale: 2 is out of bounds (a number in (0, 1])"),
        run("scale NaN", "--scale nan",
                 "--scale: 'nan' is not finite (a number in (0, 1])"),
        run("so small that nobody is left", "--scale 1e-9",
                 "tiny.yaml: simulation.scale: leaves 2e-06 researchers (at least 1)"),
        run("no month", "--months 0",
                 "--months: 0 is out of bounds (a whole number in [1, 3000])"),
        run("a negative number of months", "--months -12",
                 "--months: -12 is out of bounds (a whole number in [1, 3000])"),
        run("a million months", "--months 1000000",
                 "--months: 1000000 is out of bounds (a whole number in [1, 3000])"),
        run("half a month", "--months 0.5",
                 "--months: 0.5 is not whole (a whole number in [1, 3000])"),
        run("a map of months", ["--months", "{a: 1}"],
                 "--months: a map (a whole number in [1, 3000])"),
        run("a negative seed", "--seed -1",
                 "--seed: -1 is out of bounds (a whole number in [0, 9007199254740991])"),
        run("a seed beyond whole numbers", "--seed 1e99",
                 "--seed: 1e+99 is out of bounds (a whole number in [0, 9007199254740991])"),
        run("a word as a seed", "--seed lucky",
                 "--seed: 'lucky' is not a number (a whole number in [0, 9007199254740991])"),
        run("no replicate", "--replicates 0",
                 "--replicates: 0 is out of bounds (a whole number in [1, 100000])"),
        run("an unknown order", "--visit sideways",
                 "--visit: 'sideways' is unknown (one of parallel, forwards, backwards)"),
        run("an unknown wish for progress", "--progress maybe",
                 "--progress: 'maybe' is unknown (one of auto, always, never)"),
        run("an unknown variable", "--record nonsense",
                 "--record: 'nonsense' is no variable " + VARIABLES),
        run("a variable spelt wrongly", "--record headcuont",
                 "--record: 'headcuont' is no variable, nearest is headcount " + VARIABLES),
        run("nothing", ["--record", ""],
                 "--record: a name is missing " + VARIABLES),
        run("none and more", "--record none,headcount",
                 "--record: 'none' stands alone " + VARIABLES),
        run("a flag with a value", "--quiet=5",
                 "--quiet: is followed by a value (nothing but --quiet)"),
        run("an unknown option", "--thread 2",
                 "--thread: unknown option of run (nearest: --threads)"),
        run("an unknown short option", "-x",
                 "-x: unknown option of run (one of those that talentsim run --help lists)"),
        run("an option of another command", "--schema",
                 "--schema: unknown option of run (one of those that talentsim run --help lists)"),
    ],
    "Commands": [
        line("no command", [],
                 "talentsim: no command is given (one of run, check, describe, diff, show, validate, scorecard; talentsim --help)"),
        line("an unknown command", "rnu tiny.yaml",
                 "'rnu': unknown command (nearest: run; one of run, check, describe, diff, show, validate, scorecard; talentsim "
                 "--help)"),
        line("an empty command", [""],
                 "'': unknown command (nearest: run; one of run, check, describe, diff, show, validate, scorecard; talentsim --help)"),
        line("a scenario without a command", "tiny.yaml",
                 "'tiny.yaml': unknown command (nearest: run; one of run, check, describe, diff, show, validate, scorecard; talentsim "
                 "--help)"),
        line("an unknown option before any command", "--verson",
                 "--verson: unknown option of talentsim (nearest: --version)"),
        line("no scenario", "run",
                 "SCENARIO: is missing (talentsim run SCENARIO)"),
        line("no scenario, and an unknown option", "check --fast",
                 "--fast: unknown option of check (one of those that talentsim check --help lists)\n"
                 "SCENARIO: is missing (talentsim check SCENARIO)"),
        line("one scenario too many", "check tiny.yaml b.yaml",
                 "'b.yaml': is one word too many for check (it takes SCENARIO, and options)"),
        line("only one scenario", "diff tiny.yaml",
                 "B.yaml: is missing (talentsim diff A.yaml B.yaml)"),
        line("two commands", "check tiny.yaml run tiny.yaml",
                 "'run': is one word too many for check (it takes SCENARIO, and options)\n"
                 "'tiny.yaml': is one word too many for check (it takes SCENARIO, and options)"),
        line("a command after a command", "run tiny.yaml check",
                 "'check': is one word too many for run (it takes SCENARIO, and options)"),
        line("an unknown name", "describe serach.draw",
                 "serach.draw: no such parameter, section or variable (nearest: search.draw)"),
        line("only the last key", "describe tax_rate",
                 "tax_rate: no such parameter, section or variable (nearest: countries.*.tax_rate)"),
        line("presets that do not exist, and a mistake more", "validate laddr logit --threads x --set search.separation_rate=7",
                 r"laddr: unknown preset \(nearest: ladder; one of ladder, burdett_mortensen, [a-z_, ]+\)\n"
                 r"--threads: 'x' is not a number \(a whole number in \[1, 1024\]\)\n"
                 r"--set search\.separation_rate: 7 is out of bounds \(a number in \[0, 1\]\)", is_pattern=True),
        line("no value for an option", "validate --threads",
                 "--threads: no value follows (N)"),
        line("a path besides the schema", "describe search --schema",
                 "--schema: is of whole scenarios, not of 'search' (no PATH)"),
    ],
    "Outputs": [
        run("a file that exists", "-o old.h5",
                 "old.h5: exists already (--force replaces it)", files={"old.h5": "precious"}),
        run("a part that is not ours", "-o out.h5",
                 "out.h5: cannot be written, because out.h5.part exists and is not what a stopped run left "
                 "(--force replaces it)", files={"out.h5.part": "precious"}),
        run("a part that is a link", "-o out.h5 --force",
                 "out.h5: cannot be written, because out.h5.part is no ordinary file (results are written under "
                 "that name until they are whole)", files={"precious": "text"}, links={"out.h5.part": "precious"}),
        run("a folder", "-o folder",
                 "folder: is a folder (give the path of a file)", folders=("folder",)),
        run("a folder that ends with a slash", "-o folder/",
                 "'folder/': names no file (give the path of a file to write)"),
        run("no name", ["-o", ""],
                 "'': names no file (give the path of a file to write)"),
        run("a file for a folder", "-o tiny.yaml/out.h5",
                 "tiny.yaml/out.h5: cannot be written, because tiny.yaml is not a folder"),
        run("the scenario itself", "-o tiny.yaml --force",
                 "tiny.yaml: is a file that the run reads, tiny.yaml (another name for the results)"),
        run("a policy of the run", "-o p.yaml --force --policy p.yaml",
                 "p.yaml: is a file that the run reads, p.yaml (another name for the results)", files={"p.yaml": "title: P\nchanges: {}\n"}),
        run("a device", "-o /dev/null --force",
                 "/dev/null: is no ordinary file (results are written beside it and then renamed, so it would be "
                 "replaced)"),
        run("a link in a circle", "-o loop.h5",
                 "loop.h5: is a symbolic link that leads in a circle (give the path of a file)", links={"loop.h5": "loop.h5"}),
        run("a link to a file that exists", "-o link.h5",
                 "link.h5: exists already (--force replaces it)", files={"old.h5": "precious"}, links={"link.h5": "old.h5"}),
        run("more results than a disk holds",
            "-o out.h5 --months 3000 --replicates 100000 --record all --set fringe.USA.firms=100000",
            r"out\.h5: needs [\d.e+]+ GB, and its disk has [\d.e+]+ GB left \(a file on a disk with more room, or fewer "
            r"variables by --record\)", is_pattern=True),
        run("a name of more than 255 letters", "-o " + "x" * 300,
                 "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
                 "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
                 "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
                 "xxxxxxxxxxxxxxx.part: cannot be created (File name too long)"),
    ],
    "Files of results": [
        line("a missing file", "show none.h5",
                 "none.h5: there is no such file"),
        line("a scenario", "show tiny.yaml",
                 "tiny.yaml: is not an HDF5 file"),
        line("a folder", "show folder",
                 "folder: is a folder (give a file of results)", folders=("folder",)),
        line("an empty file", "show empty.h5",
                 "empty.h5: is not an HDF5 file", files={"empty.h5": ""}),
        line("a damaged file", "show cut.h5",
                 "cut.h5: is damaged or cut short: cut.h5: cannot be opened (bad byte number in an address)", files={"cut.h5": b"\x89HDF\r\n\x1a\n" + b"\0" * 100}),
        line("no name", ["show", ""],
                 "'': names no file (a file of results)"),
    ],
}
