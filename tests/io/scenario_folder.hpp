#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "engine/core/error.hpp"
#include "engine/io/scenario_reader.hpp"

#include "tests/io/scratch_folder.hpp"

namespace talentsim::test {

/// A folder of scenario and policy files. Messages name files without it.
class ScenarioFolder {
  public:
    /// The shortest scenario there can be.
    static constexpr char const* smallest = "title: Smallest\n"
                                            "simulation: {start: 2024-01, months: 24}\n"
                                            "countries:\n"
                                            "  USA: {researchers: 1000}\n"
                                            "  KOR: {researchers: 100, public_gpus: 10}\n"
                                            "firms:\n"
                                            "  naver: {country: KOR, staff: 20}\n"
                                            "fringe: {USA: {}, KOR: {}}\n";

    ScenarioFolder& write(std::string const& name, std::string const& text) {
        std::filesystem::create_directories((folder_ / name).parent_path());
        std::ofstream{folder_ / name, std::ios::binary} << text;
        return *this;
    }

    [[nodiscard]] std::filesystem::path operator/(std::string const& name) const {
        return folder_ / name;
    }

    [[nodiscard]] Scenario read(std::string const& name, std::vector<std::string> sets = {},
                                std::vector<std::string> const& policies = {}) const {
        ScenarioRequest request{folder_ / name, std::move(sets), {}};
        for (auto const& policy : policies) {
            request.policies.push_back(folder_ / policy);
        }
        return read_scenario(request);
    }

    /// What is wrong with a scenario; empty if nothing is.
    [[nodiscard]] std::string complaints(std::string const& name,
                                         std::vector<std::string> sets = {},
                                         std::vector<std::string> const& policies = {}) const {
        try {
            (void)read(name, std::move(sets), policies);
        } catch (InputError const& error) {
            return without_folder(error.what());
        }
        return "";
    }

    [[nodiscard]] std::string without_folder(std::string text) const {
        auto const folder = (folder_ / "").string();
        for (auto at = text.find(folder); at != std::string::npos; at = text.find(folder)) {
            text.erase(at, folder.size());
        }
        return text;
    }

  private:
    ScratchFolder folder_;
};

} // namespace talentsim::test
