#pragma once

namespace talentsim {

// Elementary functions with the same bits on every x86-64 processor. The C library picks variants
// with fused multiply-add where the processor has it, and those round differently in the last
// place; whatever enters results is computed here instead. (sqrt, floor and the four operations are
// exact by IEEE 754 and need no wrapper.) Source: Shibata & Petrogalli (2020), "SLEEF: a portable
// vectorized library of C standard mathematical functions", IEEE TPDS 31(6); the `cinz` functions,
// within 1 unit in the last place where nothing else is said. The logarithm and the cosine, which
// are called most, are within 3.5: their variants within 1 take three times as long.

/// e to the power x.
[[nodiscard]] double exp(double x) noexcept;

/// Natural logarithm, within 3.5 units in the last place; -infinity at 0, NaN below.
[[nodiscard]] double log(double x) noexcept;

/// x to the power y, for x >= 0.
[[nodiscard]] double pow(double x, double y) noexcept;

/// ln(1 + x), accurate near 0.
[[nodiscard]] double log1p(double x) noexcept;

/// e to the power x, minus 1, accurate near 0.
[[nodiscard]] double expm1(double x) noexcept;

/// Cosine of x [radians], within 3.5 units in the last place.
[[nodiscard]] double cos(double x) noexcept;

} // namespace talentsim
