#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <exception>
#include <fcntl.h>
#include <iostream>
#include <new>
#include <string_view>
#include <system_error>
#include <unistd.h>

#include "engine/cli/build_info.hpp"
#include "engine/cli/command_line.hpp"
#include "engine/cli/commands.hpp"
#include "engine/cli/output.hpp"
#include "engine/cli/stop_signal.hpp"
#include "engine/core/error.hpp"

namespace {

constexpr int done = 0;
constexpr int run_failed = 1;
constexpr int input_is_wrong = 2;

/// The command line as it was typed, or close to it: words with spaces or stars are quoted.
std::string text_of(int argc, char** argv) {
    std::string text;
    for (int i = 0; i != argc; ++i) {
        std::string_view const word{argv[i]};
        bool const is_plain = word.find_first_of(" *?$&|;<>()'\"\\") == std::string_view::npos;
        char const* const quote = is_plain ? "" : "'";
        text += fmt::format("{}{}{}{}", i == 0 ? "" : " ", quote, word, quote);
    }
    return text;
}

void add_commands(CLI::App& app, std::string const& command_line) {
    talentsim::add_run(app, command_line);
    talentsim::add_check(app);
    talentsim::add_describe(app);
    talentsim::add_diff(app);
    talentsim::add_show(app);
    talentsim::add_validate(app);
    talentsim::add_scorecard(app, command_line);
}

int obey(int argc, char** argv) {
    CLI::App app{"A simulation engine of the market for AI researchers", "talentsim"};
    auto const build = talentsim::build_info();
    app.set_version_flag("--version", fmt::format("talentsim {} (commit {}, {})", build.version,
                                                  build.commit, build.compiler));
    app.require_subcommand(0, 1);
    add_commands(app, text_of(argc, argv));
    talentsim::must_begin_with_command(app, argc, argv);
    try {
        app.parse(argc, argv);
    } catch (CLI::Success const& wish) { // for help, or the version
        app.exit(wish, std::cout, std::cerr);
    } catch (CLI::ParseError const& error) {
        throw talentsim::InputError{talentsim::complaint_about(app, error)};
    }
    return done;
}

/// Results that never reached the user are no results.
int with_output_written(int code) {
    std::cout.flush();
    bool const is_written =
        std::cout.good() && std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
    if (!is_written && code == done) {
        talentsim::print_error("the results cannot be written to standard output\n");
        return run_failed;
    }
    return code;
}

/// Opens the standard streams that were closed when the program was called, so that no file of ours
/// gets their number and what is meant for the user. Reading and writing fail as before.
void occupy_standard_streams() {
    for (int const stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (fcntl(stream, F_GETFD) == -1) {
            static_cast<void>(open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY));
        }
    }
}

/// What the system says when it starts no more threads, by way of the standard library or TBB.
bool is_about_threads(std::exception const& error) {
    auto const* const of_system = dynamic_cast<std::system_error const*>(&error);
    return (of_system != nullptr &&
            of_system->code() == std::errc::resource_unavailable_try_again) ||
           std::string_view{error.what()}.find("pthread_create") != std::string_view::npos;
}

} // namespace

int main(int argc, char** argv) {
    occupy_standard_streams();
    // A limit on the size of files is then an error of the write that meets it, told as a sentence,
    // rather than the end of the program.
    static_cast<void>(std::signal(SIGXFSZ, SIG_IGN));
    try {
        return with_output_written(obey(argc, argv));
    } catch (talentsim::InputError const& error) {
        talentsim::print_error("{}\n", error.what());
        return input_is_wrong;
    } catch (talentsim::StoppedBySignal const& stop) {
        talentsim::print_error("{}\n", stop.what());
        return stop.exit_code();
    } catch (talentsim::ContractViolation const& error) {
        talentsim::print_error("a bug in talentsim, please report it: {}\n", error.what());
        return run_failed;
    } catch (std::bad_alloc const&) {
        talentsim::print_error(
            "out of memory: this machine, or a limit set for the process, has no "
            "more (simulation.scale simulates a share of the researchers, and "
            "fewer --threads hold fewer replicates at a time)\n");
        return run_failed;
    } catch (std::exception const& error) {
        if (is_about_threads(error)) {
            talentsim::print_error(
                "no more threads: the system starts none for this process (fewer "
                "--threads, or higher limits on processes, ulimit -u, and "
                "memory, ulimit -v)\n");
        } else {
            talentsim::print_error("{}\n", error.what());
        }
        return run_failed;
    }
}
