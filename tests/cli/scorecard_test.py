"""The command scorecard, and the policies that come with the scenarios.
Called as: scorecard_test.py PROGRAM SOURCE_FOLDER"""

import os
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

PROGRAM, SOURCE = map(os.path.abspath, sys.argv[1:3])
TINY = "scenarios/tiny.yaml"


def run(*arguments, folder=SOURCE):
    return subprocess.run([PROGRAM, *arguments], cwd=folder, capture_output=True, text=True, timeout=120)


class Scorecard(unittest.TestCase):
    def test_a_world_is_compared_with_every_fact_and_what_it_lacks_is_told(self):
        done = run("scorecard", TINY, "--replicates", "3", "--months", "24")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        lines = done.stdout.splitlines()
        self.assertEqual(lines[0], "Three small countries: 2024-01 to 2025-12; median and 5 to 95 % band of 3 replicates")
        facts = (Path(SOURCE) / "scenarios/facts/stylised_facts.yaml").read_text().count("\n    fact: ")
        self.assertRegex(lines[-1], rf"^Of {facts} facts \d+ pass(es)?, \d+ fails? and \d+ are not measured\.$")
        self.assertIn("  retention_anthropic: the scenario has no firm Anthropic", lines)
        self.assertIn("  h1b_selected: nobody registers for a visa there", lines)
        verdicts = [line.split()[-1] for line in lines if line.startswith(("korea", "top", "star", "senior"))]
        self.assertLessEqual(set(verdicts), {"pass", "FAIL"})
        self.assertGreater(len(verdicts), 5)

    def test_it_is_the_same_again_and_for_any_number_of_threads(self):
        outputs = {run("scorecard", TINY, "--replicates", "2", "--months", "12", "--threads", threads).stdout
                   for threads in ("1", "2", "1")}
        self.assertEqual(len(outputs), 1)

    def test_the_scenario_options_of_run_are_taken(self):
        with tempfile.TemporaryDirectory() as folder:
            facts = Path(folder) / "f.yaml"
            facts.write_text("facts:\n  abroad: {fact: korea_abroad, indicator: living_abroad.KOR, above: 0, why: it is a share}\n")
            with_one = run("scorecard", TINY, "--facts", facts, "--months", "6", "--seed", "4", "--scale", "0.9",
                           "--set", "search.home_share=0.5", "--policy", "scenarios/policies/nothing.yaml")
            self.assertEqual(with_one.returncode, 2)
            self.assertEqual(with_one.stderr, "scenarios/policies/nothing.yaml: does not exist (a file in YAML)\n")
            done = run("scorecard", TINY, "--facts", facts, "--months", "6", "--seed", "4", "--scale", "0.9",
                       "--set", "search.home_share=0.5")
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertIn("2024-01 to 2024-06; one replicate, so no band (--replicates 5 gives one); scale 0.9", done.stdout)
            self.assertTrue(done.stdout.endswith("Of 1 facts 1 passes, 0 fail and 0 are not measured.\n"))

    def test_mistakes_of_scenario_facts_and_options_come_together(self):
        with tempfile.TemporaryDirectory() as folder:
            done = run("scorecard", "none.yaml", "--facts", "f.yaml", "--threads", "0", folder=folder)
            self.assertEqual((done.returncode, done.stdout), (2, ""))
            self.assertEqual(done.stderr.splitlines()[:2], ["none.yaml: does not exist (a file in YAML)",
                                                            "f.yaml: does not exist (a file in YAML)"])
            self.assertIn("--threads", done.stderr)


class Policies(unittest.TestCase):
    def test_every_policy_fits_its_world_and_gives_a_source_for_every_figure(self):
        policies = sorted((Path(SOURCE) / "scenarios/policies").glob("*.yaml"))
        self.assertGreaterEqual(len(policies), 18)
        for policy in policies:
            with self.subTest(policy.name):
                done = run("check", "scenarios/talent_war_2025.yaml", "--policy", policy)
                self.assertEqual((done.returncode, done.stderr), (0, ""))
                self.assertIn("; 1 policy: ", done.stdout)
                self.assertIn(policy.name, (Path(SOURCE) / "scenarios/policies/README.md").read_text())


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
