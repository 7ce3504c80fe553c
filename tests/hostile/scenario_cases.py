"""What a scenario may hold that is wrong."""

from case import Case, scenario, whole

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
                 "s.yaml:2:24: utility.moving_cost: '.inf' is not finite (a number in [0, 1000000])"),
        scenario("beyond all numbers", "utility: {moving_cost: 1e999}",
                 "s.yaml:2:24: utility.moving_cost: '1e999' is beyond the range of numbers (a number in [0, 1000000])"),
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
        scenario("a rate of the dollar", "simulation: {exchange_rates: {USD: 2}}",
                 "s.yaml:2:36: simulation.exchange_rates.USD: 2 is no rate of the USD to itself (1)"),
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
        scenario("a decimal comma", "search: {home_share: 0,5}",
                 "s.yaml:2:24: search.5: unknown key (a number has a decimal point: 0.5, not 0,5)"),
        scenario("a weight beyond all measure", "utility: {pay: 1e308}",
                 "s.yaml:2:16: utility.pay: 1e+308 is out of bounds (a number in (0, 1000000])"),
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
        scenario("a key that is null", "search: {null: 1, ~: 2}",
                 "s.yaml:2:10: search.null: is the empty value, as ~ and nothing at all are (a word of letters, digits, _ "
                 "and -)\n"
                 "s.yaml:2:19: search.null: is the empty value, as ~ and nothing at all are (a word of letters, digits, _ "
                 "and -)"),
        scenario("a tag on a key", "!!str search: {draw: uniform}",
                 "s.yaml:2:1: search: the tag 'tag:yaml.org,2002:str' (no tags)"),
        Case("more mistakes than anyone reads", "search: {k0: 0, k1: 0, ... k19999: 0}", ["check", "s.yaml"],
             r"(s\.yaml:2:\d+: search\.k\d+: unknown key \(nearest: [a-z_]+\)\n){100}and 19900 more mistakes",
             {"s.yaml": "extends: tiny.yaml\nsearch: {%s}\n" % ", ".join("k%d: 0" % i for i in range(20000))},
             is_pattern=True, pattern_shown="s.yaml:2:10: search.k0: unknown key (nearest: draw)\n...\nand 19900 more mistakes"),
        scenario("a tag", "search: {home_share: !!float 0.5}",
                 "s.yaml:2:22: search.home_share: the tag 'tag:yaml.org,2002:float' (no tags)"),
    ],
    "Scenarios: countries and firms": [
        scenario("a country that is no code", "countries: {Korea: {researchers: 5}}",
                 "s.yaml:2:13: countries.Korea: 'Korea' is no country code (three capitals as in ISO 3166-1: KOR)"),
        scenario("an unknown firm of a drive", "drives: {raid: {firm: naverr}}",
                 "s.yaml:2:23: drives.raid.firm: 'naverr' is no named firm (one of deepseek, meta, naver, openai, "
                 "samsung)"),
        scenario("a drive after the end", "drives: {raid: {firm: naver, start: 2030-02}}",
                 "s.yaml:2:37: drives.raid.start: the drive ends before the simulated months, or begins after them "
                 "(2023-01 to 2025-12)"),
        scenario("a drive of no firm", "drives: {raid: {seats: 5}}",
                 "s.yaml:2:10: drives.raid.firm: is missing (the key of a named firm)"),
        scenario("an item of a list without a name", "drives: [{firm: meta}]",
                 "s.yaml:2:10: drives: an item without a name (name: a word of letters, digits, _ and -)"),
        scenario("two items of a list with one name", "drives: [{name: raid, firm: meta}, {name: raid}]",
                 "s.yaml:2:43: drives.raid: is the name of an item before it (one item of a name)"),
        scenario("two drives of a firm", "drives: {a: {firm: meta}, b: {firm: meta}}",
                 "s.yaml:2:37: drives.b.firm: meta has the drive 'a' already (a firm without one)"),
        scenario("a drive without a month to begin in", "drives: {raid: {firm: meta, start: 2025}}",
                 "s.yaml:2:36: drives.raid.start: '2025' is not a month (a month like 2024-01)"),
        scenario("an acquisition of nobody", "acquisitions: {deal: {bidder: meta}}",
                 "s.yaml:2:16: acquisitions.deal.target: is missing (the key of a firm)"),
        scenario("an acquisition of a firm that is no start-up", "acquisitions: {deal: {bidder: meta, target: openai}}",
                 "s.yaml:2:45: acquisitions.deal.target: 'openai' is no start-up (a firm of kind start_up)"),
        scenario("an acquisition abroad",
                 "firms: {naver: {kind: start_up}}\nacquisitions: {deal: {bidder: meta, target: naver}}",
                 "s.yaml:3:45: acquisitions.deal.target: works in 'KOR' (a firm in the country of the bidder, 'USA')"),
        scenario("an acquisition after the end",
                 "firms: {openai: {kind: start_up}}\nacquisitions: {deal: {bidder: meta, target: openai, month: 2030-01}}",
                 "s.yaml:3:60: acquisitions.deal.month: 2030-01 is outside the simulated months (2024-01 to 2025-12)"),
        scenario("an unknown country of a drive", "drives: {raid: {firm: meta, countries: {JPN: true}}}",
                 "s.yaml:2:46: drives.raid.countries.JPN: 'JPN' is not in this scenario (one of the countries CHN, "
                 "KOR, USA)"),
        scenario("an unknown country of a firm", "firms: {naver: {country: KOD}}",
                 "s.yaml:2:26: firms.naver.country: 'KOD' is not in this scenario (one of the countries CHN, "
                 "KOR, USA)"),
        Case("20,000 firms of an unknown country", "firms: {f0: {country: KOD}, f1: {country: KOD}, ...}",
             ["check", "s.yaml"],
             r"(s\.yaml:2:\d+: firms\.f\d+\.country: 'KOD' is not in this scenario \(one of the countries CHN, KOR, "
             r"USA\)\n){100}and 19900 more mistakes",
             {"s.yaml": "extends: tiny.yaml\nfirms: {%s}\n" % ", ".join("f%d: {country: KOD}" % i for i in range(20000))},
             is_pattern=True, pattern_shown="s.yaml:2:23: firms.f0.country: 'KOD' is not in this scenario (one of the "
             "countries CHN, KOR, USA)\n...\nand 19900 more mistakes"),
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
}
