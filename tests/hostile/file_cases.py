"""Files that are no scenarios, and what they name."""

from case import VARIABLES, line, scenario, whole

NESTED = "a: " + "[" * 100 + "]" * 100
BOMB = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    "%s: &%s [%s]\n" % (b, b, ", ".join(["*" + a] * 10)) for a, b in zip("abcdefgh", "bcdefghi"))
CHAIN = {"c%d.yaml" % i: "extends: c%d.yaml\n" % (i + 1) for i in range(20)}

SECTIONS = {
    "Scenarios: files": [
        whole("an empty file", "",
                 "s.yaml: is empty (keys and values in YAML)", shown="(nothing)"),
        whole("only a comment", "# to do\n",
                 "s.yaml: is empty (keys and values in YAML)"),
        whole("only marks of YAML", "&&&&&\n",
                 "s.yaml: holds neither a key nor a value that YAML can see (keys and values in YAML)"),
        whole("a number", "42\n",
                 "s.yaml:1:1: '42' (keys and values in YAML)"),
        whole("a list", "- a\n- b\n",
                 "s.yaml:1:1: a list (keys and values in YAML)"),
        whole("a binary file", bytes(range(256)),
                 "s.yaml:1:1: the control character U+0000 (text in UTF-8)", shown="(the bytes 0 to 255)"),
        whole("an HDF5 file", b"\x89HDF\r\n\x1a\n" + b"\0" * 100,
                 "s.yaml:1:1: a byte that is not UTF-8 (text in UTF-8)", shown="(a file of results)"),
        whole("Latin-1", "title: Z\xfcrich\n".encode("latin-1"),
                 "s.yaml:1:9: a byte that is not UTF-8 (text in UTF-8)", shown="title: Zürich, in Latin-1"),
        whole("UTF-16", "title: T\n".encode("utf-16"),
                 "s.yaml:1:1: a byte that is not UTF-8 (text in UTF-8)", shown="title: T, in UTF-16"),
        whole("no YAML", "search: {home_share: 0.5\n",
                 "s.yaml:2:1: not YAML: end of map flow not found (keys and values in YAML)"),
        whole("no YAML again", "title: a: b\n",
                 "s.yaml:1:9: not YAML: illegal map value (keys and values in YAML)"),
        whole("tabs", "search:\n\thome_share: 0.5\n",
                 "s.yaml:2:1: a tab in the indentation (spaces)"),
        whole("two documents", "title: A\n---\ntitle: B\n",
                 "s.yaml:2:1: a second document begins (one document in a file)"),
        whole("a bomb of aliases", BOMB,
                 "s.yaml:6:32: more than 1000000 values, aliases written out (at most that)",
              shown="a: &a [x, x, ...], b: &b [*a, *a, ...], ... i: [*h, *h, ...]"),
        whole("an alias inside itself", "a: &a [*a]\n",
                 "s.yaml:1:8: an alias inside what it stands for (an alias of something before)"),
        whole("an unknown alias", "a: *b\n",
                 "s.yaml:1:4: not YAML: the referenced anchor is not defined (keys and values in YAML)"),
        whole("a hundred levels", NESTED,
                 "s.yaml:1:67: nested too deeply (at most 64 levels)", shown="a: [[[[...]]]]"),
        whole("ten thousand levels", "[" * 10000,
                 "s.yaml:1:1: a list or map as a key, or one that is not closed (a key is a word of letters, "
                 "digits, _ and -)", shown="[[[[..."),
        line("a missing file", "check none.yaml",
                 "none.yaml: does not exist (a file in YAML)", also=[["run", "none.yaml"]]),
        line("a folder", "check folder",
                 "folder: is a folder (a file in YAML)", folders=("folder",), also=[["run", "folder"]]),
        line("no name", ["check", ""],
                 "'': names no file (a file in YAML)", also=[["run", ""]]),
        line("a file below a file", "check tiny.yaml/s.yaml",
                 "tiny.yaml/s.yaml: does not exist (a file in YAML)"),
        line("two missing files", "diff a.yaml b.yaml",
                 "a.yaml: does not exist (a file in YAML)\n"
                 "b.yaml: does not exist (a file in YAML)"),
        line("a link in a circle", "check loop.yaml",
                 "loop.yaml: is a symbolic link that leads to no file (a file in YAML)", links={"loop.yaml": "loop.yaml"}),
        line("an endless file", "check /dev/zero",
                 "/dev/zero: is no ordinary file (a file in YAML)"),
        line("a pipe that nobody writes to", "check pipe",
                 "pipe: is no ordinary file (a file in YAML)", pipes=("pipe",), also=[["run", "pipe"]]),
        line("a name of two lines", ["check", "a\nb.yaml"],
                 "a?b.yaml: does not exist (a file in YAML)"),
    ],
    "Scenarios: extends": [
        whole("a missing file", "extends: none.yaml\n",
                 "s.yaml:1:10: extends: none.yaml does not exist (a file in YAML)"),
        whole("itself", "extends: s.yaml\n",
                 "s.yaml:1:10: extends: goes in a circle: s.yaml -> s.yaml (a chain that ends)"),
        whole("a circle", "extends: b.yaml\n",
                 "b.yaml:1:10: extends: goes in a circle: s.yaml -> b.yaml -> s.yaml (a chain that ends)", **{"b.yaml": "extends: s.yaml\n"}),
        whole("a chain of more than 16", "extends: c0.yaml\n",
                 "c14.yaml:1:10: extends: makes a chain of more than 16 files (at most that)", shown="extends: c0.yaml, which extends c1.yaml, ...",
              **CHAIN),
        whole("a list", "extends: [tiny.yaml]\n",
                 "s.yaml:1:10: extends: a list (the path of a file)"),
        whole("a name that goes on after its end", 'extends: "tiny.yaml\\0x"\n',
                 "s.yaml:1:10: extends: 'tiny.yaml x' holds the control character U+0000 (the path of a file)"),
        whole("a name of two lines", 'extends: "tiny\\nx.yaml"\n',
                 "s.yaml:1:10: extends: 'tiny x.yaml' holds the control character U+000A (the path of a file)"),
        whole("an address of the web", "extends: http://x/y.yaml\n",
                 "s.yaml:1:10: extends: 'http://x/y.yaml' is no file but an address (the path of a file)"),
        whole("nothing", "extends:\n",
                 "s.yaml:1:1: extends: no value (the path of a file)"),
        whole("a folder", "extends: .\n",
                 "s.yaml:1:10: extends: . is a folder (a file in YAML)"),
        whole("mistakes in both", "extends: b.yaml\nsearch: {home_share: 2}\n",
                 "b.yaml:2:1: serach: unknown key (nearest: search)\n"
                 "s.yaml:2:22: search.home_share: 2 is out of bounds (a number in [0, 1])",
              **{"b.yaml": "extends: tiny.yaml\nserach: {}\n"}),
    ],
    "Several mistakes": [
        scenario("all of them are told at once", "search: {home_share: 2, darw: uniform}\nfirms: {naver: {country: KOD}}",
                 "s.yaml:2:22: search.home_share: 2 is out of bounds (a number in [0, 1])\n"
                 "s.yaml:2:25: search.darw: unknown key (nearest: draw)\n"
                 "s.yaml:3:26: firms.naver.country: 'KOD' is not in this scenario (one of the countries CHN, "
                 "KOR, USA)\n"
                 "p.yaml:2:11: search.home_shar: unknown parameter (nearest: search.home_share)\n"
                 "--set offers.protocl: unknown parameter (nearest: offers.protocol)\n"
                 "--months: 0 is out of bounds (a whole number in [1, 3000])", "--set", "offers.protocl=posted", "--months", "0", "--policy", "p.yaml",
                 files={"p.yaml": "title: P\nchanges: {search.home_shar: {2024-06: 0.5}}\n"}),
        line("of the command line, too", "run none.yaml --threads 0 --visit sideways --progress maybe --record pay -o /",
                 "none.yaml: does not exist (a file in YAML)\n"
                 "--threads: 0 is out of bounds (a whole number in [1, 1024])\n"
                 "--visit: 'sideways' is unknown (one of parallel, forwards, backwards)\n"
                 "--progress: 'maybe' is unknown (one of auto, always, never)\n"
                 "--record: 'pay' is no variable, nearest is pay_mean " + VARIABLES),
    ],
}
