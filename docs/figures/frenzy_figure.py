#!/usr/bin/python3
"""Draws the frenzy of 2025, and Korea with and without its purchase of GPUs.

    run() { talentsim run scenarios/talent_war_2025.yaml "$@"; }
    run -o WHOLE.h5
    run --scale 0.2 --replicates 5 -o WITHOUT.h5
    run --scale 0.2 --replicates 5 --policy scenarios/policies/korea_gpus.yaml -o WITH.h5
    docs/figures/frenzy_figure.py WHOLE.h5 WITHOUT.h5 WITH.h5   # writes docs/figures/frenzy_2025.svg

Needs xarray and matplotlib: apt-get install python3-xarray python3-h5netcdf python3-matplotlib
"""

import argparse
from pathlib import Path

import matplotlib
import numpy as np
import xarray as xr
from figure_style import BLUE, GREEN, GREY, ORANGE, PURPLE, SKY, plt, save, say_below_title

LABS = {"Meta": BLUE, "OpenAI": GREEN, "GoogleDeepMind": ORANGE, "Anthropic": PURPLE, "xAI": SKY}
BEFORE = np.datetime64("2025-05-01")
FEWEST = 10  # of the top tier on a staff that is drawn


def label_dates(axes):
    axes.xaxis.set_major_locator(matplotlib.dates.YearLocator())
    axes.xaxis.set_major_formatter(matplotlib.dates.DateFormatter("%Y"))
    axes.grid(axis="y", color="0.9", linewidth=0.8)
    axes.set_axisbelow(True)


def title_of(world, firm):
    return str(world.firm_title.sel(firm=firm).item()).replace("Google ", "")


def draw_stars(axes, world):
    """Staff of the top tier over that of the month before the drive, mean over replicates."""
    stars = world.firm_staff.sel(tier="S").mean("replicate")
    share = 100 * stars / stars.sel(time=BEFORE)
    for firm, colour in LABS.items():
        if stars.sel(time=BEFORE, firm=firm) < FEWEST:
            continue  # a handful goes up and down by tens of per cent
        axes.plot(world.time.values, share.sel(firm=firm), color=colour, linewidth=1.6,
                  label=title_of(world, firm))
    axes.legend(frameon=False, ncols=3, loc="lower right", handlelength=1.2)
    axes.axvline(np.datetime64("2025-06-01"), color=GREY, linewidth=0.8, linestyle=":")
    label_dates(axes)
    axes.set_title("Staff of the top 0.1 %", pad=20)
    say_below_title(axes, "May 2025 = 100; dotted: Meta's drive begins")


def draw_moves(axes, world):
    """Moves from firm to firm over the whole run, per thousand researchers of the firm left."""
    firms = list(LABS)
    moves = world.firm_moves.mean("replicate").sel(origin_firm=firms, destination_firm=firms)
    staff = world.firm_staff.sum("tier").mean("replicate").mean("time").sel(firm=firms)
    rate = 1000 * moves.values / staff.values[:, None] / (world.sizes["time"] / 12)
    np.fill_diagonal(rate, np.nan)
    axes.imshow(rate, cmap="Blues", vmin=0)
    names = [title_of(world, firm) for firm in firms]
    axes.set_xticks(range(len(firms)), names, rotation=35, ha="right")
    axes.set_yticks(range(len(firms)), names)
    axes.tick_params(length=0, colors="black")
    for spine in axes.spines.values():
        spine.set_visible(False)
    for row, column in np.argwhere(np.isfinite(rate)):
        is_dark = rate[row, column] > 0.6 * np.nanmax(rate)
        axes.annotate(f"{rate[row, column]:.1f}", (column, row), ha="center", va="center",
                      color="white" if is_dark else "black")
    axes.set_title("Who left whom for whom", pad=20)
    say_below_title(axes, "moves a year per 1,000 on the staff left")


def draw_korea(axes, without, with_gpus):
    """What the purchase adds to the researchers of Korea, in pairs of replicates."""
    def residents(world):
        return world.headcount.sel(country="KOR").sum("tier") / world.attrs["scale"]

    gained = residents(with_gpus) - residents(without)
    mean = gained.mean("replicate")
    error = gained.std("replicate", ddof=1) / np.sqrt(gained.sizes["replicate"])
    axes.fill_between(gained.time.values, mean - 2 * error, mean + 2 * error, color=BLUE,
                      alpha=0.2, linewidth=0)
    axes.plot(gained.time.values, mean, color=BLUE, linewidth=1.8)
    axes.axhline(0, color=GREY, linewidth=0.8)
    for delivery in ("2025-12-01", "2026-03-01"):
        axes.axvline(np.datetime64(delivery), color=GREY, linewidth=0.8, linestyle=":")
    label_dates(axes)
    axes.set_title("What GPUs add in Korea", pad=20)
    say_below_title(axes, "researchers, mean and two s.e.")


def main():
    here = Path(__file__).resolve().parent
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("whole", type=Path, help="results of talent_war_2025.yaml at full scale")
    parser.add_argument("without", type=Path, help="results of several replicates")
    parser.add_argument("with_gpus", type=Path, help="results of the same with korea_gpus.yaml")
    parser.add_argument("-o", "--output", type=Path, default=here / "frenzy_2025.svg")
    given = parser.parse_args()

    with xr.open_dataset(given.whole) as results:
        whole = results.load()
    with xr.open_dataset(given.without) as results:
        without = results.load()
    with xr.open_dataset(given.with_gpus) as results:
        with_gpus = results.load()
    figure, (left, middle, right) = plt.subplots(1, 3, figsize=(11, 3.6),
                                                 gridspec_kw={"width_ratios": [1.1, 0.9, 1.1]})
    draw_stars(left, whole)
    draw_moves(middle, whole)
    draw_korea(right, without, with_gpus)
    figure.subplots_adjust(left=0.045, right=0.985, top=0.86, bottom=0.17, wspace=0.35)
    save(figure, given.output)


if __name__ == "__main__":
    main()
