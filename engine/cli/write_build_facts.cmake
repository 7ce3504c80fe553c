# Writes the header with version, commit and compiler, at every build but only if it changes.
#
#     cmake -DSOURCE=... -DOUTPUT=... -DVERSION=... -DCOMPILER=... -P write_build_facts.cmake
cmake_minimum_required(VERSION 3.25)

find_program(GIT git)
set(commit "")
if(GIT)
    execute_process(
        COMMAND ${GIT} describe --always --dirty --abbrev=12
        WORKING_DIRECTORY ${SOURCE}
        OUTPUT_VARIABLE commit
        OUTPUT_STRIP_TRAILING_WHITESPACE
        ERROR_QUIET)
endif()
if(commit STREQUAL "")
    set(commit unknown)
endif()

set(text "#pragma once

#define TALENTSIM_VERSION \"${VERSION}\"
#define TALENTSIM_COMMIT \"${commit}\"
#define TALENTSIM_COMPILER \"${COMPILER}\"
#define TALENTSIM_SCENARIOS \"${SOURCE}/scenarios\"
")
set(present "")
if(EXISTS "${OUTPUT}")
    file(READ "${OUTPUT}" present)
endif()
if(NOT present STREQUAL text)
    file(WRITE "${OUTPUT}" "${text}")
endif()
