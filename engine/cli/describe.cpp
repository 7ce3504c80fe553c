#include <fmt/format.h>
#include <memory>

#include "engine/cli/commands.hpp"
#include "engine/cli/output.hpp"
#include "engine/core/error.hpp"
#include "engine/io/mistakes.hpp"
#include "engine/io/parameter_description.hpp"
#include "engine/io/parameter_schema.hpp"

namespace talentsim {

void add_describe(CLI::App& app) {
    auto* const command = app.add_subcommand(
        "describe", "Tell meaning, unit, default, bounds and source of parameters and outputs");

    struct Choices {
        std::string path;
        bool schema = false;
    };

    auto const choices = std::make_shared<Choices>();
    command
        ->add_option("path", choices->path,
                     "A parameter (countries.KOR.public_gpus), a section (search) or a variable of "
                     "the output (headcount); all of them if left out")
        ->type_name("PATH");
    command->add_flag("--schema", choices->schema, "Print the JSON Schema of scenarios")
        ->disable_flag_override();
    command->callback([choices] {
        if (choices->schema && !choices->path.empty()) {
            throw InputError{fmt::format("--schema: is of whole scenarios, not of {} (no PATH)",
                                         shown(choices->path))};
        }
        if (choices->schema) {
            print("{}", scenario_schema());
            return;
        }
        auto const description = description_of(choices->path);
        if (!description) {
            throw InputError{fmt::format("{}: no such parameter, section or variable (nearest: {})",
                                         choices->path, nearest_description(choices->path))};
        }
        print("{}", *description);
    });
}

} // namespace talentsim
