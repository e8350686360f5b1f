// How the members of an ensemble are chosen: which seed and which constants each has. Every member is a function of its number,
// so nothing is kept for them, whatever their number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "experiment/sobol_sequence.hpp"
#include "model/params.hpp"
#include "scenario/calibration.hpp"

namespace thermidor::experiment {

enum class DesignKind : std::uint8_t {
  seeds,      // the stored constants, a seed each
  lhs,        // constants over their priors, a Latin hypercube: every n-th of each prior is met once
  sobol,      // constants over their priors, Sobol's points
  posterior,  // constants from the scenario's posterior, drawn by the seed
};

std::optional<DesignKind> read_design(std::string_view word);
const char* design_name(DesignKind kind);

class MemberDesign {
 public:
  MemberDesign() = default;
  MemberDesign(DesignKind kind, std::size_t members, std::uint64_t seed, const scenario::Calibration& calibration);

  DesignKind kind() const { return kind_; }
  std::size_t members() const { return members_; }
  const std::vector<std::string>& parameters() const { return parameters_; }
  std::uint64_t seed_of(std::size_t member) const { return seed_ + member; }
  // One value per parameter.
  std::vector<double> values(std::size_t member) const;
  // The member's constants; nothing where they are the stored ones.
  std::optional<Params> constants(const Params& stored, std::size_t member) const;
  std::uint64_t digest() const;

 private:
  DesignKind kind_ = DesignKind::seeds;
  std::size_t members_ = 0;
  std::uint64_t seed_ = 0;
  const scenario::Calibration* calibration_ = nullptr;
  std::vector<std::string> parameters_;
  std::vector<SobolSequence> sobol_;  // one or none
};

// Where `number` of `count` goes in a random order named by the key; a bijection that keeps no table.
std::size_t shuffled(std::size_t number, std::size_t count, std::uint64_t key);

}  // namespace thermidor::experiment
