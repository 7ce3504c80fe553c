"""The default world makes sense to an economist, and keeps doing so for 25 years.

usage: default_world_test.py TALENTSIM SCENARIO

Bounds are those that the world was built to meet (docs/model.md, starting values), at scale 0.2, where
the market is thick enough for mobility to be that of the whole world to within a few points.
"""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import numpy as np
import xarray as xr

TALENTSIM, SCENARIO = Path(sys.argv[1]), Path(sys.argv[2])
YEARS = 25
LABS = ["OpenAI", "Anthropic", "GoogleDeepMind", "xAI"]


class DefaultWorld(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder) / "out.h5"
            subprocess.run([TALENTSIM, "run", SCENARIO, "-o", out, "--scale", "0.2", "--quiet",
                            "--months", str(12 * YEARS), "--set", "simulation.burn_in_months=12"],
                           check=True)
            cls.world = xr.open_dataset(out, engine="h5netcdf").isel(replicate=0).load()

    def test_pay_rises_with_tier_and_is_of_the_right_size(self):
        median = self.world.pay_quantile.sel(country="USA", quantile=0.5).isel(time=slice(24, None))
        for tier, low, high in [("C", .15e6, .27e6), ("B", .35e6, .6e6), ("A", 1.1e6, 1.9e6),
                                ("S", 9e6, 30e6)]:
            pay = float(median.sel(tier=tier).mean("time"))
            self.assertTrue(low <= pay <= high, f"tier {tier}: {pay:.0f} USD/year")

    def test_job_to_job_mobility_is_10_to_20_per_cent_a_year(self):
        employed = self.world.employed.sum(["country", "tier"])
        rate = 12 * float((self.world.moves / employed.shift(time=1)).mean("time"))
        self.assertTrue(0.10 <= rate <= 0.20, f"{rate:.3f} a year")

    def test_unemployment_is_a_few_per_cent_in_every_tier(self):
        sums = self.world[["headcount", "employed"]].sum("country").isel(time=slice(24, None))
        rates = 1 - (sums.employed.sum("time") / sums.headcount.sum("time"))
        for tier in "SABC":
            rate = float(rates.sel(tier=tier))
            self.assertTrue(0.005 <= rate <= 0.06, f"tier {tier}: {rate:.3f}")

    def test_labs_keep_half_to_nine_tenths_of_their_staff_for_two_years(self):
        kept = self.world.firm_retention_24.sel(firm=LABS).mean("time")
        for lab in LABS:
            self.assertTrue(0.5 <= float(kept.sel(firm=lab)) <= 0.9,
                            f"{lab}: {float(kept.sel(firm=lab)):.2f}")

    def test_korea_loses_and_the_united_states_gain_on_net(self):
        net = self.world.net_flow_per_10k.mean("time")
        self.assertLess(float(net.sel(country="KOR")), 0)
        self.assertGreater(float(net.sel(country="USA")), 0)

    def test_no_firm_empties_or_swallows_the_world(self):
        staff = self.world.firm_staff.sum("tier")
        named = [firm for firm in staff.firm.values if not firm.endswith("-fringe")]
        first, last = staff.sel(firm=named).isel(time=0), staff.sel(firm=named).isel(time=-1)
        for firm in named:
            before, after = float(first.sel(firm=firm)), float(last.sel(firm=firm))
            if before >= 100:  # the smallest labs are a handful of people at this scale
                self.assertTrue(0.4 <= after / before <= 2.5, f"{firm}: {before} to {after}")
        share = staff.sel(firm=named) / self.world.employed.sum(["country", "tier"])
        self.assertLess(float(share.max()), 0.1)

    def test_the_world_stays_of_its_size(self):
        people = self.world.headcount.sum(["country", "tier"])
        self.assertTrue(np.isclose(float(people[-1] / people[0]), 1.0, atol=0.05))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
