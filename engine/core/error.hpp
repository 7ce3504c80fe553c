#pragma once

#include <stdexcept>
#include <string>

namespace talentsim {

/// The user's input is wrong. The message says where, what was found, and what would be accepted;
/// several mistakes are one per line.
class InputError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// The run cannot go on although the input was fine: a full disk, a promise of the model broken.
class RunError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// The engine broke its own promise. Seeing this is always a bug in the engine, never in the input.
class ContractViolation : public std::logic_error {
  public:
    using std::logic_error::logic_error;
};

/// Always-on check of a precondition that a caller inside the engine must honour.
constexpr void expects(bool condition, char const* promise) {
    if (!condition) {
        throw ContractViolation{promise};
    }
}

} // namespace talentsim
