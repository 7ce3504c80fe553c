#pragma once

#include <optional>
#include <string>

#include "engine/cli/text_table.hpp"
#include "engine/io/provenance.hpp"
#include "engine/simulation/run_summary.hpp"

namespace talentsim {

/// What a table says beside the figures of a run.
struct ClosingNotes {
    Provenance provenance;
    std::string digest;            ///< empty: the run was stopped
    std::optional<double> seconds; ///< the run took; known only right after it
};

/// The results of a run for a person to read: who gained, who lost, pay, unemployment and mobility,
/// each as the mean over replicates, with the range where there are several. About a screen of at
/// most 100 columns. What was not recorded is left out, or a dash.
[[nodiscard]] std::string closing_table(RunFigures const& figures, ClosingNotes const& notes,
                                        TableStyle style);

} // namespace talentsim
