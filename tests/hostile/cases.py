"""Every kind of wrong input, with the exact message that it gets.

The test runs them, and docs/hostile_input.md is written from them.
"""

import change_cases
import command_cases
import file_cases
import scenario_cases

SECTIONS = {**scenario_cases.SECTIONS, **file_cases.SECTIONS, **change_cases.SECTIONS, **command_cases.SECTIONS}
