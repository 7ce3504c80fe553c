#include "engine/io/results_group.hpp"

#include <map>
#include <numeric>
#include <string>

#include "engine/core/error.hpp"

namespace talentsim {

namespace {

using Scales = std::map<std::string, Hdf5Dataset>;

/// Declares the array of a coordinate, of the same name as its dimension, to be one.
void add_scale(Scales& scales, std::string const& dimension, Hdf5Dataset scale,
               std::string const& long_name, std::string const& units) {
    scale.write_attribute("long_name", long_name);
    scale.write_attribute("units", units);
    scale.make_scale(dimension);
    scales.emplace(dimension, std::move(scale));
}

Hdf5Dataset numbers(Hdf5Group const& group, std::string const& name,
                    std::vector<std::int64_t> const& values) {
    Hdf5Dataset dataset = group.make_dataset(name, Measure::count, {values.size()});
    dataset.write({0}, {values.size()}, values);
    return dataset;
}

std::vector<std::int64_t> first_days(Coordinates const& coordinates) {
    std::vector<std::int64_t> days;
    for (std::size_t month = 0; month != coordinates.months; ++month) {
        days.push_back(coordinates.start.plus(static_cast<int>(month)).days_since_1970());
    }
    return days;
}

/// What stands along a dimension is called, beside its keys: an auxiliary coordinate of CF.
void add_titles(Hdf5Group const& group, Scales const& scales, RunDescription const& run,
                std::string const& dimension, std::vector<std::string> const& keys) {
    std::vector<std::string> names;
    for (std::string const& key : keys) {
        auto const title = run.titles.find(key);
        names.push_back(title == run.titles.end() || title->second.empty() ? key : title->second);
    }
    Hdf5Dataset const titles = group.make_texts(dimension + "_title", names);
    titles.write_attribute("long_name", "name of the " + dimension);
    titles.write_attribute("units", "1");
    titles.attach_scale(scales.at(dimension), 0);
}

Scales make_scales(Hdf5Group const& group, RunDescription const& run, bool every_firm) {
    Coordinates const& at = run.coordinates;
    auto const& firms = every_firm ? at.every_firm : at.firms;
    std::vector<std::int64_t> replicates(at.replicates);
    std::iota(replicates.begin(), replicates.end(), std::int64_t{0});

    Scales all;
    add_scale(all, "replicate", numbers(group, "replicate", replicates), "replicate", "1");
    Hdf5Dataset time = numbers(group, "time", first_days(at));
    time.write_attribute("standard_name", "time");
    time.write_attribute("calendar", "proleptic_gregorian");
    time.write_attribute("axis", "T");
    add_scale(all, "time", std::move(time), "first day of the month", "days since 1970-01-01");
    add_scale(all, "country", group.make_texts("country", at.countries),
              "country (ISO 3166-1 alpha-3)", "1");
    add_scale(all, "origin", group.make_texts("origin", at.countries),
              "country moved from (ISO 3166-1 alpha-3)", "1");
    add_scale(all, "destination", group.make_texts("destination", at.countries),
              "country moved to (ISO 3166-1 alpha-3)", "1");
    add_scale(all, "firm", group.make_texts("firm", firms),
              every_firm ? "firm" : "named firm, or the unnamed firms of a country", "1");
    add_scale(all, "origin_firm", group.make_texts("origin_firm", at.firms),
              "firm moved from (named, or the unnamed firms of a country)", "1");
    add_scale(all, "destination_firm", group.make_texts("destination_firm", at.firms),
              "firm moved to (named, or the unnamed firms of a country)", "1");
    add_scale(all, "tier", group.make_texts("tier", {tier_names.begin(), tier_names.end()}),
              "tier of talent, S being the highest", "1");
    Hdf5Dataset quantile = group.make_dataset("quantile", Measure::value, {quantile_levels.size()});
    quantile.write({0}, {quantile_levels.size()},
                   std::vector<double>{quantile_levels.begin(), quantile_levels.end()});
    add_scale(all, "quantile", std::move(quantile), "share of people at or below", "1");

    add_titles(group, all, run, "country", at.countries);
    add_titles(group, all, run, "firm", firms);
    return all;
}

std::vector<std::string> dimensions_in_file(Variable const& variable) {
    std::vector<std::string> names{"replicate"};
    if (variable.cadence == Cadence::monthly) {
        names.emplace_back("time");
    }
    for (Dimension const dimension : variable.dimensions) {
        names.push_back(dimension_name(dimension));
    }
    return names;
}

Hdf5Dataset make_variable(Hdf5Group const& group, Variable const& variable, Scales const& scales,
                          Hdf5Extent const& extent) {
    Hdf5Dataset dataset = group.make_dataset(variable.name, variable.measure, extent);
    dataset.write_attribute("long_name", variable.long_name);
    dataset.write_attribute("units", variable.units);
    std::string titles;
    auto const names = dimensions_in_file(variable);
    for (std::size_t i = 0; i != names.size(); ++i) {
        dataset.attach_scale(scales.at(names[i]), i);
        if (names[i] == "country" || names[i] == "firm") {
            titles += (titles.empty() ? "" : " ") + names[i] + "_title";
        }
    }
    if (!titles.empty()) {
        dataset.write_attribute("coordinates", titles);
    }
    return dataset;
}

} // namespace

Hdf5Extent extent_in_file(Variable const& variable, Coordinates const& coordinates,
                          bool every_firm) {
    Hdf5Extent extent{coordinates.replicates};
    if (variable.cadence == Cadence::monthly) {
        extent.push_back(coordinates.months);
    }
    for (Dimension const dimension : variable.dimensions) {
        extent.push_back(every_firm && dimension == Dimension::firm
                             ? coordinates.every_firm.size()
                             : coordinates.size_of(dimension));
    }
    return extent;
}

ResultsGroup::ResultsGroup(Hdf5Group const& group, RunDescription const& run,
                           RecordSelection const& selection)
    : months_{run.coordinates.months}, every_firm_{selection.every_firm()} {
    expects(run.every_firm || !every_firm_,
            "ResultsGroup: every firm is observed where every firm is to be recorded");
    Scales const scales = make_scales(group, run, every_firm_);
    for (std::size_t v = 0; v != variables().size(); ++v) {
        Variable const& variable = variables()[v];
        rows_.emplace_back();
        if (selection.contains(v)) {
            auto const extent = extent_in_file(variable, run.coordinates, every_firm_);
            rows_.back().emplace(make_variable(group, variable, scales, extent), variable.cadence);
        }
    }
}

template <class Record>
void ResultsGroup::add(Cadence cadence, std::size_t row, Record const& record) {
    for (std::size_t v = 0; v != rows_.size(); ++v) {
        Variable const& variable = variables()[v];
        if (rows_[v] && variable.cadence == cadence) {
            bool const one_by_one = every_firm_ && is_over_firms(variable);
            rows_[v]->add(row, one_by_one ? record.every_firm.at(v) : record.values.at(v));
        }
    }
}

void ResultsGroup::write(std::size_t replicate, MonthRecord const& record) {
    add(Cadence::monthly, replicate * months_ + record.time, record);
}

void ResultsGroup::write(std::size_t replicate, ReplicateRecord const& record) {
    add(Cadence::once, replicate, record);
}

void ResultsGroup::flush() {
    for (auto& rows : rows_) {
        if (rows) {
            rows->flush();
        }
    }
}

void ResultsGroup::close() {
    for (auto& rows : rows_) {
        if (rows) {
            rows->close();
        }
    }
    rows_.clear();
}

} // namespace talentsim
