#!/usr/bin/env python3
"""What faults.yaml wants to replace stands once in the file that it names: a fault that no longer
applies would test nothing. Called as: faults_apply_test.py SOURCE_FOLDER"""

import os
import sys

import yaml


def main():
    source = sys.argv[1]
    with open(os.path.join(source, "tests", "mutants", "faults.yaml"), encoding="utf-8") as file:
        faults = yaml.safe_load(file)
    stale = []
    for one in faults:
        with open(os.path.join(source, "engine", one["file"]), encoding="utf-8") as file:
            if file.read().count(one["find"]) != 1:
                stale.append(f"{one['preset']}: {one['fault']}: not once in {one['file']}")
    print("\n".join(stale) or f"all of {len(faults)} faults apply")
    return 1 if stale or not faults else 0


if __name__ == "__main__":
    sys.exit(main())
