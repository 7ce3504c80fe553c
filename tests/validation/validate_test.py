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
    "bidders", "logit", "roy", "two_state", "deferred_acceptance", "assignment", "production", "lottery",
]


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

    def test_theory_is_worked_out_from_the_parameters_and_not_stored(self):
        search = ["--set", "search.separation_rate=0.04", "--set", "search.contact_rate_employed=0.25",
                  "--set", "search.contact_rate_unemployed=0.5", "--set", "simulation.seed=7"]
        ladders = ["ladder", "burdett_mortensen", "postel_vinay_robin", "bargaining",
                   "selective_counteroffers"]
        self.expect_all_hold(validate(*ladders, *search))
        self.expect_all_hold(validate("logit", "--set", "utility.transitory_taste=0.4",
                                      "--set", "firms.low.posted_pay=250000"))
        self.expect_all_hold(validate("roy", "--set", "utility.moving_cost=0.1",
                                      "--set", "population.talent.log_sd=0.8",
                                      "--set", "countries.USA.talent_exponent=0.5"))
        self.expect_all_hold(validate("two_state", "--set", "utility.transitory_taste=1",
                                      "--set", "search.contact_rate_employed=0.3",
                                      "--set", "search.home_share=0.2"))
        self.expect_all_hold(validate("bidders", "--set", "search.contacts_per_search=4"))
        self.expect_all_hold(validate("assignment", "--set", "fringe.USA.productivity.exponent=2"))
        self.expect_all_hold(validate("production", "--set", "production.elasticity=0.6"))
        self.expect_all_hold(validate("deferred_acceptance", "--set", "simulation.seed=9"))

    def test_threads_change_nothing(self):
        chosen = ["postel_vinay_robin", "two_state", "deferred_acceptance", "assignment"]
        one = validate(*chosen, "--threads", "1")
        self.expect_all_hold(one)
        self.assertEqual(validate(*chosen, "--threads", "3").stdout, one.stdout)

    def test_a_law_that_fails_is_told_and_ends_with_1(self):
        # The closed form of the auction needs employers that answer every offer.
        done = validate("postel_vinay_robin", "--set", "offers.counteroffer_probability=0.2")
        self.assertEqual(done.returncode, 1)
        self.assertIn("FAILS", done.stdout)
        self.assertEqual(done.stderr, "laws that do not hold in: postel_vinay_robin\n")

    def test_wrong_input_is_told_before_anything_runs(self):
        done = validate("laddr", "roy")
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertRegex(done.stderr, r"^laddr: unknown preset \(one of ladder, .*; nearest: ladder\)\n$")
        done = validate("roy", "--set", "search.home_shar=1")
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertEqual(done.stderr,
                         "--set search.home_shar: unknown parameter (nearest: search.home_share)\n")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
