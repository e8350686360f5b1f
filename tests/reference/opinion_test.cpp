#include "reference/opinion.hpp"

#include <gtest/gtest.h>

#include "reference/oracle_table.hpp"
#include "reference/oracle_text.hpp"

namespace thermidor::reference::testing {
namespace {

std::string between(const std::string& text, const std::string& from, const std::string& to) {
  const std::size_t begin = text.find(from);
  if (begin == std::string::npos) return "";
  const std::size_t end = text.find(to, begin + from.size());
  return text.substr(begin + from.size(), end == std::string::npos ? end : end - begin - from.size());
}

// One test object for the table: rows that say "same" take what an earlier row gave.
class Opinions {
 public:
  explicit Opinions(OracleTable& table) : table_(table) {}

  void friedkin(std::size_t row) {
    const std::string& input = table_.text(row, "input");
    if (begins(input, "W=")) {
      weights_.clear();
      for (const std::string& line : split(between(input, "W=", ";"), '|')) weights_.push_back(ratios_of(line, ' '));
    }
    expect(row,
           friedkin_johnsen(weights_, ratios_of(between(input, "a=", ";"), ','), ratios_of(between(input, "u=", ";"), ',')),
           ratios_of(table_.text(row, "result"), ';'));
  }
  void degroot(std::size_t row) { expect(row, degroot_weights(weights_), ratios_of(table_.text(row, "result"), ';')); }
  void consensus(std::size_t row) {
    const auto opinions = ratios_of(between(table_.text(row, "input"), "x0=", ";"), ',');
    expect(row, {degroot_consensus(weights_, opinions)}, {ratio_of(table_.text(row, "result"))});
  }
  void settle(std::size_t row) {
    const std::string& input = table_.text(row, "input");
    opinions_ = ratios_of(between(input, "x0=", ";"), ',');
    confidence_ = ratio_of(between(input, "eps=", " "));
    const std::string& result = table_.text(row, "result");
    const Settled settled = bounded_confidence(opinions_, confidence_);
    expect(row, settled.opinions, ratios_of(between(result, "float limit ", " steps"), ';'));
    EXPECT_EQ(settled.steps, static_cast<int>(numbers_in(result, "steps ").at(0))) << table_.place(row);
  }
  void step(std::size_t row) {
    expect(row, bounded_confidence_step(opinions_, confidence_),
           ratios_of(between(table_.text(row, "result"), "step ", "!"), ';'));
  }
  void grid(std::size_t row) {
    const std::string& input = table_.text(row, "input");
    const auto count = static_cast<std::size_t>(numbers_in(input, "n=").at(0));
    std::vector<double> opinions;
    for (std::size_t i = 0; i < count; ++i) opinions.push_back((static_cast<double>(i) + 0.5) / static_cast<double>(count));
    const Settled settled = bounded_confidence(opinions, numbers_in(input, "eps=").at(0));
    const std::vector<double> listed = numbers_in(table_.text(row, "result"));
    expect(row, {static_cast<double>(count_clusters(settled.opinions, 1e-4, 0)), static_cast<double>(settled.steps)}, listed);
  }
  void pair(std::size_t row) {
    const std::vector<double> in = numbers_in(table_.text(row, "input"), "(");
    double one = in.at(0), other = in.at(1);
    meet(one, other, in.at(2), in.at(3));
    expect(row, {one, other}, ratios_of(table_.text(row, "result"), ';'));
  }
  // Random meetings: the mean over ten seeds, and the rule of thumb that the row states.
  void clusters(std::size_t row) {
    const std::string& input = table_.text(row, "input");
    const double confidence = numbers_in(input, ", d=").at(0), speed = numbers_in(input, "mu=").at(0);
    const auto persons = static_cast<std::size_t>(numbers_in(input, "n=").at(0));
    double mean = 0;
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
      mean += 0.1 * static_cast<double>(count_clusters(deffuant(persons, speed, confidence, seed, 200'000), 0.01, 0.05));
    }
    expect(row, {mean}, {numbers_in(table_.text(row, "result"), "mean ").at(0)});
    EXPECT_NEAR(mean, numbers_in(table_.text(row, "result"), "=").at(0), 1.0) << table_.place(row);
  }

 private:
  void expect(std::size_t row, const std::vector<double>& computed, const std::vector<double>& listed) {
    ASSERT_EQ(computed.size(), listed.size()) << table_.place(row);
    const double tolerance = leading_number(table_.text(row, "tolerance"));
    for (std::size_t i = 0; i < listed.size(); ++i) EXPECT_NEAR(computed[i], listed[i], tolerance) << table_.place(row);
    table_.mark(row, "model");
  }

  OracleTable& table_;
  Influence weights_;
  std::vector<double> opinions_;
  double confidence_ = 0;
};

TEST(Opinion, AllRowsOfTheTableHold) {
  OracleTable table("politest_opinion.csv");
  Opinions opinions(table);
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const std::string& model = table.text(row, "model");
    if (model == "friedkin_johnsen") opinions.friedkin(row);
    if (model == "degroot_weights") opinions.degroot(row);
    if (model == "degroot_consensus") opinions.consensus(row);
    if (model == "hegselmann_krause") opinions.settle(row);
    if (model == "hegselmann_krause_step1") opinions.step(row);
    if (model == "hk_grid_clusters") opinions.grid(row);
    if (model == "deffuant_step") opinions.pair(row);
    if (model == "deffuant_major_clusters") opinions.clusters(row);
  }
  table.expect_every_row_accounted();
}

}  // namespace
}  // namespace thermidor::reference::testing
