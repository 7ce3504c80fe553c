#include "engine/cli/crash_guard.hpp"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "engine/core/error.hpp"

namespace talentsim {

namespace {

bool is_crash(int signal) {
    return signal == SIGSEGV || signal == SIGBUS || signal == SIGABRT || signal == SIGFPE ||
           signal == SIGILL;
}

int wait_for(pid_t child) {
    int status = 0;
    while (waitpid(child, &status, 0) == -1 && errno == EINTR) {
    }
    return status;
}

} // namespace

void survive_crashes_over(std::filesystem::path const& file) {
    std::fflush(stdout);
    pid_t const child = fork();
    if (child == -1) {
        return; // no more processes: without the guard
    }
    if (child == 0) {
        static_cast<void>(prctl(PR_SET_PDEATHSIG, SIGTERM));
        rlimit const no_core{};
        static_cast<void>(setrlimit(RLIMIT_CORE, &no_core));
        return;
    }
    int const status = wait_for(child);
    if (WIFEXITED(status)) {
        std::_Exit(WEXITSTATUS(status));
    }
    int const signal = WTERMSIG(status);
    if (is_crash(signal)) {
        throw InputError{fmt::format("{}: is damaged: the HDF5 library crashes over it (a file as "
                                     "talentsim has written it)",
                                     file.string())};
    }
    static_cast<void>(std::signal(signal, SIG_DFL));
    static_cast<void>(raise(signal));
    std::_Exit(EXIT_FAILURE);
}

} // namespace talentsim
