#include "engine/io/results_digest.hpp"

#include <bit>
#include <cmath>
#include <limits>
#include <span>

#include "engine/core/error.hpp"

namespace talentsim {

namespace {

static_assert(std::endian::native == std::endian::little && sizeof(double) == 8 &&
                  std::numeric_limits<double>::is_iec559,
              "the digest takes values as they lie in memory");

std::span<std::byte const> bytes_of(std::int64_t const& number) {
    return std::as_bytes(std::span{&number, 1});
}

double canonical(double value) {
    if (std::isnan(value)) {
        return std::bit_cast<double>(std::uint64_t{0x7ff8000000000000});
    }
    return value == 0.0 ? 0.0 : value;
}

std::vector<std::int64_t> shape_of(Variable const& variable, Coordinates const& coordinates) {
    std::vector<std::size_t> sizes{coordinates.replicates};
    if (variable.cadence == Cadence::monthly) {
        sizes.push_back(coordinates.months);
    }
    for (Dimension const dimension : variable.dimensions) {
        sizes.push_back(coordinates.size_of(dimension));
    }
    return {sizes.begin(), sizes.end()};
}

} // namespace

void ResultsDigest::begin(RunDescription const& run) {
    coordinates_ = run.coordinates;
    running_ = std::vector<Sha256>(variables().size());
    finished_.clear();
    hex_.clear();
}

void ResultsDigest::add(std::size_t variable, Values const& values) {
    Variable const& described = variables()[variable];
    if (!described.in_digest) {
        return;
    }
    std::size_t const cells = coordinates_.cells_of(described);
    if (described.measure == Measure::count) {
        auto const* const counts = std::get_if<std::vector<std::int64_t>>(&values);
        expects(counts != nullptr && counts->size() == cells,
                "ResultsDigest: every variable of the digest arrives, and with all its cells");
        running_[variable].add(std::as_bytes(std::span{*counts}));
        return;
    }
    auto const* const measured = std::get_if<std::vector<double>>(&values);
    expects(measured != nullptr && measured->size() == cells,
            "ResultsDigest: every variable of the digest arrives, and with all its cells");
    std::vector<double> plain(cells);
    for (std::size_t i = 0; i != cells; ++i) {
        plain[i] = canonical((*measured)[i]);
    }
    running_[variable].add(std::as_bytes(std::span{plain}));
}

void ResultsDigest::month_done(std::size_t /*replicate*/, MonthRecord const& record) {
    for (std::size_t v = 0; v != variables().size(); ++v) {
        if (variables()[v].cadence == Cadence::monthly) {
            add(v, record.values.at(v));
        }
    }
}

void ResultsDigest::replicate_done(std::size_t /*replicate*/, ReplicateRecord const& record) {
    for (std::size_t v = 0; v != variables().size(); ++v) {
        if (variables()[v].cadence == Cadence::once) {
            add(v, record.values.at(v));
        }
    }
}

void ResultsDigest::end() {
    Sha256 whole;
    for (std::size_t v = 0; v != variables().size(); ++v) {
        finished_.push_back(running_[v].finish());
        Variable const& variable = variables()[v];
        if (!variable.in_digest) {
            continue;
        }
        auto const shape = shape_of(variable, coordinates_);
        auto const dimensions = static_cast<std::int64_t>(shape.size());
        whole.add(variable.name);
        whole.add(std::string_view{"\0", 1});
        whole.add(bytes_of(dimensions));
        whole.add(std::as_bytes(std::span{shape}));
        whole.add(std::as_bytes(std::span{finished_.back()}));
    }
    hex_ = talentsim::hex(whole.finish());
}

std::string ResultsDigest::hex() const {
    expects(!hex_.empty(), "ResultsDigest: asked for after the end of the run");
    return hex_;
}

std::vector<std::pair<std::string, std::string>> ResultsDigest::of_variables() const {
    expects(!hex_.empty(), "ResultsDigest: asked for after the end of the run");
    std::vector<std::pair<std::string, std::string>> all;
    for (std::size_t v = 0; v != finished_.size(); ++v) {
        if (variables()[v].in_digest) {
            all.emplace_back(variables()[v].name, talentsim::hex(finished_[v]));
        }
    }
    return all;
}

} // namespace talentsim
