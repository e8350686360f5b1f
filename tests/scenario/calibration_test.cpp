#include "scenario/calibration.hpp"

#include <gtest/gtest.h>

#include "names_for_tests.hpp"

namespace thermidor::scenario {
namespace {

std::vector<std::string> lines_of(Diagnostics diagnostics) {
  sort_diagnostics(diagnostics);
  std::vector<std::string> lines;
  for (const Diagnostic& fault : diagnostics) lines.push_back(format_diagnostic(fault));
  return lines;
}

std::vector<Check> small_checks() {
  Check band;
  band.id = "C1";
  band.value = parse_expression("mean(grain_harvest, 1922)").value();
  band.low = 40;
  band.high = 60;
  band.unit = "million tonnes";
  band.use = "calibrated";
  Check condition;
  condition.id = "C2";
  condition.holds = parse_expression("1 > 0").value();
  condition.use = "calibrated";
  Check kept = band;
  kept.id = "C3";
  kept.use = "validation";
  return {band, condition, kept};
}

std::vector<Contrast> small_contrasts() {
  const Result<Document> document = parse_document(
      "[[contrast]]\nid = \"a.drought\"\ntitle = \"A drought\"\nclaim = \"S10\"\n"
      "do = [{ at = \"1921-07\", act = \"parameter\", name = \"economy.money.speed\", value = 0.5 }]\n"
      "[[contrast.outcome]]\nid = \"harvest\"\ntitle = \"Harvest\"\nunit = \"t\"\nvalue = \"max(grain_harvest, 1922)\"\n"
      "[[contrast.expect]]\noutcome = \"harvest\"\nsign = \"fall\"\nsource = \"x\"\n"
      "[[contrast]]\nid = \"a.course\"\ntitle = \"Its course\"\nclaim = \"S10\"\n"
      "[[contrast.outcome]]\nid = \"harvest\"\ntitle = \"Harvest\"\nunit = \"t\"\nvalue = \"max(grain_harvest, 1922)\"\n"
      "[[contrast.expect]]\noutcome = \"harvest\"\nof = \"baseline\"\nlow = 1\nsource = \"x\"\n",
      "contrasts.toml");
  Diagnostics faults;
  std::vector<Contrast> contrasts =
      document ? read_contrasts(document.value(), small_names(), make_vocabulary(small_names()), faults)
               : std::vector<Contrast>{};
  EXPECT_TRUE(faults.empty()) << (faults.empty() ? "" : format_diagnostic(faults.front()));
  return contrasts;
}

Calibration read(const std::string& text, Diagnostics& faults) {
  Result<Document> document = parse_document(text, "priors.toml");
  EXPECT_TRUE(document) << text;
  Calibration calibration;
  if (document)
    read_priors(document.value(), small_names(), make_vocabulary(small_names()), small_checks(), small_contrasts(), calibration,
                faults);
  return calibration;
}

const std::string kPrior =
    "[[prior]]\nparameter = \"economy.money.speed\"\nblock = \"money\"\nlow = 0.2\nhigh = 0.8\nscale = \"log\"\nsource = "
    "\"x\"\n";
const std::string kTarget = "[[target]]\ncheck = \"C1\"\nblock = \"money\"\n";

TEST(Priors, AreReadWithTheirTargets) {
  Diagnostics faults;
  const Calibration calibration = read(
      kPrior + kTarget +
          "[[target]]\nid = \"own\"\nvalue = \"max(grain_harvest, 1923)\"\nlow = 1\nhigh = 2\nunit = \"t\"\nsource = \"x\"\n"
          "block = \"money\"\nuse = \"validation\"\nscale = \"log\"\n",
      faults);
  EXPECT_TRUE(faults.empty()) << format_diagnostic(faults.front());
  ASSERT_EQ(calibration.priors.size(), 1U);
  EXPECT_TRUE(calibration.priors[0].logarithmic);
  EXPECT_EQ(calibration.blocks(), std::vector<std::string>{"money"});
  ASSERT_EQ(calibration.targets.size(), 2U);
  EXPECT_EQ(calibration.targets[0].low, 40);  // the check's band
  EXPECT_TRUE(calibration.targets[0].used);
  EXPECT_FALSE(calibration.targets[1].used);
  EXPECT_TRUE(calibration.targets[1].logarithmic);
}

const std::string kContrast =
    "[[target]]\ncontrast = \"a.drought\"\noutcome = \"harvest\"\nof = \"ratio\"\nlow = 0.5\nhigh = 0.9\nsource = \"x\"\nblock "
    "= "
    "\"money\"\n";

TEST(Targets, CanBeOutcomesOfContrasts) {
  Diagnostics faults;
  const Calibration calibration = read(kPrior + kTarget + kContrast, faults);
  EXPECT_TRUE(faults.empty()) << format_diagnostic(faults.front());
  ASSERT_EQ(calibration.targets.size(), 2U);
  EXPECT_LT(calibration.targets[0].contrast, 0);
  const Target& target = calibration.targets[1];
  ASSERT_EQ(target.contrast, 0);
  ASSERT_EQ(calibration.contrasts.size(), 1U);
  EXPECT_EQ(calibration.contrasts[0].id, "a.drought");
  EXPECT_EQ(target.id, "a.drought.harvest");
  EXPECT_EQ(target.compared, Compared::ratio);
  EXPECT_EQ(target.high, 0.9);
}

TEST(Targets, SayHowFarDistanceCounts) {
  Diagnostics faults;
  const Calibration calibration = read(kPrior + kTarget + "farthest = 6\n" + kContrast, faults);
  EXPECT_TRUE(faults.empty()) << format_diagnostic(faults.front());
  ASSERT_EQ(calibration.targets.size(), 2U);
  EXPECT_EQ(calibration.targets[0].farthest, 6);
  EXPECT_EQ(calibration.targets[1].farthest, 3);
  EXPECT_NE(calibration_basis(Params{}, {}, calibration),
            calibration_basis(Params{}, {}, read(kPrior + kTarget + kContrast, faults)));
  read(kPrior + kTarget + "farthest = 0\n", faults);
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_EQ(
      format_diagnostic(faults[0]),
      "priors.toml:11:12: error: distances are cut at no such number; expected standard deviations, above 0, at most 100");
}

TEST(Targets, OfContrastsThatTheScenarioLacksOrThatChangeNothingAreRefused) {
  Diagnostics faults;
  const auto target = [](const std::string& id, const std::string& outcome) {
    return "[[target]]\ncontrast = \"" + id + "\"\noutcome = \"" + outcome +
           "\"\nof = \"ratio\"\nlow = 1\nhigh = 2\nsource = \"x\"\nblock = \"money\"\n";
  };
  read(kPrior + target("a.flood", "harvest") + target("a.drought", "prices") + target("a.course", "harvest"), faults);
  EXPECT_EQ(faults.size(), 3U);
}

TEST(Priors, FaultsAreReportedAtTheirPlace) {
  Diagnostics faults;
  read(
      "[[prior]]\nparameter = \"economy.money.sped\"\nblock = \"money\"\nlow = 0.2\nhigh = 0.8\nsource = \"x\"\n"    // 1-6
      "[[prior]]\nparameter = \"economy.money.speed\"\nblock = \"money\"\nlow = 0.05\nhigh = 0.8\nsource = \"x\"\n"  // 7-12
      "[[prior]]\nparameter = \"regions.north.yield\"\nblock = \"farms\"\nlow = 1\nhigh = 1\nsource = \"x\"\n"       // 13-18
      "[[prior]]\nparameter = \"regions.north.yield\"\nblock = \"farms\"\nlow = 0\nhigh = 1\nscale = \"log\"\nsource = \"x\"\n"  // 19-
      "[[target]]\ncheck = \"C9\"\nblock = \"money\"\n"   // 26
      "[[target]]\ncheck = \"C2\"\nblock = \"money\"\n"   // 29
      "[[target]]\ncheck = \"C3\"\nblock = \"money\"\n"   // 32
      "[[target]]\ncheck = \"C1\"\nblock = \"monye\"\n",  // 35
      faults);
  const std::vector<std::string> lines = lines_of(faults);
  const std::vector<std::string> expected = {
      "priors.toml:2:13: error: unknown parameter 'economy.money.sped'; expected a path from 'thermidor list parameters'; did "
      "you mean economy.money.speed?",
      "priors.toml:10:7: error: low 0.05 is out of the bounds of economy.money.speed; expected a number from 0.1 to 0.9",
      "priors.toml:16:7: error: low is not below high; expected low < high",
      "priors.toml:19:1: error: parameter 'regions.north.yield' is given twice; expected each once",
      "priors.toml:22:7: error: a logarithmic scale has no place for low 0; expected low > 0, or scale = \"linear\"",
      "priors.toml:27:9: error: unknown check 'C9'; expected the id of a check of tables/checks.toml; did you mean C1?",
      "priors.toml:30:9: error: 'C2' has no band with two ends; expected a check with value, low and high",
      "priors.toml:33:9: error: 'C3' is there for validation, yet constants are fitted to it; expected a check whose use is "
      "calibrated, or use = \"validation\" here",
      "priors.toml:37:9: error: no prior is of block 'monye'; expected the block of a [[prior]]; did you mean money?"};
  EXPECT_EQ(lines, expected);
}

TEST(Posterior, IsReadWithTheDigestThatItRestsOn) {
  Diagnostics faults;
  const Posterior posterior =
      read_posterior("# engine: x\n# basis: 0123456789abcdef\nregions.north.yield,economy.money.speed\n0.5,0.25\n1.5,0.5\n",
                     "p.csv", small_names(), faults);
  EXPECT_TRUE(faults.empty());
  EXPECT_EQ(posterior.basis, "0123456789abcdef");
  EXPECT_EQ(posterior.parameters, (std::vector<std::string>{"regions.north.yield", "economy.money.speed"}));
  EXPECT_EQ(posterior.draws, (std::vector<std::vector<double>>{{0.5, 0.25}, {1.5, 0.5}}));
}

TEST(Posterior, FaultsAreReportedAtTheirPlace) {
  Diagnostics faults;
  read_posterior("# note\nregions.north.yeild,economy.money.speed\n0.5,0.95\n0.5\nx,0.5\n", "p.csv", small_names(), faults);
  const std::vector<std::string> lines = lines_of(faults);
  ASSERT_EQ(lines.size(), 4U);
  EXPECT_EQ(lines[0],
            "p.csv:2:1: error: unknown parameter 'regions.north.yeild'; expected a path from 'thermidor list parameters'; did "
            "you mean regions.north.yield?");
  EXPECT_EQ(lines[1], "p.csv:3:5: error: economy.money.speed 0.95 is out of bounds; expected a number from 0.1 to 0.9");
  EXPECT_EQ(lines[2], "p.csv:4:1: error: a draw of 1 values; expected 2, one per parameter");
  EXPECT_EQ(lines[3], "p.csv:5:1: error: 'x' is no number; expected a number");
  faults.clear();
  read_posterior("", "p.csv", small_names(), faults);
  EXPECT_EQ(faults.size(), 1U);
}

TEST(CalibrationBasis, ChangesWithWhatTheDrawsRestOnButNotWithAdoptedValues) {
  Params params;
  Diagnostics faults;
  Calibration calibration = read(kPrior + kTarget, faults);
  calibration.priors[0].parameter = "economy.money.price_speed";
  const std::uint64_t basis = calibration_basis(params, {}, calibration);
  Params adopted = params;
  adopted.economy.money.price_speed = 0.77;
  EXPECT_EQ(calibration_basis(adopted, {}, calibration), basis);
  Params other = params;
  other.economy.money.expectation += 0.01;
  EXPECT_NE(calibration_basis(other, {}, calibration), basis);
  calibration.targets[0].high += 1;
  EXPECT_NE(calibration_basis(params, {}, calibration), basis);
}

}  // namespace
}  // namespace thermidor::scenario
