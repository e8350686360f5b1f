#include "core/digest_probe.hpp"

#include <array>

#include "core/archive.hpp"
#include "core/digest.hpp"
#include "core/distributions.hpp"
#include "core/math.hpp"
#include "core/rng.hpp"
#include "core/sample.hpp"
#include "core/table.hpp"

namespace thermidor {
namespace {

Random random_for(std::uint64_t entity) { return Random({1921, make_stream("probe"), make_month(1921, 3), entity}); }

void probe_math(Digest& digest) {
  Random random = random_for(1);
  for (int i = 0; i < 20000; ++i) {
    const double x = (random.uniform_fine() - 0.5) * 1400.0;
    const double u = random.uniform();
    digest_value(digest, exp(x));
    digest_value(digest, exp(u));
    digest_value(digest, log(u));
    digest_value(digest, log(exp(x)));
    digest_value(digest, log_one_plus(u - 0.5));
    digest_value(digest, pow(u * 10.0, u * 3.0 - 1.0));
    digest_value(digest, sqrt(u));
    digest_value(digest, logistic(x));
    digest_value(digest, normal_cdf(u * 12.0 - 6.0));
    digest_value(digest, normal_quantile(u));
    digest_value(digest, log_factorial(static_cast<std::int64_t>(u * 1e6)));
    // What a fused multiply-add would round otherwise.
    digest_value(digest, u * u + x * u - 3.0 * u);
  }
}

void probe_draws(Digest& digest) {
  const std::array<double, 4> weights = {0.1, 0.5, 0.0, 2.0};
  std::array<double, 4> probabilities{};
  for (std::uint64_t entity = 0; entity < 2000; ++entity) {
    Random random = random_for(100 + entity);
    digest_value(digest, draw_normal(random));
    digest_value(digest, draw_exponential(random));
    digest_value(digest, draw_poisson(random, 3.7));
    digest_value(digest, draw_poisson(random, 3.7e5));
    digest_value(digest, draw_binomial(random, 1000, 0.004));
    digest_value(digest, draw_binomial(random, 140000000, 0.7));
    digest_value(digest, draw_hypergeometric(random, 5000, 2100, 900));
    digest_value(digest, draw_hypergeometric(random, 140000000, 7, 900));
    digest_value(digest, draw_rounded(random, 0.3));
    digest.add(draw_weighted(random, weights));
    logit_probabilities(weights, random.uniform() * 9.0, probabilities);
    digest_value(digest, probabilities);
  }
}

void probe_texts(Digest& digest) {
  Random random = random_for(2);
  for (int i = 0; i < 2000; ++i) digest.add_text(format_number(exp((random.uniform() - 0.5) * 200.0)));
  digest.add_text(save_archive(Sample{}));
}

}  // namespace

std::uint64_t probe_core() {
  Digest digest;
  probe_math(digest);
  probe_draws(digest);
  probe_texts(digest);
  return digest.value();
}

}  // namespace thermidor
