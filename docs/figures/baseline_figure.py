#!/usr/bin/python3
"""Draws the figure of the README from a file of results.

    talentsim run scenarios/talent_war_2025.yaml -o OUT.h5
    docs/figures/baseline_figure.py OUT.h5            # writes docs/figures/talent_war_2025.svg

Needs xarray and matplotlib: apt-get install python3-xarray python3-h5netcdf python3-matplotlib
"""

import argparse
from pathlib import Path

import matplotlib
import xarray as xr
from figure_style import BLUE, GREEN, GREY, ORANGE, PURPLE, plt, save, say_below_title

TIERS = {"S": (PURPLE, "top 0.1 %"), "A": (ORANGE, "next 5 %"),
         "B": (GREEN, "next 25 %"), "C": (BLUE, "the rest")}
COUNTRIES = ["USA", "CHN", "IND", "GBR", "DEU", "FRA", "CAN", "KOR"]
GAIN, LOSS = BLUE, ORANGE


def in_words(pay, _position=None):
    """1.478e6 as $1.48M."""
    return f"${pay / 1e6:.3g}M" if pay >= 1e6 else f"${pay / 1e3:.3g}k"


def draw_pay(axes, world):
    """Median pay of every tier in the United States, with the band that holds 80 % of the tier."""
    pay = world.pay_quantile.sel(country="USA")
    for tier, (colour, share) in TIERS.items():
        low, median, high = (pay.sel(tier=tier, quantile=level) for level in (0.1, 0.5, 0.9))
        axes.fill_between(world.time.values, low, high, color=colour, alpha=0.18, linewidth=0)
        axes.plot(world.time.values, median, color=colour, linewidth=1.8)
        axes.annotate(f"{tier}, {share}\n{in_words(float(median[-1]))}",
                      (world.time.values[-1], float(median[-1])), xytext=(6, 0),
                      textcoords="offset points", va="center", color=colour, linespacing=1.25)
    axes.set_yscale("log")
    axes.set_ylim(1e5, 1e8)
    axes.set_yticks([1e5, 3e5, 1e6, 3e6, 1e7, 3e7, 1e8])
    axes.yaxis.set_major_formatter(in_words)
    axes.yaxis.set_minor_locator(matplotlib.ticker.NullLocator())
    axes.set_xlim(world.time.values[0], world.time.values[-1])
    axes.xaxis.set_major_locator(matplotlib.dates.YearLocator())
    axes.xaxis.set_major_formatter(matplotlib.dates.DateFormatter("%Y"))
    axes.grid(axis="y", color="0.9", linewidth=0.8)
    axes.set_axisbelow(True)
    axes.set_title("Pay per year by tier of talent, United States", pad=20)
    say_below_title(axes, "median and 10th to 90th percentile, log scale")


def draw_net_flow(axes, world):
    """Net migration of researchers by country: mean over the run, and the range of its years."""
    net = world.net_flow_per_10k.sel(country=COUNTRIES)
    mean = net.mean("time")
    order = sorted(COUNTRIES, key=lambda code: float(mean.sel(country=code)))
    names = world.country_title.sel(country=COUNTRIES)
    for row, code in enumerate(order):
        value = float(mean.sel(country=code))
        series = net.sel(country=code)
        axes.barh(row, value, height=0.62, color=GAIN if value > 0 else LOSS, alpha=0.75)
        low, high = float(series.min()), float(series.max())
        axes.plot([low, high], [row, row], color="0.15", linewidth=1.1, solid_capstyle="butt")
        # Beyond the range, on the side of the bar, so that number and line never meet.
        end, side = (max(value, high), 1) if value > 0 else (min(value, low), -1)
        axes.annotate(f"{value:+.0f}".replace("-", "\N{MINUS SIGN}"), (end, row),
                      xytext=(5 * side, 0), textcoords="offset points", va="center",
                      ha="left" if side > 0 else "right")
    axes.axvline(0, color=GREY, linewidth=0.8)
    axes.set_yticks(range(len(order)), [str(names.sel(country=code).item()) for code in order])
    axes.tick_params(axis="y", length=0, colors="black")
    axes.spines["left"].set_visible(False)
    axes.set_xlim(-62, 36)
    axes.xaxis.set_major_formatter(lambda x, _position: f"{x:+.0f}".replace("-", "\N{MINUS SIGN}")
                                   if x else "0")
    axes.grid(axis="x", color="0.9", linewidth=0.8)
    axes.set_axisbelow(True)
    axes.set_title("Net inflow per 10,000 researchers", pad=20)
    say_below_title(axes, "per year; line: lowest and highest twelve months")


def main():
    here = Path(__file__).resolve().parent
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("results", type=Path, help="OUT.h5 of a run of talent_war_2025.yaml")
    parser.add_argument("-o", "--output", type=Path, default=here / "talent_war_2025.svg")
    given = parser.parse_args()

    with xr.open_dataset(given.results) as results:
        world = results.isel(replicate=0).load()
    figure, (left, right) = plt.subplots(1, 2, figsize=(10, 3.9),
                                         gridspec_kw={"width_ratios": [1.08, 1.0]})
    draw_pay(left, world)
    draw_net_flow(right, world)
    figure.subplots_adjust(left=0.06, right=0.985, top=0.865, bottom=0.09, wspace=0.56)
    save(figure, given.output)


if __name__ == "__main__":
    main()
