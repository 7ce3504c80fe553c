"""What may happen to a run through no fault of its input, and the message that it ends with, as a pattern.

The tests bring each about, and docs/hostile_input.md lists them.
"""

from dataclasses import dataclass


@dataclass
class Situation:
    what: str  # happens
    message: str  # on stderr, without the last line break; a pattern
    code: int
    shown: str  # an example of the message
    left: str  # behind, of the results


SITUATIONS = {
    "full disk": Situation(
        "The disk is full, or the file meets a limit (`ulimit -f`)",
        r"out\.h5\.part\S*: cannot [^\n]+ \(File too large\)", 1,
        "out.h5.part/headcount: cannot be written (No space left on device)",
        "nothing; an older file of that name stays"),
    "second process": Situation(
        "Another process is writing the same file",
        r"out\.h5: another process is writing it now, as out\.h5\.part \(wait for it, or name another output\)", 2,
        "out.h5: another process is writing it now, as out.h5.part (wait for it, or name another output)",
        "what the other one writes"),
    "closed folder": Situation(
        "The folder is closed to the user",
        r"closed/out\.h5: cannot be written to the folder closed \(Permission denied\)", 2,
        "closed/out.h5: cannot be written to the folder closed (Permission denied)",
        "nothing"),
    "closed file": Situation(
        "The scenario lies below a folder that the user may not enter",
        r"closed/s\.yaml: cannot be read: Permission denied \(a file in YAML\)", 2,
        "closed/s.yaml: cannot be read: Permission denied (a file in YAML)",
        "nothing"),
    "little memory": Situation(
        "A limit leaves no memory to begin with (`ulimit -v`)",
        r"memory: a limit set for this process, or the machine, leaves less than \d+ MiB for threads and files of "
        r"results \(a higher ulimit -v, or none\)", 2,
        "memory: a limit set for this process, or the machine, leaves less than 96 MiB for threads and files of results "
        "(a higher ulimit -v, or none)",
        "nothing"),
    "out of memory": Situation(
        "Memory runs out during the run",
        r"out of memory: this machine, or a limit set for the process, has no more \(simulation\.scale [^\n]+\)", 1,
        "out of memory: this machine, or a limit set for the process, has no more (simulation.scale simulates a share of "
        "the researchers, and fewer --threads hold fewer replicates at a time)",
        "`OUT.h5.part` if a month was recorded, which a line before this one says"),
    "no threads": Situation(
        "A limit allows no more threads (`ulimit -u`)",
        r"no more threads: the system starts none for this process \(fewer --threads, or higher limits on processes, "
        r"ulimit -u, and memory, ulimit -v\)", 1,
        "no more threads: the system starts none for this process (fewer --threads, or higher limits on processes, "
        "ulimit -u, and memory, ulimit -v)",
        "nothing"),
    "no standard output": Situation(
        "Standard output is full or closed",
        r"the results cannot be written to standard output", 1,
        "the results cannot be written to standard output",
        "the file of results, whole"),
    "no standard error": Situation(
        "Standard error is full or closed", r"", 2,
        "(none: there is nowhere to write it)", "nothing; the exit code is what it would have been"),
    "stopped": Situation(
        "The user or the system stops it (Ctrl-C, TERM)",
        r"stopped before the end; what was recorded is in out\.h5\.part\. From the start again: [^\n]+", 143,
        "stopped before the end; what was recorded is in out.h5.part. From the start again: talentsim run tiny.yaml -o "
        "out.h5",
        "`OUT.h5.part`, which `show` reads"),
}
