#pragma once

#include "engine/io/provenance.hpp"

namespace talentsim::test {

inline Provenance fake_provenance() {
    Provenance provenance;
    provenance.files = {{"base.yaml", "title: Basis für alle\n"},
                        {"policies/한국.yaml", "title: Korea's budget\nchanges: {}\n"}};
    provenance.resolved = "title: resolved\nsimulation: {seed: 7}\n";
    provenance.seed = 7;
    provenance.version = "0.1.0";
    provenance.commit = "0123abc";
    provenance.compiler = "g++ 12.2.0";
    provenance.command_line = "talentsim run base.yaml --policy policies/한국.yaml";
    provenance.threads = 2;
    provenance.cited_figures = 90;
    provenance.assumed_figures = {"search.home_share", "utility.moving_cost"};
    provenance.start = utc_time("2026-01-31T12:00:00Z");
    return provenance;
}

} // namespace talentsim::test
