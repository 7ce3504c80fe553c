#include <filesystem>
#include <memory>

#include "engine/cli/closing_table.hpp"
#include "engine/cli/commands.hpp"
#include "engine/cli/crash_guard.hpp"
#include "engine/cli/memory_reserve.hpp"
#include "engine/cli/output.hpp"
#include "engine/cli/terminal.hpp"
#include "engine/io/results_reader.hpp"

namespace talentsim {

void add_show(CLI::App& app) {
    auto* const command =
        app.add_subcommand("show", "Print the closing table of a file of results again");
    auto const file = std::make_shared<std::filesystem::path>();
    command->add_option("file", *file, "The file of results (OUT.h5)")
        ->required()
        ->type_name("OUT.h5");
    command->callback([file] {
        must_have_memory_reserve();
        survive_crashes_over(*file);
        ResultsReader const reader{*file};
        RunSummary summary;
        reader.replay(summary);
        if (!reader.shortfall().empty()) {
            print_error("{}: {}\n", file->string(), reader.shortfall());
        }
        print("{}",
              closing_table(
                  summary.figures(),
                  {.provenance = reader.provenance(), .digest = reader.digest(), .seconds = {}},
                  is_terminal(stdout) ? TableStyle::terminal : TableStyle::plain));
    });
}

} // namespace talentsim
