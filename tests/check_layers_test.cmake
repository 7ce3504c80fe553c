# Fails unless check_layers.cmake refuses every kind of forbidden line, at its place, and accepts what
# is allowed. The trees it is tried on are written under the working folder and removed.
#
#     cmake -P tests/check_layers_test.cmake
cmake_minimum_required(VERSION 3.25)

set(tree "${CMAKE_CURRENT_BINARY_DIR}/check_layers_tree")
set(failures "")

# Starts an engine of one harmless file.
function(start_tree)
    file(REMOVE_RECURSE "${tree}")
    file(WRITE "${tree}/engine/core/error.hpp" "#pragma once\n")
endfunction()

# Runs check_layers.cmake on the tree; `result` is its exit status, `said` what it printed.
macro(check_tree)
    execute_process(
        COMMAND "${CMAKE_COMMAND}" "-DROOT=${tree}" -P "${CMAKE_CURRENT_LIST_DIR}/check_layers.cmake"
        RESULT_VARIABLE result OUTPUT_VARIABLE said ERROR_VARIABLE said)
endmacro()

# The line is the third of the file, after one that is hard on CMake's lists.
macro(write_line file line)
    start_tree()
    file(WRITE "${tree}/${file}" "// [ ; \\\n\n" "${line}" "\n")
    check_tree()
endmacro()

function(expect_refused file line)
    write_line("${file}" "${line}")
    string(FIND "${said}" "${file}:3: " place)
    if(result EQUAL 0)
        set(failures "${failures}accepted, in ${file}: ${line}\n" PARENT_SCOPE)
    elseif(place EQUAL -1)
        set(failures "${failures}refused without naming line 3 of ${file}: ${line}\n${said}\n" PARENT_SCOPE)
    endif()
endfunction()

function(expect_accepted file line)
    write_line("${file}" "${line}")
    if(NOT result EQUAL 0)
        set(failures "${failures}refused, in ${file}: ${line}\n${said}\n" PARENT_SCOPE)
    endif()
endfunction()

# Every layer against every layer: + may include, . may not.
#                  includes:  core model mechanisms phases simulation experiment io cli
set(layers                    core model mechanisms phases simulation experiment io cli)
set(core_row                  +    .     .          .      .          .          .  .  )
set(model_row                 +    +     .          .      .          .          .  .  )
set(mechanisms_row            +    +     +          .      .          .          .  .  )
set(phases_row                +    +     +          +      .          .          .  .  )
set(simulation_row            +    +     +          +      +          .          .  .  )
set(experiment_row            +    +     +          +      +          +          .  .  )
set(io_row                    +    +     .          .      +          +          +  .  )
set(cli_row                   +    +     +          +      +          +          +  +  )
foreach(layer IN LISTS layers)
    foreach(seen allowed IN ZIP_LISTS layers ${layer}_row)
        set(line "#include \"engine/${seen}/some.hpp\"")
        if(allowed STREQUAL "+")
            expect_accepted(engine/${layer}/a.cpp "${line}")
        else()
            expect_refused(engine/${layer}/a.cpp "${line}")
        endif()
    endforeach()
endforeach()

# Ways around the rule.
expect_refused(engine/model/deeper/a.hpp "  #  include <engine/io/some.hpp>")
expect_refused(engine/model/a.cpp "#include \"../io/some.hpp\"")
expect_refused(engine/model/a.cpp "#include \"some.hpp\"")
expect_refused(engine/model/a.cpp "#include \"engine/utils/some.hpp\"")

# Libraries with a home.
expect_accepted(engine/core/parallel.hpp "#include <oneapi/tbb/parallel_for.h>")
expect_refused(engine/core/random.cpp "#include <oneapi/tbb/parallel_for.h>")
expect_refused(engine/phases/a.cpp "#include <tbb/parallel_for.h>")
expect_refused(engine/phases/a.cpp "#include <tbb.h>")
expect_accepted(engine/io/a.cpp "#include <yaml-cpp/yaml.h>")
expect_refused(engine/cli/a.cpp "#include <yaml-cpp/yaml.h>")
expect_accepted(engine/io/a.cpp "#include <hdf5.h>")
expect_refused(engine/simulation/a.cpp "#include <hdf5.h>")
expect_refused(engine/simulation/a.cpp "#include <hdf5_hl.h>")
expect_refused(engine/simulation/a.cpp "#include <H5Cpp.h>")
expect_accepted(engine/core/math.cpp "#include <sleef.h>")
expect_refused(engine/mechanisms/a.cpp "#include <sleef.h>")

# Mathematics whose last bits depend on the processor.
foreach(function exp log pow sin cos tanh cbrt log1p expm1 erf exp2 log10 atan2 lgamma)
    expect_refused(engine/mechanisms/a.cpp "double y = std::${function}(x)")
endforeach()
expect_refused(engine/core/math.cpp "using std::exp")
expect_refused(engine/core/a.hpp "using std::log; // for the compiler's choice")
foreach(exact "std::sqrt(x)" "std::floor(x)" "std::fma(x, y, z)" "std::expected<int, int>" "std::logic_error" "std::powers(x)"
        "exp(x)" "talentsim::log(x)")
    expect_accepted(engine/mechanisms/a.cpp "auto y = ${exact}")
endforeach()
expect_accepted(engine/mechanisms/a.cpp "double y = log(x) // std::log would differ")

# Chance whose algorithm is not specified.
expect_refused(engine/core/a.cpp "#include <random>")
expect_refused(engine/model/a.cpp "std::uniform_real_distribution<double> u")
expect_refused(engine/model/a.cpp "std::discrete_distribution<int> d")
expect_accepted(engine/model/a.cpp "#include <boost/random/poisson_distribution.hpp>")
expect_accepted(engine/model/a.cpp "boost::random::poisson_distribution<int> d")

# A folder that is no layer, and a root that is none.
start_tree()
file(WRITE "${tree}/engine/utils/a.hpp" "#pragma once\n")
check_tree()
if(result EQUAL 0 OR NOT said MATCHES "engine/utils/a.hpp")
    string(APPEND failures "accepted: a folder that is no layer\n")
endif()
file(REMOVE_RECURSE "${tree}/engine")
check_tree()
if(result EQUAL 0)
    string(APPEND failures "accepted: a root without sources\n")
endif()

# Every breach of a tree is told, not only the first.
start_tree()
file(WRITE "${tree}/engine/core/a.cpp" "#include <random>\n#include <yaml-cpp/yaml.h>\n")
file(WRITE "${tree}/engine/model/b.cpp" "#include \"engine/phases/some.hpp\"\n")
check_tree()
foreach(place engine/core/a.cpp:1 engine/core/a.cpp:2 engine/model/b.cpp:1)
    if(NOT said MATCHES "${place}: ")
        string(APPEND failures "not told: the breach at ${place}\n")
    endif()
endforeach()

file(REMOVE_RECURSE "${tree}")
if(failures)
    message(NOTICE "${failures}")
    message(FATAL_ERROR "check_layers.cmake does not do what it says.")
endif()
