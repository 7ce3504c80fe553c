#include "engine/io/figure_sources.hpp"

#include <utility>

namespace talentsim {

namespace {

bool is_figure(ParameterInfo const& info) {
    bool const is_numeric = info.type == ParameterType::number ||
                            info.type == ParameterType::whole_number ||
                            info.type == ParameterType::vector;
    bool const is_about_the_run = info.path.starts_with("simulation.") &&
                                  !info.path.starts_with("simulation.exchange_rates.");
    return is_numeric && !is_about_the_run;
}

} // namespace

void FigureSources::add(std::string path, ParameterInfo const& info, ConfigNode const& value) {
    if (!is_figure(info) || value.place.on_command_line()) {
        return;
    }
    auto const& comment = value.items.empty() ? value.comment : value.items.back().comment;
    auto& paths = comment.empty() ? silent : comment.starts_with("assumed") ? assumed : cited;
    paths.push_back(std::move(path));
}

} // namespace talentsim
