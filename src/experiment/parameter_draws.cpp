#include "experiment/parameter_draws.hpp"

#include <bit>
#include <type_traits>

#include "core/digest.hpp"
#include "core/distributions.hpp"
#include "core/math.hpp"
#include "model/parameter_paths.hpp"

namespace thermidor::experiment {
namespace {

template <class T>
constexpr bool is_real_array() {
  if constexpr (detail::IsSequence<T>::value) {
    return std::is_same_v<typename T::value_type, double> && !std::is_same_v<T, std::vector<double>>;
  } else {
    return false;
  }
}

// Calls visit(path, field, number) for every real constant; tables hold data, not constants.
template <class T, class Visit>
void each_constant(const std::string& path, T& owner, Visit&& visit) {
  T::visit_fields(owner, [&](const Field& field, auto& member) {
    using Type = std::remove_reference_t<decltype(member)>;
    const std::string here = path + "." + std::string(field.name);
    if constexpr (std::is_same_v<Type, double>) {
      visit(here, field, member);
    } else if constexpr (is_real_array<Type>()) {
      for (std::size_t i = 0; i < member.size(); ++i) visit(here + "." + std::to_string(i), field, member[i]);
    } else if constexpr (HasFields<Type>) {
      each_constant(here, member, visit);
    }
  });
}

std::uint64_t hash_of(const std::string& path) {
  Digest digest;
  digest.add_text(path);
  return digest.value();
}

}  // namespace

void jitter_constants(Params& params, double spread, std::uint64_t seed) {
  const auto jitter = [&](const std::string& path, const Field& field, double& number) {
    Random random(DrawKey{seed, make_stream("experiment.jitter"), Month{0}, hash_of(path)});
    number = clamp(number * thermidor::exp(spread * draw_normal(random)), field.low, field.high);
  };
  each_constant("farms", params.farms, jitter);
  each_constant("economy", params.economy, jitter);
}

std::size_t posterior_draw(const scenario::Posterior& posterior, std::uint64_t seed) {
  Random random(DrawKey{seed, make_stream("experiment.posterior"), Month{0}, 0});
  return random.below(static_cast<std::uint32_t>(posterior.draws.size()));
}

std::optional<Params> ParameterDraws::of_member(const Params& stored, std::uint64_t seed) const {
  if (none()) return std::nullopt;
  Params params = stored;
  if (!posterior.empty()) {
    set_numbers(params, posterior.parameters, posterior.draws[posterior_draw(posterior, seed)]);
  }
  if (jitter != 0) jitter_constants(params, jitter, seed);
  return params;
}

std::uint64_t ParameterDraws::digest() const {
  Digest digest;
  for (const std::string& path : posterior.parameters) digest.add_text(path);
  for (const std::vector<double>& draw : posterior.draws) digest_value(digest, draw);
  digest.add(std::bit_cast<std::uint64_t>(jitter));
  return digest.value();
}

}  // namespace thermidor::experiment
