"""Wrong input in every shape we could think of: each gets a true sentence that helps, exit code 2, at once, and leaves
nothing behind.

usage: hostile_input_test.py PROGRAM SOURCE_FOLDER [--write-docs]

With --write-docs, writes docs/hostile_input.md from the cases and tests nothing.
"""

import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

PROGRAM, SOURCE = map(os.path.abspath, sys.argv[1:3])
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.dont_write_bytecode = True
from cases import SECTIONS, VARIABLES  # noqa: E402  beside this file

PAGE = Path(SOURCE) / "docs" / "hostile_input.md"
MOST_SECONDS = 1.0  # of the processor, so that a busy machine fails nobody
LONG = ["--set", "simulation.burn_in_months=0", "--months", "3000", "--record", "all"]  # goes on for seconds


def scratch(case: unittest.TestCase) -> Path:
    folder = tempfile.TemporaryDirectory()
    case.addCleanup(folder.cleanup)
    shutil.copy(Path(SOURCE) / "scenarios" / "tiny.yaml", folder.name)
    return Path(folder.name)


def call(folder: Path, *arguments: str, **options):
    return subprocess.run([PROGRAM, *arguments], cwd=folder, capture_output=True, text=True, timeout=60, **options)


def wait_for(path: Path) -> None:
    for _ in range(1000):
        if path.exists() and path.stat().st_size > 0:
            return
        time.sleep(0.01)
    raise AssertionError(f"{path} does not appear")


