"""The JSON Schema of scenarios, in the hands of the schema language's own checker: it accepts every
scenario of the project and refuses what the reader refuses.
Called as: scenario_schema_test.py SOURCE_FOLDER"""

import json
import pathlib
import re
import sys
import unittest

import jsonschema
import yaml

SCENARIOS = pathlib.Path(sys.argv[1]) / "scenarios"


class Loader(yaml.SafeLoader):
    """YAML 1.2, as editors read it: PyYAML takes `1e6` for text."""


Loader.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"^[-+]?(\.\d+|\d+(\.\d*)?)[eE][-+]?\d+$"), list("-+.0123456789")
)


class Schema(unittest.TestCase):
    def setUp(self):
        schema = json.loads((SCENARIOS / "schema/scenario.schema.json").read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        self.validator = jsonschema.Draft202012Validator(schema)

    def accepts(self, text):
        return self.validator.is_valid(yaml.load(text, Loader))

    def test_every_scenario_is_accepted(self):
        # presets too; not policies and studies, which have formats of their own
        files = [*SCENARIOS.glob("*.yaml"), *SCENARIOS.glob("presets/*.yaml")]
        self.assertGreater(len(files), 0)
        for file in files:
            with self.subTest(file.name):
                tree = yaml.load(file.read_text(encoding="utf-8"), Loader)
                self.assertEqual([error.message for error in self.validator.iter_errors(tree)], [])

    def test_what_the_reader_accepts_is_accepted(self):
        for text in (
            "search: {contacts_per_search: all, home_share: 1}",
            "production: {unit_value: 2.7e8 KRW}",
            "simulation: {start: 2024-01, months: 24, seed: 1e6}",
            "firms: {safe-superintelligence: {mission: [0, 0.5, -1], country: USA}}",
            "changes: {countries.KOR.public_gpus: {2025-12: {add: 5}}}",
        ):
            with self.subTest(text):
                self.assertTrue(self.accepts(text))

    def test_what_the_reader_refuses_is_refused(self):
        for text in (
            "serach: {}",
            "search: {home_share: 1.5}",
            "search: {home_share: '0.5'}",
            "search: {draw: lots}",
            "search: 3",
            "simulation: {scale: 0}",
            "simulation: {months: 1.5}",
            "simulation: {start: 2024-13}",
            "mechanisms: {graduates: 1}",
            "firms: {naver: {mission: [0, 1]}}",
            "firms: {'a b': {}}",
            "countries: {KOR: {study_abroad: {USA: 2}}}",
            "policies: a.yaml",
        ):
            with self.subTest(text):
                self.assertFalse(self.accepts(text))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
