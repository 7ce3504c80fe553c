// Writes a file of results for tests/python: write_sample FILE SELECTION.

#include <cstdio>
#include <exception>

#include "engine/io/results_writer.hpp"

#include "tests/io/fake_provenance.hpp"
#include "tests/simulation/fake_run.hpp"

int main(int argc, char** argv) {
    if (argc != 3) {
        return 2;
    }
    try {
        auto run = talentsim::test::fake_run(2, 14);
        auto const selection = talentsim::RecordSelection::parse(argv[2]);
        run.every_firm = selection.every_firm();
        talentsim::ResultsWriter writer{argv[1], selection, talentsim::test::fake_provenance(),
                                        talentsim::Existing::replace};
        talentsim::test::tell(writer, run);
    } catch (std::exception const& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
