#include "reference/regimes.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <map>

#include "reference/opinion.hpp"
#include "reference/oracle_table.hpp"
#include "reference/oracle_text.hpp"

namespace thermidor::reference::testing {
namespace {

using Inputs = std::map<std::string, double>;
using Numbers = std::vector<double>;

Numbers selectorate(const Inputs& in) {
  const double spent = selectorate_spending(in.at("R"), in.at("W"), in.at("S"), in.at("delta"));
  return {spent, spent / in.at("W"), in.at("R") - spent};
}

Numbers patronage(const Inputs& in) {
  const Patronage machine{in.at("h"), in.at("a"), in.at("g")};
  Numbers numbers = {steady_share(machine)};
  double share = in.at("s0"), first = -1;
  for (int period = 0; period < 8; ++period, share = next_share(machine, share)) {
    numbers.push_back(share);
    if (first < 0 && share > 0.5) first = period;
  }
  if (first < 0) return numbers;
  // "first t with s>0.5: t (formula x)"
  numbers.insert(numbers.end(), {0.5, first, periods_to_half(machine, in.at("s0"))});
  return numbers;
}

Numbers succession(const Inputs& in) {
  const Succession game{in.at("delta"), in.at("l"), in.at("w")};
  // "V_clean=x V_killer(1 quiet period)=y V_killer(2 quiet)=z": the numbers of quiet periods stand between.
  return {value_if_sparing(game), 1, value_if_destroying(game, 1), 2, value_if_destroying(game, 2)};
}

Numbers elimination(const Inputs& in) {
  const Elimination result = least_elimination(in.at("m"), in.at("theta"), in.at("s"));
  return {result.of_suspects, result.purged, result.innocents, result.innocents / result.purged};
}

Numbers vizier(const Inputs& in) {
  const double stake = loyalty_stake(in.at("wage"), in.at("bribe"), in.at("punishment"));
  return {stake, competence_cap(in.at("h"), stake)};
}

Numbers contract(const Inputs& in) {
  const int tenure = static_cast<int>(in.at("T"));
  return {value_of_post(in.at("R"), in.at("delta"), tenure),
          activists_per_post(in.at("R"), in.at("delta"), tenure, in.at("c"))};
}

Numbers packing(const std::string& input) {
  if (begins(input, "CC 27")) return {packed_share(0.3, 27, 40, 0.8)};
  EXPECT_EQ(input, "40 -> 53, continuing 13 new seats at 0.8");
  return {packed_share(packed_share(0.3, 27, 40, 0.8), 40, 53, 0.8)};
}

Numbers dilution(const std::string& input) {
  const double newcomers = newcomer_share(446089, 241600);
  if (begins(input, "N=446089")) return {newcomers};
  return {diluted_share(numbers_in(input, "old=").at(0), numbers_in(input, "new=").at(0), newcomers)};
}

const std::map<std::string, std::function<Numbers(const Inputs&)>> kModels = {
    {"selectorate_spend", selectorate},
    {"patronage_recursion", patronage},
    {"spare_or_kill", succession},
    {"elimination_min_share", elimination},
    {"vizier_competence_cap", vizier},
    {"promotion_contract_max_ratio", contract},
    {"coup_credibility_threshold",
     [](const Inputs& in) {
       return Numbers{rebellion_threshold(in.at("V_success"), in.at("V_acquiesce"), in.at("fail_loss"))};
     }},
    {"established_threshold",
     [](const Inputs& in) { return Numbers{established_power(in.at("rho*"), static_cast<int>(in.at("m")))}; }},
    {"press_fj_uniform",
     [](const Inputs& in) { return Numbers{friedkin_johnsen_with_press(in.at("a"), in.at("m"), in.at("u"), in.at("P"))}; }}};

Numbers compute(const std::string& kind, const std::string& input) {
  if (kind == "cc_packing") return packing(input);
  if (kind == "dilution") return dilution(input);
  if (kind == "secretary_tenure") {
    Numbers numbers;
    for (const double posts : {90.0, 100.0, 120.0}) numbers.insert(numbers.end(), {posts, tenure_hazard(490, posts, 5)});
    return numbers;
  }
  return kModels.at(kind)(read_inputs(input));
}

TEST(Regimes, AllRowsOfTheTableHold) {
  OracleTable table("politest_regime_forms.csv");
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const std::string& result = table.text(row, "result");
    const Numbers computed = compute(table.text(row, "case"), table.text(row, "input"));
    const Numbers expected = numbers_in(result);
    ASSERT_EQ(computed.size(), expected.size()) << table.place(row);
    // Paths are listed to six places, all else to eight.
    const std::size_t path = table.text(row, "case") == "patronage_recursion" ? 9 : 0;
    for (std::size_t i = 0; i < expected.size(); ++i) {
      const double tolerance = i >= 1 && i < path ? 1e-6 : leading_number(table.text(row, "tolerance"));
      EXPECT_NEAR(computed[i], expected[i], tolerance) << table.place(row);
    }
    if (table.text(row, "case") == "elimination_min_share") {
      EXPECT_EQ(computed[0] > 1, result.find("infeasible") != std::string::npos) << table.place(row);
    }
    table.mark(row, "model");
  }
  table.expect_every_row_accounted();
}

}  // namespace
}  // namespace thermidor::reference::testing
