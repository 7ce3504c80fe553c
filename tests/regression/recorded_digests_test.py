"""The bits of small worlds are those recorded: a new mechanism that is off changes not one of them.

usage: recorded_digests_test.py TALENTSIM SCENARIOS [--record]

--record writes recorded_digests.json anew, which belongs in a commit with an entry under "Changes results" of
CHANGELOG.md.
"""

import json
import re
import subprocess
import sys
import unittest
from pathlib import Path

TALENTSIM, SCENARIOS = Path(sys.argv[1]), Path(sys.argv[2])
RECORDED = Path(__file__).with_name("recorded_digests.json")
PEOPLE = ["--set", "population.researchers=2000", "--set", "simulation.burn_in_months=12", "--months", "24"]
NOT_WORLDS = {"plain", "one_country", "lottery"}  # what the others extend; a check that simulates nobody


def digests() -> dict[str, str]:
    """Digest by scenario: tiny as it is, and the presets with few people for a few months."""
    presets = sorted(file.stem for file in (SCENARIOS / "presets").glob("*.yaml") if file.stem not in NOT_WORLDS)
    runs = {"tiny": []} | {f"presets/{name}": PEOPLE for name in presets}
    found = {}
    for name, options in runs.items():
        done = subprocess.run([TALENTSIM, "run", SCENARIOS / f"{name}.yaml", "--record", "none", *options],
                              capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise AssertionError(f"{name}: exit code {done.returncode}: {done.stderr}")
        found[name] = re.search(r"digest ([0-9a-f]{64})", done.stdout).group(1)
    return found


class RecordedDigests(unittest.TestCase):
    def test_every_world_has_the_bits_recorded(self):
        recorded = json.loads(RECORDED.read_text())
        found = digests()
        self.assertGreater(len(found), 10)
        for name, digest in found.items():
            with self.subTest(world=name):
                self.assertEqual(digest, recorded.get(name), "recorded otherwise: see CONTRIBUTING.md")


if __name__ == "__main__":
    if "--record" in sys.argv:
        RECORDED.write_text(json.dumps(digests(), indent=2) + "\n")
    else:
        unittest.main(argv=sys.argv[:1])
