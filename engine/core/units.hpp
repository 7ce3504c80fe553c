#pragma once

#include <cstdint>

namespace talentsim {

// Native units of the engine: money in USD of the scenario's base year, pay in USD per year, time
// in months, compute in H100-equivalents (H100e), shares and probabilities in [0, 1].

/// A point in time [months since the first simulated month, burn-in included]; below 0 for what
/// happened before.
using Month = std::int32_t;

inline constexpr int months_per_year = 12;

/// Grants of compute are counted in thousandths of an H100e: whole GPUs would leave most people in
/// a poor country with none.
using MilliGpu = std::int64_t;

inline constexpr double milli_gpus_per_gpu = 1000.0;

} // namespace talentsim
