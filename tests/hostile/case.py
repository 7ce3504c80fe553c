"""How a case of wrong input is written down. Each is run in a folder of its own that holds a copy of
scenarios/tiny.yaml.
"""

from dataclasses import dataclass, field

VARIABLES = ("(none, standard, all, or a list separated by commas of standard, firms, headcount, employed, "
             "entries, exits, separations, flow, moves, raises, contacts, offers, counteroffers, escalations, "
             "pay_mean, pay_quantile, firm_staff, firm_payroll, firm_gpus, firm_output, firm_vacancies, "
             "firm_productivity, firm_moves, firm_retention_24, visas_registered, visas_selected, visas_issued, "
             "visas_waiting, net_flow_per_10k, living_abroad, regime, firm_market_value, firm_capital_spending, "
             "talent_over_capital, capital_over_revenue, firm_laid_off, firm_fear, breakthroughs, pay_gini, "
             "state_hash, relative_deprivation, firm_retention_owed, firm_drive_team, firm_acquired, "
             "acquisitions_refused, founders)")


@dataclass
class Case:
    what: str  # is wrong, in a few words
    shown: str  # of the input, for the documentation
    command: list[str]
    message: str  # on stderr, without the last line break
    files: dict[str, str | bytes] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    folders: tuple[str, ...] = ()
    pipes: tuple[str, ...] = ()
    is_pattern: bool = False  # the message, of what depends on the machine or is long
    pattern_shown: str = ""  # for the documentation, where the pattern would not be understood
    also: list[list[str]] = field(default_factory=list)  # commands that are answered the same


def scenario(what, text, message, *flags, shown=None, files=None):
    """Text on line 2 of a scenario that extends tiny.yaml."""
    return Case(what, shown or text, ["check", "s.yaml", *flags], message,
                {"s.yaml": "extends: tiny.yaml\n" + text + "\n", **(files or {})},
                also=[["run", "s.yaml", *flags, "-o", "out.h5"], ["run", "s.yaml", *flags, "--dry-run"]])


def whole(what, content, message, shown=None, **others):
    """All of a scenario."""
    return Case(what, shown or content, ["check", "s.yaml"], message, {"s.yaml": content, **others},
                also=[["run", "s.yaml"], ["diff", "tiny.yaml", "s.yaml"]])


def policy(what, text, message, *flags, shown=None):
    """Text on line 2 of a policy for tiny.yaml."""
    return Case(what, shown or text, ["check", "tiny.yaml", "--policy", "p.yaml", *flags], message,
                {"p.yaml": "title: A policy\n" + text + "\n"},
                also=[["run", "tiny.yaml", "--policy", "p.yaml", *flags]])


def changes(what, text, message, *flags):
    return policy(what, "changes: {" + text + "}", message, *flags, shown=text)


def line(what, command, message, **others):
    """A command line."""
    return Case(what, command, command.split() if isinstance(command, str) else command, message, **others)


def run(what, flags, message, shown=None, **others):
    words = flags.split() if isinstance(flags, str) else flags
    shown = shown or " ".join(word or "''" for word in words)
    return Case(what, shown, ["run", "tiny.yaml", *words], message, **others)
