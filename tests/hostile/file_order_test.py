"""Files that mean the same give the same results, bit for bit: in any order of keys, firms and countries, and however
a scenario is spread over files that extend each other.

usage: file_order_test.py PROGRAM SOURCE_FOLDER
"""

import json
import os
import random
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

PROGRAM, SOURCE = map(os.path.abspath, sys.argv[1:3])
WORLDS = 12
CODES = ["USA", "CHN", "KOR", "JPN", "FRA", "GBR", "IND", "DEU"]


def random_scenario(chance: random.Random) -> dict:
    """A small valid scenario, as nested maps."""
    codes = chance.sample(CODES, chance.randint(1, 5))
    countries, fringe, firms = {}, {}, {}
    for code in codes:
        others = [other for other in codes if other != code]
        countries[code] = {"researchers": chance.randint(50, 400), "tax_rate": round(chance.uniform(0, 0.6), 3),
                           "graduates_per_month": chance.randint(0, 4), "public_gpus": chance.randint(0, 50)}
        for key in ("origins", "study_abroad"):
            if others and chance.random() < 0.6:
                chosen = chance.sample(others, chance.randint(1, min(3, len(others))))
                countries[code][key] = {other: round(chance.uniform(0, 0.2), 3) for other in chosen}
        if others and chance.random() < 0.4:
            countries[code]["moving_cost_to"] = {chance.choice(others): round(chance.uniform(0, 2), 3)}
        fringe[code] = {"firms": chance.randint(1, 8), "gpus_per_head": round(chance.uniform(0, 1), 3)}
    for number in range(chance.randint(0, 8)):
        firms[f"firm{number}"] = {"country": chance.choice(codes), "staff": chance.randint(0, 6),
                                  "gpus": chance.randint(0, 300), "kind": chance.choice(["lab", "big_tech", "university"]),
                                  "pay_premium": round(chance.uniform(0.8, 1.6), 3)}
    scenario = {
        "simulation": {"start": "2024-03", "months": chance.randint(2, 8), "burn_in_months": chance.randint(0, 3),
                       "seed": chance.randint(0, 99)},
        "search": {"home_share": round(chance.uniform(0.5, 1), 3), "draw": chance.choice(["uniform", "vacancies"])},
        "population": {"unemployed_at_start": round(chance.uniform(0, 0.2), 3)},
        "countries": countries,
        "fringe": fringe,
        "changes": {f"countries.{codes[0]}.tax_rate": {"2024-04": 0.5}, "search.home_share": {"2024-03": {"multiply": 0.9}}},
    }
    if firms:
        scenario["firms"] = firms
    return scenario


def shuffled(tree, chance: random.Random):
    """The same maps, their keys in another order."""
    if not isinstance(tree, dict):
        return tree
    keys = list(tree)
    chance.shuffle(keys)
    return {key: shuffled(tree[key], chance) for key in keys}


def split(tree: dict, chance: random.Random) -> tuple[dict, dict]:
    """A base and what is laid over it, together the same; some of the base is wrong and put right."""
    base, over = {}, {}
    for key, value in tree.items():
        if isinstance(value, dict) and key not in ("changes",) and chance.random() < 0.7:
            base[key], over[key] = split(value, chance)
        elif chance.random() < 0.5:
            base[key] = value
        else:
            over[key] = value
            if isinstance(value, float):
                base[key] = value / 2  # to be replaced
    return base, over


def text_of(tree: dict, indent: str = "") -> str:
    """The maps as YAML in block style."""
    lines = ""
    for key, value in tree.items():
        if isinstance(value, dict) and value:
            lines += f"{indent}{key}:\n{text_of(value, indent + '  ')}"
        else:
            lines += f"{indent}{key}: {value if isinstance(value, str) else json.dumps(value)}\n"
    return lines


class FileOrder(unittest.TestCase):
    def digest(self, folder: Path, name: str) -> str:
        done = subprocess.run([PROGRAM, "run", name, "--record", "none", "--threads", "1"], cwd=folder, timeout=60,
                              capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr + (folder / name).read_text())
        return re.search(r"digest ([0-9a-f]{64})", done.stdout).group(1)

    def test_neither_the_order_of_keys_nor_the_split_into_files_changes_results(self):
        digests = set()
        for world in range(WORLDS):
            with self.subTest(world=world), tempfile.TemporaryDirectory() as name:
                folder, chance = Path(name), random.Random(world)
                scenario = random_scenario(chance)
                (folder / "a.yaml").write_text("title: T\n" + text_of(scenario))
                usual = self.digest(folder, "a.yaml")
                digests.add(usual)

                (folder / "b.yaml").write_text(text_of(shuffled(scenario, chance)) + "title: T\n")
                self.assertEqual(self.digest(folder, "b.yaml"), usual, (folder / "b.yaml").read_text())

                base, over = split(shuffled(scenario, chance), chance)
                below, base = split(base, chance)
                (folder / "c0.yaml").write_text("title: T\n" + text_of(below))
                (folder / "c1.yaml").write_text("extends: c0.yaml\n" + text_of(base))
                (folder / "c2.yaml").write_text(text_of(over) + "extends: c1.yaml\n")
                self.assertEqual(self.digest(folder, "c2.yaml"), usual, "\n".join(
                    (folder / f"c{i}.yaml").read_text() for i in range(3)))
                same = subprocess.run([PROGRAM, "diff", "a.yaml", "c2.yaml"], cwd=folder, capture_output=True, text=True)
                self.assertEqual((same.returncode, same.stdout, same.stderr), (0, "", ""))
        self.assertEqual(len(digests), WORLDS, "the worlds should differ, or nothing is tested")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
