"""The commands that only read: check, describe, diff, --version; and what every command does when it
is called wrongly. Called as: input_commands_test.py PROGRAM SOURCE_FOLDER"""

import json
import os
import subprocess
import sys
import tempfile
import unittest

PROGRAM, SOURCE = map(os.path.abspath, sys.argv[1:3])
TINY = "scenarios/tiny.yaml"


def run(*arguments, folder=SOURCE, **options):
    return subprocess.run(
        [PROGRAM, *arguments], cwd=folder, capture_output=True, text=True, timeout=60, **options
    )


class Commands(unittest.TestCase):
    def expect(self, done, code, out="", err=""):
        self.assertEqual((done.returncode, done.stdout, done.stderr), (code, out, err))

    def scenario(self, text, name="s.yaml"):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        with open(os.path.join(folder.name, name), "w", encoding="utf-8") as file:
            file.write(text)
        return folder.name


class Check(Commands):
    def test_a_scenario_without_mistakes_is_summed_up_in_a_line(self):
        done = run("check", TINY)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertRegex(
            done.stdout,
            r"^Three small countries: 3 countries, 5 named firms, 24 months from 2024-01; "
            r"\d+ figures: \d+ cite a source, \d+ are assumed, 0 say nothing; 0 policies\n$",
        )

    def test_mistakes_go_to_stderr_each_on_a_line_with_its_place_as_the_user_named_the_file(self):
        folder = self.scenario("extends: base.yaml\nsearch: {home_share: 2, same_month: no}\n")
        self.expect(
            run("check", "./s.yaml", "--set", "serach.draw=uniform", "--policy", "p.yaml",
                "--set", "offers.pay_floor=x", folder=folder),
            2,
            err="./s.yaml:1:10: extends: base.yaml does not exist (a file in YAML)\n"
            "./s.yaml:2:22: search.home_share: 2 is out of bounds (a number in [0, 1])\n"
            "./s.yaml:2:37: search.same_month: 'no' is not read as a flag (true or false; write false)\n"
            "p.yaml: does not exist (a file in YAML)\n"
            "--set serach.draw: unknown parameter (nearest: search.draw)\n"
            "--set offers.pay_floor: 'x' is not a number (a number in [0, 1])\n",
        )

    def test_figures_without_a_source_are_listed_on_stderr(self):
        folder = self.scenario("title: S\ncountries: {KOR: {researchers: 5}}\nfringe: {KOR: {}}\n")
        done = run("check", "s.yaml", folder=folder)
        self.assertEqual(done.returncode, 0)
        self.assertEqual(
            done.stderr,
            "figures that cite no source and are not said to be assumed: countries.KOR.researchers\n",
        )
        self.assertIn("S: 1 country, 0 named firms, 72 months from 2024-01; 1 figure: 0 cite", done.stdout)

    def test_policies_are_named(self):
        folder = self.scenario("title: Nothing\nchanges: {}\n", "p.yaml")
        done = run("check", TINY, "--policy", os.path.join(folder, "p.yaml"))
        self.assertEqual(done.returncode, 0)
        self.assertTrue(done.stdout.endswith("; 1 policy: Nothing\n"))


class Diff(Commands):
    def test_differences_stand_in_columns(self):
        folder = self.scenario("title: B\nextends: %s\nsearch: {home_share: 0.9}\n"
                               "firms: {naver: {posted_pay: 1e5}}\n" % os.path.join(SOURCE, TINY))
        with open(os.path.join(folder, "a.yaml"), "w", encoding="utf-8") as file:
            file.write("extends: %s\ntitle: A\n" % os.path.join(SOURCE, TINY))
        self.expect(
            run("diff", "a.yaml", "s.yaml", folder=folder),
            0,
            "parameter               a.yaml     s.yaml\n"
            "firms.naver.posted_pay  (not set)  100000\n"
            "search.home_share       0.94       0.9\n",
        )

    def test_a_scenario_does_not_differ_from_itself(self):
        self.expect(run("diff", TINY, TINY), 0)

    def test_a_scenario_with_mistakes_is_refused(self):
        self.expect(run("diff", TINY, "none.yaml"), 2,
                    err="none.yaml: does not exist (a file in YAML)\n")


class Describe(Commands):
    def test_a_parameter_is_described_under_the_path_given(self):
        done = run("describe", "countries.KOR.public_gpus")
        self.assertEqual(done.returncode, 0)
        self.assertTrue(done.stdout.startswith("countries.KOR.public_gpus\n  meaning  public pool"))

    def test_without_a_path_everything_has_its_line(self):
        lines = run("describe").stdout.splitlines()
        for name in ("simulation.start", "firms.*.mission", "headcount"):
            self.assertTrue(any(line.startswith(name + " ") for line in lines), name)

    def test_the_schema_is_json(self):
        done = run("describe", "--schema")
        self.assertEqual(done.returncode, 0)
        self.assertIn("countries", json.loads(done.stdout)["properties"])

    def test_what_is_unknown_is_answered_with_the_nearest_name(self):
        self.expect(run("describe", "serach.draw"), 2,
                    err="serach.draw: no such parameter, section or variable (nearest: search.draw)\n")


class Program(Commands):
    def test_the_version_names_version_commit_and_compiler(self):
        done = run("--version")
        self.assertEqual(done.returncode, 0)
        self.assertRegex(done.stdout, r"^talentsim \d+\.\d+\.\d+ \(commit \S+, \S+ [\d.]+\)\n$")

    def test_help_is_no_mistake(self):
        for arguments in (["--help"], ["check", "--help"]):
            done = run(*arguments)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertIn("Usage:", done.stdout)

    def test_a_command_line_that_makes_no_sense_is_wrong_input(self):
        for arguments in ([], ["chekc"], ["check"], ["check", TINY, "--st", "x"],
                          ["check", TINY, "--set"], ["describe", "search", "--schema"]):
            done = run(*arguments)
            self.assertEqual((done.returncode, done.stdout), (2, ""), arguments)
            self.assertNotEqual(done.stderr, "", arguments)

    @unittest.skipUnless(os.path.exists("/dev/full"), "needs a full disk")
    def test_results_that_cannot_be_written_are_a_failure(self):
        for command in (["describe"], ["check", TINY], ["--version"]):
            with open("/dev/full", "w", encoding="utf-8") as full:
                done = subprocess.run([PROGRAM, *command], cwd=SOURCE, stdout=full,
                                      stderr=subprocess.PIPE, text=True, timeout=60)
            self.assertEqual(done.returncode, 1, command)
            self.assertNotEqual(done.stderr, "", command)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
