"""The closed forms hold, at the stored parameter values and at others, for any number of threads.
Called as: validate_test.py PROGRAM SOURCE_FOLDER [--full]"""

import os
import subprocess
import sys
import unittest

PROGRAM, SOURCE = map(os.path.abspath, sys.argv[1:3])
FULL = sys.argv[3:]

PRESETS = [
    "ladder", "burdett_mortensen", "postel_vinay_robin", "bargaining", "selective_counteroffers",
    "bidders", "logit", "roy", "two_state", "deferred_acceptance", "assignment", "production",
    "rounds", "lottery",
]

# Separations, contacts of the employed and of the unemployed: at each, all presets must hold.
RATES = [(0.04, 0.25, 0.5), (0.1, 0.9, 0.9), (0.3, 0.05, 0.1), (0.01, 1, 1)]


def validate(*arguments):
    return subprocess.run(
        [PROGRAM, "validate", *arguments, *FULL], capture_output=True, text=True, timeout=3000
    )


class Validation(unittest.TestCase):
    def expect_all_hold(self, done):
        self.assertEqual((done.returncode, done.stderr), (0, ""), done.stdout)
        self.assertNotIn("FAILS", done.stdout)
        self.assertRegex(done.stdout, r"All \d+ laws of \d+ presets? hold\.\n$")

    def test_every_law_of_every_preset_holds(self):
        done = validate()
        self.expect_all_hold(done)
        for preset in PRESETS:
            self.assertRegex(done.stdout, rf"(?m)^{preset} \(")

    def test_every_preset_holds_at_other_rates_of_separation_and_contact(self):
        for separation, employed, unemployed in RATES:
            with self.subTest(separation=separation):
                # Many months: fewer people, but for the lottery, whose statute is for as many as apply.
                self.expect_all_hold(validate(
                    *(preset for preset in PRESETS if preset != "lottery"), "--set", f"search.separation_rate={separation}",
                    "--set", f"search.contact_rate_employed={employed}",
                    "--set", f"search.contact_rate_unemployed={unemployed}",
                    "--set", "population.researchers=3000"))
                self.expect_all_hold(validate(
                    "lottery", "--set", f"search.separation_rate={separation}",
                    "--set", f"search.contact_rate_employed={employed}"))

    def test_theory_is_worked_out_from_the_parameters_and_not_stored(self):
        self.expect_all_hold(validate("logit", "--set", "utility.transitory_taste=0.4",
                                      "--set", "firms.low.posted_pay=250000"))
        self.expect_all_hold(validate("roy", "--set", "utility.moving_cost=0.1",
                                      "--set", "population.talent.log_sd=0.8",
                                      "--set", "countries.USA.talent_exponent=0.5"))
        self.expect_all_hold(validate("roy", "--set", "countries.USA.tax_rate=0.4",
                                      "--set", "countries.USA.price_level=1.5",
                                      "--set", "utility.pay=2", "--set", "utility.home=0.3"))
        self.expect_all_hold(validate("two_state", "--set", "utility.transitory_taste=1",
                                      "--set", "search.contact_rate_employed=0.3",
                                      "--set", "search.home_share=0.2"))
        self.expect_all_hold(validate("bidders", "--set", "search.contacts_per_search=4"))
        # Without chance: all caps are the same, or all firms bid.
        self.expect_all_hold(validate("bidders", "--set", "fringe.USA.productivity.low=0.7",
                                      "--set", "fringe.USA.productivity.high=0.7"))
        self.expect_all_hold(validate("bidders", "--set", "fringe.USA.firms=10"))
        self.expect_all_hold(validate("assignment", "--set", "fringe.USA.productivity.exponent=2"))
        self.expect_all_hold(validate("production", "--set", "production.elasticity=0.6"))
        self.expect_all_hold(validate("rounds", "--set", "offers.escalation_step=0.37",
                                      "--set", "fringe.USA.firms=30"))
        self.expect_all_hold(validate("rounds", "--set", "offers.rounds=3",
                                      "--set", "utility.outside_pay=0.5"))
        self.expect_all_hold(validate("deferred_acceptance", "--set", "simulation.seed=9"))

    def test_threads_change_nothing(self):
        chosen = ["postel_vinay_robin", "two_state", "deferred_acceptance", "assignment"]
        one = validate(*chosen, "--threads", "1")
        self.expect_all_hold(one)
        self.assertEqual(validate(*chosen, "--threads", "3").stdout, one.stdout)

    def test_what_leaves_a_law_without_a_theory_is_told_before_anything_runs(self):
        for preset, path, value, accepted in [
            ("ladder", "search.separation_rate", "0", "at least 0.0026 and at most 0.95"),
            ("ladder", "search.contact_rate_unemployed", "0", "at least 0.001"),
            ("ladder", "mechanisms.ties", "true", "false"),
            ("ladder", "search.separation_rate", "0.97", "at least 0.0026 and at most 0.95"),
            ("two_state", "countries.USA.pay_subsidy", "1000", "0"),
            ("two_state", "firms.home_firm.country", "USA", "KOR"),
            ("bargaining", "offers.bargaining_power", "1", "below 1"),
            ("postel_vinay_robin", "fringe.USA.productivity.high", "1.00000001", "above 1.00005"),
            ("rounds", "utility.outside_pay", "1.5", "at most 1"),
            ("production", "production.elasticity", "100", "at least 0.1 and at most 10"),
            ("deferred_acceptance", "mechanisms.non_compete", "true", "false"),
            ("assignment", "mechanisms.visas", "true", "false"),
            ("logit", "utility.transitory_taste", "0", "above 0"),
            ("logit", "search.contacts_per_search", "2", "at least 3, or all"),
            ("two_state", "search.home_share", "1", "below 1"),
            ("burdett_mortensen", "utility.outside_pay", "2", "below 1"),
            ("burdett_mortensen", "fringe.USA.firms", "1", "at least 2"),
            ("postel_vinay_robin", "offers.counteroffer_probability", "0.5", "1"),
            ("bidders", "fringe.USA.firms", "5", "at least 10"),
            ("roy", "firms.home.posted_pay", "100000", "not set"),
            ("roy", "utility.form", "linear", "logarithmic"),
            ("assignment", "mechanisms.own_search", "false", "true"),
        ]:
            with self.subTest(preset=preset, path=path):
                done = validate(preset, "--set", f"{path}={value}")
                self.assertEqual((done.returncode, done.stdout), (2, ""))
                self.assertEqual(done.stderr, f"{preset}: {path}: {value} leaves the law without a "
                                              f"theory ({accepted})\n")
        done = validate("roy", "--set", "utility.moving_cost=5")
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertIn("people 50 at least move and as many stay", done.stderr)
        done = validate("two_state", "--set", "utility.transitory_taste=0.001")
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertIn("two_state: utility.transitory_taste: 0.001 leaves the law", done.stderr)

    def test_mistakes_of_all_presets_come_together(self):
        done = validate("ladder", "logit", "roy", "--set", "search.contact_rate_unemployed=0",
                        "--set", "utility.form=linear")
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        lines = done.stderr.splitlines()
        self.assertEqual(len(lines), 6)
        for preset in ("ladder", "logit", "roy"):
            self.assertEqual(sum(line.startswith(f"{preset}: ") for line in lines), 2)

    def test_worlds_that_no_machine_holds_are_refused(self):
        for arguments in (["population.researchers=1e9"], ["population.researchers=1e9", "--full"]):
            done = validate("ladder", "bargaining", "--set", *arguments)
            self.assertEqual((done.returncode, done.stdout), (2, ""))
            self.assertRegex(done.stderr, r"ladder\.yaml: population: 1e\+\d+ researchers need about "
                                          r".* GiB of memory \(at most the .*\)\n.*bargaining\.yaml: ")

    def test_wrong_input_is_told_before_anything_runs(self):
        done = validate("laddr", "roy")
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertRegex(done.stderr, r"^laddr: unknown preset \(nearest: ladder; one of ladder, .*\)\n$")
        done = validate("")
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertRegex(done.stderr, r"^'': unknown preset \(nearest: ")
        done = validate("roy", "--set", "search.home_shar=1")
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertEqual(done.stderr,
                         "--set search.home_shar: unknown parameter (nearest: search.home_share)\n")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
