"""Same scenario and seed, same bits: the digests of runs that must not differ, and of some that must.

usage: digests_test.py TALENTSIM SCENARIOS [--full]

By default the world of talent_war_2025 at scale 0.05 runs for three years; with --full for its whole
length.
"""

import os
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

TALENTSIM, SCENARIOS = Path(sys.argv[1]), Path(sys.argv[2])
SHORT = ["--months", "24", "--set", "simulation.burn_in_months=12"]
WORLD = ["talent_war_2025.yaml", "--scale", "0.05"] + ([] if "--full" in sys.argv else SHORT)


def digest(*arguments: str, environment: dict[str, str] | None = None) -> str:
    """The digest that `talentsim run SCENARIO ...` prints."""
    scenario, *rest = arguments
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [TALENTSIM, "run", SCENARIOS / scenario, "-o", Path(folder) / "out.h5", *rest],
            capture_output=True, text=True, env={**os.environ, **(environment or {})}, check=False)
    if done.returncode != 0:
        raise AssertionError(f"{rest}: exit code {done.returncode}: {done.stderr}")
    return re.search(r"digest ([0-9a-f]{64})", done.stdout).group(1)


class Digests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.usual = digest(*WORLD)

    def assert_unchanged(self, *arguments: str, environment: dict[str, str] | None = None):
        self.assertEqual(digest(*WORLD, *arguments, environment=environment), self.usual)

    def policy_digest(self, text: str) -> str:
        with tempfile.TemporaryDirectory() as folder:
            policy = Path(folder) / "policy.yaml"
            policy.write_text(f"title: a policy\nchanges: {text}\n")
            return digest(*WORLD, "--policy", str(policy))

    def test_any_number_of_threads(self):
        for threads in ("1", "2", "3", "8"):
            with self.subTest(threads=threads):
                self.assert_unchanged("--threads", threads)

    def test_any_order_of_visits(self):
        for visit in ("forwards", "backwards"):
            with self.subTest(visit=visit):
                self.assert_unchanged("--visit", visit)

    def test_whatever_is_recorded(self):
        for record in ("none", "all", "headcount,moves"):
            with self.subTest(record=record):
                self.assert_unchanged("--record", record)

    def test_a_processor_without_fused_multiply_add(self):
        # The C library then picks other variants of its functions, with other last bits.
        masked = {"GLIBC_TUNABLES": "glibc.cpu.hwcaps=-FMA,-FMA4,-AVX2,-AVX512F"}
        self.assert_unchanged(environment=masked)

    def test_another_seed_differs(self):
        self.assertNotEqual(digest(*WORLD, "--seed", "7"), self.usual)

    def test_a_policy_that_changes_nothing_changes_not_one_bit(self):
        self.assertEqual(self.policy_digest("{}"), self.usual)
        self.assertEqual(self.policy_digest("{search.home_share: {2025-01: 0.94}}"), self.usual)
        self.assertEqual(self.policy_digest("{countries.KOR.public_gpus: {2025-01: {add: 0}}}"),
                         self.usual)

    def test_a_policy_that_changes_something_differs(self):
        self.assertNotEqual(
            self.policy_digest("{countries.KOR.public_gpus: {2025-01: {add: 20000}}}"), self.usual)

    def test_replicates_side_by_side_and_one_after_another(self):
        tiny = ["tiny.yaml", "--replicates", "5"]
        one = digest(*tiny, "--threads", "1")
        self.assertEqual(digest(*tiny, "--threads", "2"), one)
        self.assertEqual(digest(*tiny, "--threads", "8", "--record", "all"), one)
        self.assertNotEqual(digest("tiny.yaml", "--replicates", "4"), one)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