def wait_for_work(pid: int, seconds: float) -> None:
    """Until the process has had so much processor time, however busy the machine is."""
    for _ in range(6000):
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        if (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK") >= seconds:
            return
        time.sleep(0.01)
    raise AssertionError(f"process {pid} does not work")


def processor_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class Messages(unittest.TestCase):
    """Every case of cases.py."""

    def prepare(self, case) -> Path:
        folder = scratch(self)
        for name in case.folders:
            (folder / name).mkdir()
        for name, content in case.files.items():
            (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        for name, target in case.links.items():
            (folder / name).symlink_to(target)
        return folder

    def check(self, case, folder: Path, command: list[str]) -> None:
        def contents():
            return {str(p): p.read_bytes() if p.is_file() else None for p in sorted(folder.rglob("*"))}

        before, start = contents(), processor_seconds()
        done = call(folder, *command)
        self.assertLess(processor_seconds() - start, MOST_SECONDS)
        if case.is_pattern:
            self.assertRegex(done.stderr, f"^{case.message}\n$")
        else:
            self.assertEqual(done.stderr, case.message + "\n")
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertEqual(contents(), before)


def add_case(section: str, case) -> None:
    def test(self):
        folder = self.prepare(case)
        for command in [case.command, *case.also]:
            with self.subTest(command=command):
                self.check(case, folder, command)

    name = re.sub(r"\W+", "_", f"test_{section}_{case.what}").lower()
    while hasattr(Messages, name):
        name += "_again"
    setattr(Messages, name, test)


class Outputs(unittest.TestCase):
    """Files that cannot be written, or not to the end."""

    def test_a_full_disk_ends_the_run_with_a_sentence_and_without_a_file(self):
        whole = scratch(self)
        self.assertEqual(call(whole, "run", "tiny.yaml", "-o", "out.h5").returncode, 0)
        size = (whole / "out.h5").stat().st_size
        for limit in (0, 100, 4096, size // 4, size // 2, size - 1):
            with self.subTest(limit=limit):
                folder = scratch(self)
                done = call(folder, "run", "tiny.yaml", "-o", "out.h5", "--quiet",
                            preexec_fn=lambda limit=limit: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
                self.assertEqual(done.returncode, 1)
                self.assertRegex(done.stderr, r"^out\.h5\.part\S*: cannot [^\n]+ \(File too large\)\n$")
                self.assertEqual(os.listdir(folder), ["tiny.yaml"])

    def test_a_disk_that_fills_in_mid_run_keeps_the_file_that_was_there(self):
        folder = scratch(self)
        (folder / "out.h5").write_text("precious")
        done = call(folder, "run", "tiny.yaml", "-o", "out.h5", "--force", *LONG,
                    preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000)))
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stderr, r"\(File too large\)\n$")
        self.assertEqual((folder / "out.h5").read_text(), "precious")
        self.assertEqual(sorted(os.listdir(folder)), ["out.h5", "tiny.yaml"])

    def test_a_folder_that_is_closed_to_us_is_refused_before_the_run(self):
        folder = scratch(self)
        (folder / "closed").mkdir()
        os.chmod(folder, 0o755)
        os.chmod(folder / "closed", 0o555)
        nobody = 65534
        as_nobody = {"user": nobody, "group": nobody} if os.geteuid() == 0 else {}
        try:
            done = call(folder, "run", "tiny.yaml", "-o", "closed/out.h5", **as_nobody)
        except PermissionError:
            self.skipTest("the program lies where nobody else can call it")
        self.assertEqual((done.returncode, done.stdout, done.stderr),
                         (2, "", "closed/out.h5: cannot be written to the folder closed (Permission denied)\n"))

    def test_a_folder_that_cannot_be_made_is_refused_before_the_run(self):
        done = call(scratch(self), "run", "tiny.yaml", "-o", "/proc/none/out.h5")
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertRegex(done.stderr, r"^/proc/none/out\.h5: (its folder cannot be made|cannot be written to the folder "
                                      r"/proc) \([^\n]+\)\n$")

    def test_a_second_process_on_the_same_output_is_refused_and_the_first_one_goes_on(self):
        folder = scratch(self)
        first = subprocess.Popen([PROGRAM, "run", "tiny.yaml", "-o", "out.h5", "--quiet", *LONG], cwd=folder,
                                 stderr=subprocess.DEVNULL)
        try:
            wait_for(folder / "out.h5.part")
            for force in ([], ["--force"]):
                done = call(folder, "run", "tiny.yaml", "-o", "out.h5", *force)
                self.assertEqual((done.returncode, done.stdout, done.stderr),
                                 (2, "", "out.h5: another process is writing it now, as out.h5.part (wait for it, or "
                                  "name another output)\n"))
            self.assertIsNone(first.poll())
        finally:
            first.send_signal(signal.SIGTERM)
            self.assertEqual(first.wait(timeout=60), 143)
        self.assertTrue((folder / "out.h5.part").exists())

    def test_of_many_processes_at_once_one_writes_the_file(self):
        folder = scratch(self)
        many = [subprocess.Popen([PROGRAM, "run", "tiny.yaml", "-o", "out.h5", "--quiet", "--threads", "1"], cwd=folder,
                                 stderr=subprocess.PIPE, text=True) for _ in range(6)]
        ends = [(one.communicate(timeout=60)[1], one.returncode) for one in many]
        self.assertEqual([code for _, code in ends].count(0), 1, ends)
        for message, code in ends:
            self.assertIn(code, (0, 2))
            self.assertRegex(message, r"^$|^out\.h5: (another process is writing it now|exists already)[^\n]*\n$")
        self.assertEqual(call(folder, "show", "out.h5").returncode, 0)
        self.assertEqual(sorted(os.listdir(folder)), ["out.h5", "tiny.yaml"])

    def test_what_a_stopped_or_killed_run_left_is_shown_as_unfinished_and_written_anew(self):
        for ending, code in ((signal.SIGTERM, 143), (signal.SIGINT, 130), (signal.SIGKILL, -9)):
            with self.subTest(ending=ending):
                folder = scratch(self)
                run = subprocess.Popen([PROGRAM, "run", "tiny.yaml", "-o", "out.h5", "--quiet", *LONG], cwd=folder,
                                       stderr=subprocess.PIPE, text=True)
                wait_for_work(run.pid, seconds=0.4)  # at 0.1 it has begun, at 1 it may be done
                run.send_signal(ending)
                message = run.communicate(timeout=60)[1]
                self.assertEqual(run.returncode, code)
                if ending != signal.SIGKILL:
                    self.assertTrue(message.startswith("stopped before the end; what was recorded is in out.h5.part. "
                                                       "From the start again: "), message)
                    shown = call(folder, "show", "out.h5.part")
                    self.assertEqual(shown.returncode, 0, shown.stderr)
                    self.assertRegex(shown.stderr, r"^out\.h5\.part: is not finished: its run was stopped, or goes on, and "
                                                   r"it holds \d+ of 3000 months\n$")
                    self.assertNotIn("digest", shown.stdout)
                self.assertEqual(call(folder, "run", "tiny.yaml", "-o", "out.h5").returncode, 0)
                self.assertEqual(sorted(os.listdir(folder)), ["out.h5", "tiny.yaml"])

    def test_a_link_is_written_through(self):
        folder = scratch(self)
        (folder / "disk").mkdir()
        (folder / "out.h5").symlink_to("disk/target.h5")
        done = call(folder, "run", "tiny.yaml", "-o", "out.h5", "--quiet")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertTrue((folder / "out.h5").is_symlink())
        self.assertEqual(os.listdir(folder / "disk"), ["target.h5"])


class Memory(unittest.TestCase):
    def test_a_process_that_gets_no_more_memory_says_so(self):
        limit = 120_000_000  # bytes of addresses: enough for the program, too little for two million people
        done = call(scratch(self), "run", "tiny.yaml", "--record", "none", "--threads", "1", "--set",
                    "population.researchers=2e6",
                    preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)))
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertRegex(done.stderr, r"^out of memory: [^\n]+ \(simulation\.scale [^\n]+\)\n$")


