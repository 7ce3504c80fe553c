#pragma once

namespace talentsim {

/// How a firm turns compute and talent into output.
struct Technology {
    double elasticity = 1.0;    ///< sigma [-], > 0
    double compute_share = 0.0; ///< a [-], in [0, 1]
    double returns = 0.8;       ///< nu [-], in (0, 1]
};

/// Output relative to founding at productivity 1.
///
///     Y/Y0 = [a (G/G0)^rho + (1-a) (L/L0)^rho]^(nu/rho),  rho = (sigma-1)/sigma
///
/// sigma = 1 is the limit (G/G0)^(a nu) (L/L0)^((1-a) nu), which the formula used approaches
/// without cancellation. Ratios enter as at least 1e-12, so that a firm without compute, or without
/// people, has little output rather than none or an infinite marginal product.
///
/// @param compute_ratio  G/G0 [-], >= 0; ignored where a = 0
/// @param talent_ratio   L/L0 [-], >= 0; ignored where a = 1
/// Source: Arrow, Chenery, Minhas & Solow (1961), eq. 13, normalised as in de La Grandville (1989).
[[nodiscard]] double output_ratio(Technology const& technology, double compute_ratio,
                                  double talent_ratio) noexcept;

/// What a firm's output depends on in a month, with all that is the same for every hire worked out.
class OutputCurve {
  public:
    /// @param technology     of the firm
    /// @param compute_ratio  G/G0 [-]
    /// @param founding_talent  L0 [talent units], > 0
    /// @param revenue        P*Y0*A [USD/year]
    OutputCurve(Technology const& technology, double compute_ratio, double founding_talent,
                double revenue) noexcept;

    /// P*Y with this much talent [USD/year].
    [[nodiscard]] double value_at(double talent) const noexcept;

    /// Whether value is proportional to talent: returns 1 and no compute.
    [[nodiscard]] bool is_linear() const noexcept { return is_linear_; }

  private:
    Technology technology_;
    double rho_;
    double compute_term_; ///< a ((G/G0)^rho - 1)/rho, or a ln(G/G0) where rho = 0
    double per_founding_talent_;
    double revenue_;
    bool is_linear_;
};

/// What one person more or less is worth at a firm.
class IncrementValue {
  public:
    /// @param talent   L of the firm [talent units]
    /// @param urgency  1 + omega, omega the fear of being left out [-]
    IncrementValue(OutputCurve const& curve, double talent, double urgency = 1.0) noexcept
        : curve_{curve}, talent_{talent}, urgency_{urgency}, value_{curve.value_at(talent)} {}

    /// P*[Y(L + units) - Y(L)] (1 + omega) [USD/year]: what an outsider would add.
    [[nodiscard]] double of_adding(double units) const noexcept;

    /// P*[Y(L) - Y(L - units)] (1 + omega) [USD/year]: what a member of staff adds.
    [[nodiscard]] double of_keeping(double units) const noexcept;

    /// P*Y(L) [USD/year].
    [[nodiscard]] double of_everybody() const noexcept { return value_; }

    /// L [talent units].
    [[nodiscard]] double talent() const noexcept { return talent_; }

  private:
    OutputCurve curve_;
    double talent_;
    double urgency_;
    double value_;
};

/// P*Y0 at which the marginal value of talent at founding is unit_value:
///
///     d(P Y)/dL = P Y0 (1-a) nu / L0 = unit_value
///
/// @returns [USD/year]; 0 where a = 1 or L0 = 0
[[nodiscard]] double founding_revenue(Technology const& technology, double founding_talent,
                                      double unit_value) noexcept;

/// The talent budget towards which a firm moves: the share of revenue that talent would earn at its
/// marginal product, for the seats it wants.
///
///     B* = (1-a) nu P Y (1+v)
[[nodiscard]] double talent_budget(Technology const& technology, double revenue,
                                   double seat_slack) noexcept;

} // namespace talentsim
