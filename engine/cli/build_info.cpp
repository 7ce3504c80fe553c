#include "engine/cli/build_info.hpp"

#include "engine/cli/generated/build_facts.hpp"

namespace talentsim {

BuildInfo build_info() {
    return {TALENTSIM_VERSION, TALENTSIM_COMMIT, TALENTSIM_COMPILER, TALENTSIM_SCENARIOS};
}

} // namespace talentsim
