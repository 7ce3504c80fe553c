#include "engine/core/math.hpp"

#include <sleef.h>

namespace talentsim {

double exp(double x) noexcept { return Sleef_cinz_expd1_u10purec(x); }

double log(double x) noexcept { return Sleef_cinz_logd1_u35purec(x); }

double pow(double x, double y) noexcept { return Sleef_cinz_powd1_u10purec(x, y); }

double log1p(double x) noexcept { return Sleef_cinz_log1pd1_u10purec(x); }

double expm1(double x) noexcept { return Sleef_cinz_expm1d1_u10purec(x); }

double cos(double x) noexcept { return Sleef_cinz_cosd1_u35purec(x); }

} // namespace talentsim
