"""Files of results are opened as users open them: with xarray, by both of its engines.

    results_file_test.py STANDARD.h5 EVERY_FIRM.h5 SOME.h5        written by tests/io/write_sample
"""

import hashlib
import pathlib
import shutil
import struct
import sys
import tempfile
import unittest

import h5py
import numpy as np
import xarray as xr

ENGINES = ("netcdf4", "h5netcdf")
STANDARD = EVERY_FIRM = SOME = ""

COUNTS = (
    "headcount employed entries exits separations flow moves raises contacts offers counteroffers "
    "escalations firm_staff firm_moves visas_registered visas_selected visas_issued visas_waiting"
).split()
DIMENSIONS = {
    "headcount": ("replicate", "time", "country", "tier"),
    "employed": ("replicate", "time", "country", "tier"),
    "entries": ("replicate", "time", "country", "tier"),
    "exits": ("replicate", "time", "country", "tier"),
    "separations": ("replicate", "time", "country", "tier"),
    "flow": ("replicate", "time", "origin", "destination", "tier"),
    "moves": ("replicate", "time"),
    "raises": ("replicate", "time"),
    "contacts": ("replicate", "time"),
    "offers": ("replicate", "time"),
    "counteroffers": ("replicate", "time"),
    "escalations": ("replicate", "time"),
    "pay_mean": ("replicate", "time", "country", "tier"),
    "pay_quantile": ("replicate", "time", "country", "tier", "quantile"),
    "firm_staff": ("replicate", "time", "firm", "tier"),
    "firm_payroll": ("replicate", "time", "firm"),
    "firm_gpus": ("replicate", "time", "firm"),
    "firm_output": ("replicate", "time", "firm"),
    "firm_vacancies": ("replicate", "time", "firm"),
    "firm_productivity": ("replicate", "firm"),
    "firm_moves": ("replicate", "origin_firm", "destination_firm"),
    "firm_retention_24": ("replicate", "time", "firm"),
    "visas_registered": ("replicate", "time", "country"),
    "visas_selected": ("replicate", "time", "country"),
    "visas_issued": ("replicate", "time", "country"),
    "visas_waiting": ("replicate", "time", "country"),
    "net_flow_per_10k": ("replicate", "time", "country"),
}


def digest_of(path):
    """The digest of a file that holds every variable, by its definition in docs/formats."""
    whole = hashlib.sha256()
    with h5py.File(path) as file:
        for name in DIMENSIONS:
            values = file[name][...]
            if values.dtype.kind == "f":
                values = np.where(np.isnan(values), np.nan, values + 0.0)  # -0.0 + 0.0 is 0.0
                values.view(np.uint64)[np.isnan(values)] = 0x7FF8000000000000
            whole.update(name.encode() + b"\0")
            whole.update(struct.pack(f"<{values.ndim + 1}q", values.ndim, *values.shape))
            whole.update(hashlib.sha256(values.astype(values.dtype.newbyteorder("<")).tobytes()).digest())
    return whole.hexdigest()


