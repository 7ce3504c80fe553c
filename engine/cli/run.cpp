#include <chrono>
#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <optional>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <string>

#include "engine/cli/all_mistakes.hpp"
#include "engine/cli/build_info.hpp"
#include "engine/cli/closing_table.hpp"
#include "engine/cli/commands.hpp"
#include "engine/cli/estimate.hpp"
#include "engine/cli/memory_reserve.hpp"
#include "engine/cli/option_values.hpp"
#include "engine/cli/output.hpp"
#include "engine/cli/progress.hpp"
#include "engine/cli/stop_signal.hpp"
#include "engine/cli/terminal.hpp"
#include "engine/core/error.hpp"
#include "engine/io/results_digest.hpp"
#include "engine/io/results_writer.hpp"
#include "engine/simulation/ensemble.hpp"
#include "engine/simulation/observer_list.hpp"
#include "engine/simulation/run_summary.hpp"

namespace talentsim {

namespace {

/// What the command line asks for.
struct RunRequest {
    ScenarioRequest scenario;
    std::optional<std::filesystem::path> output;
    std::string record = "standard";
    // Each as typed, and what it means once read_choices has read it.
    std::optional<std::string> threads_text, visit_text, progress_text;
    std::size_t threads = available_threads();
    Visit visit = Visit::parallel;
    ProgressMode progress = ProgressMode::automatic;
    bool is_quiet = false;
    bool is_dry = false;
    bool is_forced = false;
    std::string command_line;

    [[nodiscard]] std::filesystem::path output_path() const {
        return output.value_or(std::filesystem::path{"results"} /
                               (scenario.file.stem().string() + ".h5"));
    }

    [[nodiscard]] Existing existing() const {
        return is_forced ? Existing::replace : Existing::refuse;
    }
};

Provenance provenance_of(Scenario const& scenario, RunRequest const& request) {
    auto const build = build_info();
    Provenance provenance{.files = scenario.files,
                          .resolved = scenario.resolved,
                          .seed = scenario.parameters.simulation.seed,
                          .version = build.version,
                          .commit = build.commit,
                          .compiler = build.compiler,
                          .command_line = request.command_line,
                          .threads = request.threads,
                          .cited_figures = scenario.sources.cited.size(),
                          .assumed_figures = scenario.sources.assumed,
                          .silent_figures = scenario.sources.silent,
                          .start = std::chrono::system_clock::now(),
                          .end = {}};
    return provenance;
}

std::string time_text(double seconds) {
    return seconds < 1.0 ? "less than 1 s" : fmt::format("about {}", duration_text(seconds));
}

void print_estimate(Scenario const& scenario, RunRequest const& request,
                    RecordSelection const& selection, RunDescription const& run) {
    RunEstimate const estimate = estimate_run(scenario, request.threads);
    double const bytes = selection.is_nothing()
                             ? 0.0
                             : static_cast<double>(results_bytes(run.coordinates, selection));
    print("{}\n"
          "  researchers   {:.0f} in each of {} replicate(s)\n"
          "  months        {:.0f} over all replicates, burn-in included\n"
          "  memory        {:.2f} GiB of {:.1f} GiB\n"
          "  time          {} on {} thread(s), from a pilot\n"
          "  results       {:.1f} MB in {}\n",
          scenario.title, estimate.researchers, run.coordinates.replicates, estimate.months,
          estimate.memory / 0x1p30, machine_memory() / 0x1p30, time_text(estimate.seconds),
          request.threads, bytes / 1e6,
          selection.is_nothing() ? "no file" : request.output_path().string());
}

void write_to_terminal(std::string_view text) { print_error("{}", text); }

/// Lines with the time at which they were written.
Progress::Write write_to_log() {
    auto const logger = std::make_shared<spdlog::logger>(
        "talentsim", std::make_shared<spdlog::sinks::stderr_sink_st>());
    logger->set_pattern("%Y-%m-%dT%H:%M:%S %v");
    return [logger](std::string_view line) {
        line.remove_suffix(line.ends_with('\n') ? 1 : 0);
        logger->info("{}", line);
    };
}

/// Where the results go: to a file and its digest, or to the digest alone.
class Results {
  public:
    Results(RunRequest const& request, RecordSelection const& selection,
            Provenance const& provenance) {
        if (!selection.is_nothing()) {
            writer_.emplace(request.output_path(), selection, provenance, request.existing());
        }
    }

