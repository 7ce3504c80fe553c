#include "engine/cli/crash_guard.hpp"

#include <csignal>
#include <string>

#include <doctest/doctest.h>

#include "engine/core/error.hpp"

using namespace talentsim;

TEST_CASE("a crash over a file is told as damage of the file") {
    std::string told;
    try {
        survive_crashes_over("r.h5");
        std::signal(SIGSEGV, SIG_DFL); // doctest would catch it
        std::raise(SIGSEGV);           // the child only
    } catch (InputError const& error) {
        told = error.what();
    }
    CHECK(told == "r.h5: is damaged: the HDF5 library crashes over it (a file as talentsim has "
                  "written it)");
}
