#!/usr/bin/env python3
"""Puts the faults of faults.yaml into a copy of the engine, one at a time, and tells whether the
closed forms notice. Called as: try_faults.py SOURCE_FOLDER SCRATCH_FOLDER [PRESET]...

The scratch folder holds the copy and its build, and is used again by the next call; each fault
compiles a file or two. Exit code 1 where something is noticed otherwise than faults.yaml says, or
where a law of a preset that was tried has failed under no fault."""

import os
import re
import shutil
import subprocess
import sys

import yaml

SOURCE, SCRATCH = map(os.path.abspath, sys.argv[1:3])
PRESETS = sys.argv[3:]
PROGRAM = os.path.join(SCRATCH, "build", "talentsim")


def copy_of_source():
    os.makedirs(SCRATCH, exist_ok=True)
    for part in ("engine", "scenarios"):
        shutil.rmtree(os.path.join(SCRATCH, part), ignore_errors=True)
        shutil.copytree(os.path.join(SOURCE, part), os.path.join(SCRATCH, part))  # keeps the times
    for name in ("CMakeLists.txt", "CMakePresets.json"):
        shutil.copy2(os.path.join(SOURCE, name), SCRATCH)
    subprocess.run(["cmake", "--preset", "release", "-DTALENTSIM_BUILD_TESTS=OFF",
                    "-DTALENTSIM_BUILD_BENCHMARKS=OFF"], cwd=SCRATCH,
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def built():
    """Whether it compiles; what the compiler says otherwise is printed."""
    done = subprocess.run(["cmake", "--build", "build", "--target", "talentsim"], cwd=SCRATCH,
                          capture_output=True, text=True)
    if done.returncode != 0:
        print(done.stdout[-2000:], file=sys.stderr)
    return done.returncode == 0


def laws_of(preset):
    """The laws of the preset in their order, each with whether it holds; and the whole answer."""
    done = subprocess.run([PROGRAM, "validate", preset], capture_output=True, text=True)
    rows = re.findall(r"(?m)^(.+?)  .*(holds|FAILS)$", done.stdout)
    return [(law.strip(), verdict == "holds") for law, verdict in rows], done


def noticed(laws, done):
    if done.returncode == 0:
        return "nothing", "all laws hold"
    if laws:
        failing = [law for law, holds in laws if not holds]
        return "laws", f"{len(failing)} of {len(laws)} laws fail"
    said = done.stderr.strip().splitlines()[-1]
    if "a promise of the model is broken" in said:
        return "ledger", said
    sys.exit(f"validate ended with {done.returncode}: {said}")


def main():
    with open(os.path.join(SOURCE, "tests", "mutants", "faults.yaml"), encoding="utf-8") as file:
        faults = [one for one in yaml.safe_load(file) if not PRESETS or one["preset"] in PRESETS]
    copy_of_source()
    if not built():
        sys.exit("the engine does not compile without a fault")
    never_failed = {}
    for preset in sorted({one["preset"] for one in faults}):
        laws, done = laws_of(preset)
        if done.returncode != 0:
            sys.exit(f"{preset} does not hold without a fault:\n{done.stdout}{done.stderr}")
        never_failed[preset] = {place: law for place, (law, _) in enumerate(laws)}
    surprises = 0
    for one in faults:
        path = os.path.join(SCRATCH, "engine", one["file"])
        with open(path, encoding="utf-8") as file:
            right = file.read()
        if right.count(one["find"]) != 1:
            sys.exit(f"{one['file']}: does not hold once: {one['find']}")
        with open(path, "w", encoding="utf-8") as file:
            file.write(right.replace(one["find"], one["replace"]))
        try:
            if not built():
                sys.exit(f"does not compile: {one['fault']}")
            laws, done = laws_of(one["preset"])
        finally:
            with open(path, "w", encoding="utf-8") as file:
                file.write(right)
        for place, (_, holds) in enumerate(laws):
            if not holds:
                never_failed[one["preset"]].pop(place, None)
        by, what = noticed(laws, done)
        is_expected = one["noticed_by"].startswith(by)
        surprises += not is_expected
        print(f"| `{one['preset']}` | `{one['file']}` | {one['fault']} | {what} |"
              f"{'' if is_expected else ' expected: ' + one['noticed_by']}", flush=True)
    for preset, laws in never_failed.items():
        for law in laws.values():
            print(f"{preset}: no fault made it fail: {law}")
    sys.exit(1 if surprises or any(never_failed.values()) else 0)


if __name__ == "__main__":
    main()