    [[nodiscard]] Observer& observer() {
        return writer_ ? static_cast<Observer&>(*writer_) : digest_;
    }

    [[nodiscard]] std::string digest() const { return writer_ ? writer_->digest() : digest_.hex(); }

  private:
    std::optional<ResultsWriter> writer_;
    ResultsDigest digest_;
};

/// What a run that did not come to its end left behind; empty if nothing.
std::string what_is_left(RunRequest const& request, bool has_file) {
    std::error_code none_there;
    auto const part = has_file ? part_of(request.output_path()) : std::filesystem::path{};
    return std::filesystem::exists(part, none_there)
               ? fmt::format("what was recorded is in {}", part.string())
               : "";
}

[[noreturn]] void report_stop(int signal, RunRequest const& request, bool has_file) {
    auto const left = what_is_left(request, has_file);
    throw StoppedBySignal{signal,
                          fmt::format("stopped before the end{}{}. From the start again: {}",
                                      left.empty() ? "" : "; ", left, request.command_line)};
}

/// How a run ended.
struct Ending {
    int stopped_by = 0; ///< signal; 0 if the run is whole
    double seconds = 0.0;
    std::string digest;
};

Ending simulate_and_record(Scenario const& scenario, RunRequest const& request,
                           RecordSelection const& selection, RunDescription const& run,
                           Provenance const& provenance, RunSummary& summary) {
    using Clock = std::chrono::steady_clock;
    Results results{request, selection, provenance};
    ObserverList observers{{&results.observer(), &summary}};
    StopSignal const signal;
    bool const has_terminal = is_terminal(stderr);
    Progress progress{request.is_quiet ? ProgressMode::never : request.progress,
                      has_terminal ? ProgressPlace::terminal : ProgressPlace::log,
                      has_terminal ? Progress::Write{write_to_terminal} : write_to_log()};
    progress.begin(run);
    auto const start = Clock::now();
    try {
        run_ensemble(scenario.parameters, scenario.changes, run,
                     {.threads = request.threads,
                      .visit = request.visit,
                      .on_month = [&] { progress.month_done(); },
                      .stop = &signal.flag()},
                     observers);
    } catch (Interrupted const&) {
        return {.stopped_by = signal.signal(), .seconds = 0.0, .digest = ""};
    }
    progress.end();
    return {.stopped_by = 0,
            .seconds = std::chrono::duration<double>(Clock::now() - start).count(),
            .digest = results.digest()};
}

void simulate(Scenario const& scenario, RunRequest const& request, RecordSelection const& selection,
              RunDescription const& run) {
    auto const provenance = provenance_of(scenario, request);
    bool const has_file = !selection.is_nothing();
    RunSummary summary;
    Ending ending;
    try {
        ending = simulate_and_record(scenario, request, selection, run, provenance, summary);
    } catch (InputError const&) { // another process has the file: what is left is not ours
        throw;
    } catch (...) {
        if (auto const left = what_is_left(request, has_file); !left.empty()) {
            print_error("the run fails; {}\n", left);
        }
        throw;
    }
    if (ending.stopped_by != 0) {
        report_stop(ending.stopped_by, request, has_file);
    }
    if (!request.is_quiet) {
        print("{}",
              closing_table(
                  summary.figures(),
                  {.provenance = provenance, .digest = ending.digest, .seconds = ending.seconds},
                  is_terminal(stdout) ? TableStyle::terminal : TableStyle::plain));
        if (!selection.is_nothing()) {
            print("Results in {}\n", request.output_path().string());
        }
    }
}

/// Refuses an output that would take the place of a file it is made from.
void must_not_replace_input(Scenario const& scenario, RunRequest const& request) {
    namespace fs = std::filesystem;
    fs::path const output = request.output_path();
    for (auto const& input : scenario.files) {
        for (fs::path const& target : {output, part_of(output)}) {
            std::error_code none_there;
            if (fs::equivalent(target, input.name, none_there)) {
                throw InputError{fmt::format("{}: is a file that the run reads, {} (another name "
                                             "for the results)",
                                             output.string(), input.name)};
            }
        }
    }
}

void read_choices(RunRequest& request, AllMistakes& mistakes) {
    request.threads = read_threads(request.threads_text, mistakes);
    static_assert(static_cast<int>(Visit::parallel) == 0 &&
                  static_cast<int>(Visit::forwards) == 1 &&
                  static_cast<int>(Visit::backwards) == 2);
    read_choice("--visit", request.visit_text, {"parallel", "forwards", "backwards"}, request.visit,
                mistakes);
    static_assert(static_cast<int>(ProgressMode::automatic) == 0 &&
                  static_cast<int>(ProgressMode::always) == 1 &&
                  static_cast<int>(ProgressMode::never) == 2);
    read_choice("--progress", request.progress_text, {"auto", "always", "never"}, request.progress,
                mistakes);
}

void obey(RunRequest request) {
    AllMistakes mistakes;
    std::optional<Scenario> scenario;
    std::optional<RecordSelection> selection;
    mistakes.attempt([&] { scenario = read_scenario(request.scenario); });
    read_choices(request, mistakes);
    mistakes.attempt([&] { selection = RecordSelection::parse(request.record); });
    bool const writes = selection && !selection->is_nothing() && !request.is_dry;
    if (scenario) {
        mistakes.attempt([&] {
            must_fit(estimate_size(scenario->parameters, request.threads),
                     request.scenario.file.string());
        });
    }
    mistakes.attempt([&] {
        if (writes && scenario) {
            must_not_replace_input(*scenario, request);
        }
        if (scenario) {
            must_have_memory_reserve();
        }
        if (writes) {
            check_output(request.output_path(), request.existing());
        }
    });
    mistakes.throw_if_any();
    for (auto const& warning : scenario->warnings) {
        print_error("{}\n", warning);
    }
    auto const run = describe_run(scenario->parameters, scenario->title, selection->every_firm());
    if (writes) {
        must_have_room(request.output_path(), results_bytes(run.coordinates, *selection));
    }
    if (request.is_dry) {
        print_estimate(*scenario, request, *selection, run);
    } else {
        simulate(*scenario, request, *selection, run);
    }
}

} // namespace

void add_run(CLI::App& app, std::string const& command_line) {
    auto* const command = app.add_subcommand("run", "Simulate a scenario and write its results");
    auto const request = std::make_shared<RunRequest>();
    request->command_line = command_line;
    add_scenario_options(*command, request->scenario);
    command
        ->add_option_function<std::string>(
            "-o,--output", [request](std::string const& path) { request->output = path; },
            "File of results; results/<scenario>.h5 if not given")
        ->type_name("FILE");
    command
        ->add_option("--record", request->record,
                     "none, standard, all, or names of variables separated by commas")
        ->type_name("LIST");
    add_threads_option(*command, request->threads_text);
    command->add_option("--visit", request->visit_text, "Order in which agents are visited")
        ->type_name("parallel|forwards|backwards");
    command->add_option("--progress", request->progress_text, "When to show progress")
        ->type_name("auto|always|never");
    command->add_flag("--quiet", request->is_quiet, "Print nothing but errors")
        ->disable_flag_override();
    command->add_flag("--dry-run", request->is_dry, "Say what the run would take; do not run")
        ->disable_flag_override();
    command->add_flag("--force", request->is_forced, "Replace the file of results if it exists")
        ->disable_flag_override();
    command->callback([request] { obey(*request); });
}

} // namespace talentsim
