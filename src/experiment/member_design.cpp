#include "experiment/member_design.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

#include "core/digest.hpp"
#include "core/rng.hpp"
#include "experiment/calibrate.hpp"
#include "experiment/parameter_draws.hpp"
#include "model/parameter_paths.hpp"

namespace thermidor::experiment {
namespace {

constexpr std::array<std::pair<DesignKind, const char*>, 4> kNames = {{{DesignKind::seeds, "seeds"},
                                                                       {DesignKind::lhs, "lhs"},
                                                                       {DesignKind::sobol, "sobol"},
                                                                       {DesignKind::posterior, "posterior"}}};

std::uint64_t mixed(std::uint64_t x) {
  x ^= x >> 30;
  x *= 0xBF58476D1CE4E5B9ULL;
  x ^= x >> 27;
  x *= 0x94D049BB133111EBULL;
  return x ^ (x >> 31);
}

}  // namespace

std::optional<DesignKind> read_design(std::string_view word) {
  for (const auto& [kind, name] : kNames) {
    if (word == name) return kind;
  }
  return std::nullopt;
}

const char* design_name(DesignKind kind) {
  for (const auto& [other, name] : kNames) {
    if (kind == other) return name;
  }
  return "";
}

MemberDesign::MemberDesign(DesignKind kind, std::size_t members, std::uint64_t seed, const scenario::Calibration& calibration)
    : kind_(kind), members_(members), seed_(seed), calibration_(&calibration) {
  if (kind == DesignKind::posterior) parameters_ = calibration.posterior.parameters;
  if (kind == DesignKind::lhs || kind == DesignKind::sobol) {
    for (const scenario::Prior& prior : calibration.priors) parameters_.push_back(prior.parameter);
  }
  if (kind == DesignKind::sobol) sobol_.emplace_back(parameters_.size(), seed);
}

std::vector<double> MemberDesign::values(std::size_t member) const {
  if (parameters_.empty()) return {};
  if (kind_ == DesignKind::posterior) {
    const scenario::Posterior& posterior = calibration_->posterior;
    return posterior.draws[posterior_draw(posterior, seed_of(member))];
  }
  std::vector<double> values;
  for (std::size_t d = 0; d < parameters_.size(); ++d) {
    double place = 0;
    if (kind_ == DesignKind::sobol) {
      place = sobol_.front().coordinate(member, d);
    } else {
      Random random(DrawKey{seed_ + member, make_stream("experiment.lhs"), Month{0}, d});
      const std::size_t stratum = shuffled(member, members_, mixed(seed_) + d);
      place = (static_cast<double>(stratum) + random.uniform()) / static_cast<double>(members_);
    }
    values.push_back(prior_value(calibration_->priors[d], place));
  }
  return values;
}

std::optional<Params> MemberDesign::constants(const Params& stored, std::size_t member) const {
  const std::vector<double> numbers = values(member);
  if (numbers.empty()) return std::nullopt;
  Params own = stored;
  set_numbers(own, parameters_, numbers);
  return own;
}

std::uint64_t MemberDesign::digest() const {
  Digest digest;
  digest.add_text(design_name(kind_));
  digest.add(seed_);
  // A Latin hypercube is another with other strata; the others can be longer.
  digest.add(kind_ == DesignKind::lhs ? members_ : 0);
  for (const std::string& path : parameters_) digest.add_text(path);
  if (kind_ == DesignKind::posterior) {
    for (const std::vector<double>& draw : calibration_->posterior.draws) digest_value(digest, draw);
  }
  if (kind_ == DesignKind::lhs || kind_ == DesignKind::sobol) {
    for (const scenario::Prior& prior : calibration_->priors) {
      digest.add(std::bit_cast<std::uint64_t>(prior.low));
      digest.add(std::bit_cast<std::uint64_t>(prior.high));
    }
  }
  return digest.value();
}

std::size_t shuffled(std::size_t number, std::size_t count, std::uint64_t key) {
  if (count < 2) return number;
  // A Feistel network over the next power of four, walked on until it lands inside.
  const int half = (static_cast<int>(std::bit_width(count - 1)) + 1) / 2;
  const std::uint64_t mask = (std::uint64_t{1} << half) - 1;
  std::uint64_t x = number;
  do {
    std::uint64_t left = x >> half;
    std::uint64_t right = x & mask;
    for (std::uint64_t round = 0; round < 6; ++round) {
      const std::uint64_t next = left ^ (mixed(right + mixed(key + round)) & mask);
      left = right;
      right = next;
    }
    x = left << half | right;
  } while (x >= count);
  return static_cast<std::size_t>(x);
}

}  // namespace thermidor::experiment
