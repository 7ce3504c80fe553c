#include "engine/io/provenance.hpp"

#include <algorithm>
#include <ctime>
#include <fmt/chrono.h>
#include <fmt/format.h>

#include "engine/io/hdf5_file.hpp"
#include "engine/io/sha256.hpp"

namespace talentsim {

std::string utc_text(std::chrono::system_clock::time_point time) {
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}",
                       fmt::gmtime(std::chrono::floor<std::chrono::seconds>(time)));
}

std::chrono::system_clock::time_point utc_time(std::string const& text) {
    std::tm fields{};
    if (strptime(text.c_str(), "%Y-%m-%dT%H:%M:%SZ", &fields) == nullptr) {
        return {};
    }
    return std::chrono::system_clock::from_time_t(timegm(&fields));
}

void write_provenance(Hdf5Group const& group, Provenance const& provenance) {
    std::vector<std::string> names;
    std::vector<std::string> texts;
    for (SourceFile const& file : provenance.files) {
        names.push_back(file.name);
        texts.push_back(file.text);
    }
    Hdf5Dataset const file = group.make_texts("file", names);
    file.write_attribute("long_name", "file, in the order in which they apply");
    file.make_scale("file");
    Hdf5Dataset const scenario = group.make_texts("scenario", texts);
    scenario.write_attribute("long_name", "scenario and policies as written");
    scenario.attach_scale(file, 0);
    Hdf5Dataset const resolved = group.make_text("resolved", provenance.resolved);
    resolved.write_attribute("long_name", "scenario as resolved from files and command line");

    group.write_attribute("resolved_sha256", sha256_of(provenance.resolved));
    group.write_attribute("seed", provenance.seed);
    group.write_attribute("generator", std::string{random_generator});
    group.write_attribute("version", provenance.version);
    group.write_attribute("commit", provenance.commit);
    group.write_attribute("compiler", provenance.compiler);
    group.write_attribute("command_line", provenance.command_line);
    group.write_attribute("threads", static_cast<std::int64_t>(provenance.threads));
    group.write_attribute("record", provenance.record);
    group.write_attribute("cited_figures", static_cast<std::int64_t>(provenance.cited_figures));
    group.write_attribute("assumed_figures", provenance.assumed_figures);
    group.write_attribute("silent_figures", provenance.silent_figures);
    group.write_attribute("start", utc_text(provenance.start));
}

Provenance read_provenance(Hdf5Group const& group) {
    Provenance provenance;
    auto const names = group.dataset("file").texts();
    auto const texts = group.dataset("scenario").texts();
    for (std::size_t i = 0; i != std::min(names.size(), texts.size()); ++i) {
        provenance.files.push_back({names[i], texts[i]});
    }
    auto const resolved = group.dataset("resolved").texts();
    provenance.resolved = resolved.empty() ? "" : resolved.front();
    provenance.seed = group.integer_attribute("seed");
    provenance.version = group.text_attribute("version");
    provenance.commit = group.text_attribute("commit");
    provenance.compiler = group.text_attribute("compiler");
    provenance.command_line = group.text_attribute("command_line");
    provenance.threads = static_cast<std::size_t>(group.integer_attribute("threads"));
    provenance.record = group.text_attribute("record");
    provenance.cited_figures = static_cast<std::size_t>(group.integer_attribute("cited_figures"));
    provenance.assumed_figures = group.texts_attribute("assumed_figures");
    provenance.silent_figures = group.texts_attribute("silent_figures");
    provenance.start = utc_time(group.text_attribute("start"));
    if (group.has_attribute("end")) { // which a stopped run has not
        provenance.end = utc_time(group.text_attribute("end"));
    }
    return provenance;
}

} // namespace talentsim
