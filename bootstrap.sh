#!/usr/bin/env bash
# Installs what talentsim needs, builds it, and runs or tests it. See usage() below.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
jobs=${CMAKE_BUILD_PARALLEL_LEVEL:-$(nproc)}

build_packages=(
    g++ cmake ninja-build pkg-config git
    libeigen3-dev libboost-dev libtbb-dev libyaml-cpp-dev libhdf5-dev librandom123-dev libsleef-dev
    libcli11-dev libfmt-dev libspdlog-dev nlohmann-json3-dev libssl-dev)
test_packages=(
    doctest-dev
    python3 python3-xarray python3-h5netcdf python3-netcdf4 python3-jsonschema python3-yaml)
full_packages=(clang-tidy-14 clang-format-14)

usage() {
    cat <<'TEXT'
usage: ./bootstrap.sh run SCENARIO [ARGUMENT]...   build, then build/talentsim run SCENARIO [ARGUMENT]...
       ./bootstrap.sh test                         build everything and run the tests
       ./bootstrap.sh test --full                  the same with the long tests, under the sanitizers,
                                                   and with clang-format and clang-tidy
       ./bootstrap.sh build                        build only build/talentsim

Debian packages that are missing are installed first, with sudo where the user is not root. Paths on
the command line are relative to the folder it is called from. CMAKE_BUILD_PARALLEL_LEVEL limits how
many compilers and tests run at a time (default: the number of cores).
TEXT
}

# What this script has to say goes to stderr: stdout belongs to the results of the run.
say() { printf 'bootstrap: %s\n' "$*" >&2; }

fail() {
    say "$*"
    exit 1
}

# install PACKAGE... installs those that are missing; does nothing, at once, where none is.
install() {
    local package found missing=()
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        say "no apt-get here; going on with what is installed. Needed are the counterparts of the" \
            "Debian packages $*"
        for package in g++ cmake ninja pkg-config git; do
            command -v "$package" >/dev/null || missing+=("$package")
        done
        [[ ${#missing[@]} -eq 0 ]] || fail "not found on PATH: ${missing[*]}"
        return
    fi
    # shellcheck disable=SC2016  # the fields are for dpkg-query to fill in
    found=$(dpkg-query --show --showformat='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null || true)
    for package in "$@"; do
        grep --quiet --line-regexp --fixed-strings "installed $package" <<<"$found" || missing+=("$package")
    done
    [[ ${#missing[@]} -gt 0 ]] || return 0

    local as_root=(env)
    if [[ $EUID -ne 0 ]]; then
        command -v sudo >/dev/null ||
            fail "these packages are missing and there is no sudo; as root: apt-get install ${missing[*]}"
        as_root=(sudo env)
    fi
    local apt_get=("${as_root[@]}" DEBIAN_FRONTEND=noninteractive
        apt-get --quiet --yes -o DPkg::Lock::Timeout=300)
    say "installing ${missing[*]}"
    "${apt_get[@]}" update >&2 || say "the package lists could not be updated; trying with those there are"
    "${apt_get[@]}" install --no-install-recommends "${missing[@]}" >&2
}

folder_of() { [[ $1 == release ]] && echo "$root/build" || echo "$root/build-$1"; }

in_cache() { grep --quiet --line-regexp --fixed-strings "$2" "$(folder_of "$1")/CMakeCache.txt" 2>/dev/null; }

# configure PRESET ON|OFF: with the tests or without. A build folder that came from another place is
# started afresh.
configure() {
    local fresh=() output
    if [[ -e $(folder_of "$1")/CMakeCache.txt ]] && ! in_cache "$1" "CMAKE_HOME_DIRECTORY:INTERNAL=$root"; then
        fresh=(--fresh)
    fi
    say "configuring (preset $1)"
    if ! output=$(at_root "$1" cmake "${fresh[@]}" --preset "$1" -DTALENTSIM_BUILD_TESTS="$2" 2>&1); then
        printf '%s\n' "$output" >&2
        fail "preset $1 could not be configured"
    fi
}

# at_root PRESET COMMAND... runs a command in the project's folder. The sanitizers of GCC 12 need their
# fixed places in memory, which kernels with much address randomisation take away: for their presets
# setarch switches it off, where it may.
at_root() {
    local plainly=()
    if [[ $1 == sanitize || $1 == races ]] && setarch --addr-no-randomize true 2>/dev/null; then
        plainly=(setarch --addr-no-randomize)
    fi
    (cd "$root" && "${plainly[@]}" "${@:2}")
}

# build PRESET [TARGET]
build() {
    say "building ${2:-everything} (preset $1)"
    at_root "$1" cmake --build --preset "$1" --parallel "$jobs" ${2:+--target "$2"} >&2
}

# run_tests PRESET [CTEST-ARGUMENT]...
run_tests() {
    say "testing (preset $1)"
    at_root "$1" ctest --preset "$1" --parallel "$jobs" --no-tests=error "${@:2}"
}

check_format() {
    say "checking the format of the sources with clang-format"
    (cd "$root" && find . -path './build*' -prune -o -name '*.[ch]pp' -print0 |
        xargs --null clang-format-14 --dry-run -Werror)
}

# The executable alone; the tests stay configured where they were, so that `run` and `test` share one
# build folder without compiling anything twice.
build_executable() {
    install "${build_packages[@]}"
    if in_cache release TALENTSIM_BUILD_TESTS:BOOL=ON; then
        configure release ON
    else
        configure release OFF
    fi
    build release talentsim
}

test_default() {
    install "${build_packages[@]}" "${test_packages[@]}"
    configure release ON
    build release
    run_tests release --label-exclude '^long$'
}

test_full() {
    install "${build_packages[@]}" "${test_packages[@]}" "${full_packages[@]}"
    check_format
    configure release ON
    build release
    run_tests release
    local preset
    for preset in sanitize races; do
        configure "$preset" ON
        build "$preset"
        run_tests "$preset" --label-exclude '^(long|slow)$'
    done
    configure tidy OFF
    build tidy
}

refuse() {
    usage >&2
    exit 2
}

case "${1-}" in
run)
    build_executable
    say "running talentsim $*"
    exec "$root/build/talentsim" "$@"
    ;;
build)
    [[ $# -eq 1 ]] || refuse
    build_executable
    ;;
test)
    case "${*:2}" in
    '') test_default ;;
    --full) test_full ;;
    *) refuse ;;
    esac
    ;;
-h | --help)
    usage
    ;;
*)
    refuse
    ;;
esac
