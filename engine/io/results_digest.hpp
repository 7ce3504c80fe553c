#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "engine/io/sha256.hpp"
#include "engine/simulation/observer.hpp"

namespace talentsim {

/// One number for all results of a run: equal digests mean equal results, bit for bit. It depends
/// on the results alone, not on what is recorded, nor on threads, dates or the machine.
///
/// Definition, version 1. Integers and IEEE 754 doubles are 8 bytes, little-endian. For every
/// variable of variables() that is in_digest, in order,
///
///     hash[v] = SHA-256( the values, replicate by replicate, in each month by month (if monthly),
///                        in each in row-major order of the remaining dimensions )
///
/// where every NaN is the one with bits 0x7ff8000000000000, and -0.0 is 0.0. Then
///
///     digest = SHA-256( for every such v in order:
///                       its name in UTF-8, a zero byte,
///                       its number of dimensions (replicate and time included),
///                       the size of each,
///                       the 32 bytes of hash[v] )
///
/// Firms are those of Coordinates::firms (the named ones and a fringe per country), also where a
/// file holds every single firm.
class ResultsDigest final : public Observer {
  public:
    static constexpr std::int64_t version = 1;

    void begin(RunDescription const& run) override;
    void month_done(std::size_t replicate, MonthRecord const& record) override;
    void replicate_done(std::size_t replicate, ReplicateRecord const& record) override;
    void end() override;

    /// The digest as 64 hexadecimal digits; a ContractViolation before the end of the run.
    [[nodiscard]] std::string hex() const;

    /// Name and hash of every variable in the digest, to tell where two runs differ.
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> of_variables() const;

  private:
    void add(std::size_t variable, Values const& values);

    Coordinates coordinates_;
    std::vector<Sha256> running_;
    std::vector<Sha256Bytes> finished_;
    std::string hex_;
};

} // namespace talentsim