class ResultsFile(unittest.TestCase):
    def opened(self, path=None, **how):
        for engine in ENGINES:
            with self.subTest(engine=engine), xr.open_dataset(path or STANDARD, engine=engine, **how) as data:
                yield data

    def test_variables_have_the_dimensions_and_types_that_scripts_rely_on(self):
        for data in self.opened():
            for name, dimensions in DIMENSIONS.items():
                self.assertEqual(data[name].dims, dimensions, name)
                self.assertEqual(data[name].dtype, np.int64 if name in COUNTS else np.float64, name)
            self.assertEqual([name for name in data.data_vars if name in DIMENSIONS], list(DIMENSIONS))

    def test_every_variable_says_what_it_is_and_in_what_unit(self):
        for data in self.opened(decode_times=False):
            for name, variable in data.variables.items():
                self.assertTrue(variable.attrs["long_name"], name)
                self.assertTrue(variable.attrs["units"], name)
            self.assertEqual(data.pay_mean.attrs["units"], "USD/year")
            self.assertEqual(data.headcount.attrs["units"], "persons")

    def test_coordinates_are_names_and_numbers(self):
        for data in self.opened():
            self.assertEqual(list(data.country.values), ["KOR", "USA"])
            self.assertEqual(list(data.origin.values), ["KOR", "USA"])
            self.assertEqual(list(data.destination.values), ["KOR", "USA"])
            self.assertEqual(list(data.tier.values), ["S", "A", "B", "C"])
            firms = ["naver", "openai", "KOR-fringe", "USA-fringe"]
            for name in ("firm", "origin_firm", "destination_firm"):
                self.assertEqual(list(data[name].values), firms)
            self.assertEqual(list(data["quantile"].values), [0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99])
            self.assertEqual(list(data.replicate.values), [0, 1])

    def test_time_is_decoded_as_the_first_days_of_months(self):
        for data in self.opened():
            self.assertEqual(data.time.dtype.kind, "M")
            months = [str(day)[:10] for day in data.time.values]
            self.assertEqual(months[:3], ["2024-11-01", "2024-12-01", "2025-01-01"])
            self.assertEqual(months[-1], "2025-12-01")
            self.assertEqual(int(data.moves.sel(time="2025-02", replicate=1).item()), fake(1, 3, 6, 0))

    def test_values_are_selected_by_name(self):
        for data in self.opened():
            chosen = data.headcount.sel(country="KOR", tier="S")
            self.assertEqual(chosen.dims, ("replicate", "time"))
            self.assertEqual(int(chosen[1, 2]), fake(1, 2, 0, 0))
            self.assertEqual(int(data.headcount.sel(country="USA", tier="C")[0, 0]), fake(0, 0, 0, 7))
            flow = data.flow.sel(origin="KOR", destination="USA", tier="A")
            self.assertEqual(int(flow[0, 1]), fake(0, 1, 5, 1 * 4 + 1))
            moves = data.firm_moves.sel(origin_firm="openai", destination_firm="KOR-fringe")
            self.assertEqual(int(moves[1]), fake(1, 0, 20, 1 * 4 + 2))
            pay = data.pay_quantile.sel(country="USA", tier="B", quantile=0.5)
            self.assertEqual(float(pay[0, 3]), fake(0, 3, 13, (4 + 2) * 7 + 3) + 0.5)

    def test_empty_cells_are_nan_and_marked_so(self):
        for data in self.opened():
            self.assertTrue(np.isnan(data.pay_mean.values[:, :, 0, 0]).all())
            self.assertFalse(np.isnan(data.pay_mean.values[:, :, 0, 1:]).any())
            for name in DIMENSIONS:
                fill = data[name].encoding.get("_FillValue")
                if name in COUNTS:
                    self.assertIsNone(fill, name)  # with one, xarray would make doubles of counts
                else:
                    self.assertTrue(np.isnan(fill), name)

    def test_countries_and_firms_have_titles(self):
        for data in self.opened():
            self.assertEqual(data.firm_staff.sel(firm="openai").firm_title.item(), "OpenAI")
            self.assertEqual(data.firm_staff.sel(firm="naver").firm_title.item(), "naver")
            self.assertEqual(data.headcount.sel(country="KOR").country_title.item(), "Korea")

    def test_the_file_says_what_it_is(self):
        for data in self.opened():
            self.assertEqual(data.attrs["Conventions"], "CF-1.10")
            self.assertEqual(data.attrs["title"], "A run that nobody simulated")
            self.assertEqual(data.attrs["scale"], 0.25)
            self.assertEqual(data.attrs["researchers"], 1000)
            self.assertEqual(data.attrs["burn_in_months"], 12)
            self.assertEqual(data.attrs["format"], "talentsim results")
            self.assertEqual(data.attrs["format_version"], 1)
            self.assertEqual(data.attrs["digest_version"], 1)
            self.assertEqual(data.attrs["complete"], 1)

    def test_the_digest_is_what_its_definition_says(self):
        with xr.open_dataset(STANDARD) as data:
            self.assertEqual(data.attrs["results_digest"], digest_of(STANDARD))

    def test_the_digest_does_not_depend_on_what_is_recorded(self):
        digests = []
        for path in (STANDARD, EVERY_FIRM, SOME):
            with xr.open_dataset(path) as data:
                digests.append(data.attrs["results_digest"])
        self.assertEqual(digests, digests[:1] * 3)

    def test_the_digest_of_one_variable_is_the_hash_of_its_values(self):
        with h5py.File(SOME) as file:
            expected = hashlib.sha256(file["headcount"][...].astype("<i8").tobytes()).hexdigest()
            self.assertEqual(file["provenance/variable_digests"].attrs["headcount"], expected)

    def test_only_what_was_asked_for_is_recorded(self):
        for data in self.opened(SOME):
            self.assertEqual([name for name in data.data_vars if name in DIMENSIONS], ["headcount", "moves"])

    def test_every_single_firm_is_recorded_on_request(self):
        for data in self.opened(EVERY_FIRM):
            firms = ["naver", "openai", "KOR-fringe-1", "KOR-fringe-2", "USA-fringe-1", "USA-fringe-2"]
            self.assertEqual(list(data.firm.values), firms)
            self.assertEqual(list(data.origin_firm.values), ["naver", "openai", "KOR-fringe", "USA-fringe"])
            staff = data.firm_staff.sel(firm="USA-fringe-2", tier="C")
            self.assertEqual(int(staff[1, 13]), fake(1, 13, 14, 5 * 4 + 3))

    def test_provenance_is_there_to_run_it_again(self):
        for data in self.opened(group="provenance"):
            self.assertEqual(list(data.file.values), ["base.yaml", "policies/한국.yaml"])
            self.assertEqual(data.scenario.sel(file="base.yaml").item(), "title: Basis für alle\n")
            resolved = data.resolved.item()
            self.assertEqual(resolved, "title: resolved\nsimulation: {seed: 7}\n")
            self.assertEqual(data.attrs["resolved_sha256"], hashlib.sha256(resolved.encode()).hexdigest())
            self.assertEqual(data.attrs["seed"], 7)
            self.assertEqual(data.attrs["generator"], "philox4x32-10")
            self.assertEqual(data.attrs["version"], "0.1.0")
            self.assertEqual(data.attrs["commit"], "0123abc")
            self.assertEqual(data.attrs["compiler"], "g++ 12.2.0")
            self.assertEqual(data.attrs["threads"], 2)
            self.assertIn("한국.yaml", data.attrs["command_line"])
            self.assertEqual(data.attrs["start"], "2026-01-31T12:00:00Z")
            self.assertRegex(data.attrs["end"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
            self.assertEqual(data.attrs["record"], "standard")

    def test_names_are_of_variable_length_contiguous_and_unfiltered(self):
        with h5py.File(STANDARD) as file:
            for name in ("country", "origin", "destination", "firm", "origin_firm", "destination_firm", "tier"):
                text = h5py.check_string_dtype(file[name].dtype)
                self.assertEqual((text.encoding, text.length), ("utf-8", None), name)
            for name in [*DIMENSIONS, "country", "time"]:
                self.assertIsNone(file[name].chunks, name)
                self.assertIsNone(file[name].compression, name)

    def test_the_example_of_the_documentation_works(self):
        page = pathlib.Path(__file__).parents[2] / "docs/formats/results.md"
        example = page.read_text().split("```python\n")[1].split("```")[0]
        with tempfile.TemporaryDirectory() as folder:
            shutil.copy(STANDARD, f"{folder}/sample.h5")
            shown = {}
            exec(example.replace("results/talent_war_2025.h5", f"{folder}/sample.h5"), shown)
            self.assertEqual(shown["stars"].sizes, {"time": 14})
            self.assertEqual(int(shown["stars"][0]), (fake(0, 0, 0, 0) + fake(1, 0, 0, 0)) // 2)
            self.assertEqual(shown["staff"].sizes["replicate"], 2)
            self.assertEqual(shown["pay"].dims, ("replicate", "time"))
            self.assertTrue(shown["scenario"].startswith("title: resolved"))
            shown["data"].close()
            shown["where_from"].close()

    def test_every_dimension_has_a_scale(self):
        with h5py.File(STANDARD) as file:
            for name, dimensions in DIMENSIONS.items():
                scales = tuple(file[name].dims[i].keys()[0] for i in range(file[name].ndim))
                self.assertEqual(scales, dimensions)


def fake(replicate, month, variable, cell):
    """The number that tests/simulation/fake_run.hpp puts there."""
    return ((replicate * 100 + month) * 100 + variable) * 1000 + cell


if __name__ == "__main__":
    STANDARD, EVERY_FIRM, SOME = sys.argv[1:4]
    unittest.main(argv=sys.argv[:1])
