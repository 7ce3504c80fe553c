# Fails if a source of the engine sees what it may not: a layer above it, a library that belongs to
# another place, or the C library's mathematics and the standard library's chance, which give other
# bits on other machines. Prints every breach with its place and what is allowed.
#
#     cmake -DROOT=<folder that holds engine/> -P tests/check_layers.cmake
cmake_minimum_required(VERSION 3.25)

# What the files of a layer may include: everything below it, except that files and terminals are
# the business of io and cli alone.
set(core_sees core)
set(model_sees core model)
set(mechanisms_sees core model mechanisms)
set(phases_sees core model mechanisms phases)
set(simulation_sees core model mechanisms phases simulation)
set(experiment_sees core model mechanisms phases simulation experiment)
set(validation_sees core model mechanisms phases simulation validation)
set(io_sees core model simulation experiment io)
set(cli_sees core model mechanisms phases simulation validation experiment io cli)
set(layers core model mechanisms phases simulation validation experiment io cli)

# Libraries with a home: how their headers begin, and where they may be included.
set(libraries tbb yaml hdf5 sleef)
set(tbb_header "(oneapi/)?tbb[/.]")
set(tbb_home "engine/core/parallel.hpp")
set(yaml_header "yaml-cpp/")
set(yaml_home "engine/io/")
set(hdf5_header "(hdf5|H5)")
set(hdf5_home "engine/io/")
set(sleef_header "sleef")
set(sleef_home "engine/core/")

# Functions whose last bits the C library may choose by processor; sqrt, floor, ldexp and the like
# are exact and stay allowed.
string(CONCAT inexact_functions
    "exp|exp2|expm1|log|log2|log10|log1p|pow|cbrt|hypot|sin|cos|tan|asin|acos|atan|atan2|"
    "sinh|cosh|tanh|asinh|acosh|atanh|erf|erfc|tgamma|lgamma")

# The functions below see the loops' variables: file, number (of the line), layer and line.

function(breach what allowed)
    message(NOTICE "${file}:${number}: ${what} (${allowed})")
    set_property(GLOBAL APPEND PROPERTY breaches "${file}:${number}")
endfunction()

function(check_include bracket header)
    if(header MATCHES "^engine/([^/]*)/")
        if(NOT CMAKE_MATCH_1 IN_LIST ${layer}_sees)
            list(JOIN ${layer}_sees ", " allowed)
            breach("${layer} includes ${header}" "${layer} may include ${allowed}")
        endif()
    elseif(bracket STREQUAL "\"")
        breach("includes \"${header}\"" "files of the project are included by their path from its root, engine/...")
    elseif(header STREQUAL "random")
        breach("includes <random>" "chance comes from engine/core/random.hpp and Boost.Random")
    endif()
    foreach(library IN LISTS libraries)
        string(FIND "${file}" "${${library}_home}" position)
        if(header MATCHES "^${${library}_header}" AND NOT position EQUAL 0)
            breach("includes ${header}" "allowed in ${${library}_home} only")
        endif()
    endforeach()
endfunction()

function(check_code)
    string(REGEX REPLACE "//.*" "" code "${line}")
    if(code MATCHES "std::(${inexact_functions})([^A-Za-z0-9_]|$)")
        breach("uses std::${CMAKE_MATCH_1}" "its bits differ between processors, so use engine/core/math.hpp")
    endif()
    if(code MATCHES "std::([a-z_]+_distribution)")
        breach("uses std::${CMAKE_MATCH_1}" "its algorithm is not specified, so use engine/core/random.hpp or Boost.Random")
    endif()
endfunction()

file(GLOB_RECURSE files RELATIVE "${ROOT}"
    "${ROOT}/engine/*.hpp" "${ROOT}/engine/*.cpp" "${ROOT}/engine/*.h" "${ROOT}/engine/*.in")
if(NOT files)
    message(FATAL_ERROR "No sources under ROOT=${ROOT} (the folder that holds engine/)")
endif()

foreach(file IN LISTS files)
    set(number 1)
    string(REGEX REPLACE "^engine/([^/]*).*" "\\1" layer "${file}")
    if(NOT layer IN_LIST layers)
        list(JOIN layers ", " allowed)
        breach("is in no layer" "engine/ holds ${allowed}")
        continue()
    endif()

    # One list element per line: what CMake reads as list syntax is replaced first.
    file(READ "${ROOT}/${file}" lines)
    string(REPLACE "[" "(" lines "${lines}")
    string(REPLACE "]" ")" lines "${lines}")
    string(REPLACE "\\" "/" lines "${lines}")
    string(REPLACE ";" "," lines "${lines}")
    string(REPLACE "\n" ";" lines "${lines}")
    set(number 0)
    foreach(line IN LISTS lines)
        math(EXPR number "${number} + 1")
        if(line MATCHES "^[ \t]*#[ \t]*include[ \t]*([<\"])([^>\"]*)")
            check_include("${CMAKE_MATCH_1}" "${CMAKE_MATCH_2}")
        elseif(line MATCHES "std::")
            check_code()
        endif()
    endforeach()
endforeach()

get_property(breaches GLOBAL PROPERTY breaches)
list(LENGTH breaches n_breaches)
if(n_breaches)
    message(FATAL_ERROR "Breaches of the rules of inclusion: ${n_breaches}, listed above.")
endif()