class Warnings(unittest.TestCase):
    """What is odd but possible is told, and done."""

    def test_people_without_a_firm_are_warned_of(self):
        folder = scratch(self)
        (folder / "s.yaml").write_text("extends: tiny.yaml\ntitle: S\ncountries:\n  JPN: {researchers: 20} # assumed\n")
        for command in (["check", "s.yaml"], ["run", "s.yaml", "--record", "none"]):
            done = call(folder, *command)
            self.assertEqual((done.returncode, done.stderr),
                             (0, "s.yaml:4:3: countries.JPN: has researchers but no firm to work at (warning: firms with "
                                 "country: JPN, or fringe.JPN)\n"))

    def test_lists_may_have_blanks(self):
        done = call(scratch(self), "run", "tiny.yaml", "--quiet", "--record", "headcount, moves")
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_check_takes_what_run_takes_of_a_scenario(self):
        done = call(scratch(self), "check", "tiny.yaml", "--months", "5", "--scale", "0.5", "--seed", "3", "--replicates", "2")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn(" 5 months ", done.stdout)


def in_cell(text: str) -> str:
    return "<br>".join("`` %s ``" % line.replace("|", r"\|") for line in text.splitlines() if line)


def page() -> str:
    lines = [
        "# What wrong input is answered with",
        "",
        "Every message below is what the program prints, word for word: `tests/hostile` runs each of these inputs and",
        "compares, and writes this page (`tests/hostile/README.md`). The exit code is always 2, and no file is touched.",
        "Scenarios here stand on line 2 of `s.yaml`, below `extends: tiny.yaml`, and changes in `changes: {...}` on line 2 of",
        "`p.yaml`, a policy for `tiny.yaml`, unless the whole file is shown. Options follow `talentsim run tiny.yaml`. Of",
        "the list of all variables, only the ends are shown.",
    ]
    for section, cases in SECTIONS.items():
        lines += ["", f"## {section}", "", "| What is wrong | Input | Message |", "|---|---|---|"]
        for case in cases:
            shown = case.shown if isinstance(case.shown, str) else " ".join(word or "''" for word in case.shown)
            shown = in_cell(shown) if len(shown) < 150 else in_cell(shown[:60] + "...")
            message = case.message.replace(VARIABLES, VARIABLES[:92] + "..., relative_deprivation)")
            if case.is_pattern:
                message = re.sub(r"\\(.)", r"\1", re.sub(r"\[\\d[^]]*\]\+", "N", message))
            lines.append(f"| {case.what} | {shown} | {in_cell(message)} |")
    return "\n".join(lines) + "\n"


class Documentation(unittest.TestCase):
    def test_the_page_is_what_the_cases_say(self):
        self.assertEqual(PAGE.read_text(encoding="utf-8"), page(),
                         "stale: call this test with --write-docs, and read what changed")


if __name__ == "__main__":
    if "--write-docs" in sys.argv:
        PAGE.write_text(page(), encoding="utf-8")
        sys.exit()
    for heading, group in SECTIONS.items():
        for one in group:
            add_case(heading, one)
    unittest.main(argv=sys.argv[:1])
