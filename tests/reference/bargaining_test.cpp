#include "reference/bargaining.hpp"

#include <gtest/gtest.h>

#include <map>

#include "reference/oracle_table.hpp"
#include "reference/oracle_text.hpp"

namespace thermidor::reference::testing {
namespace {

// Emission standards for cars in the European Community (years of delay): capability, position, salience of the ten members as
// the re-implementation that was read gives them; recalled, and held by the table's shares of weight at 4, 7 and 10.
struct Member {
  const char* name;
  Actor actor;
};
const Member kMembers[] = {{"Netherlands", {4, .08, .8}}, {"Belgium", {7, .08, .4}}, {"Luxembourg", {4, .03, .2}},
                           {"Germany", {4, .16, .8}},     {"France", {10, .16, .6}}, {"Italy", {10, .16, .6}},
                           {"UK", {10, .16, .9}},         {"Ireland", {7, .05, .1}}, {"Denmark", {4, .05, 1}},
                           {"Greece", {7, .08, .7}}};

std::vector<Actor> community() {
  std::vector<Actor> actors;
  for (const Member& member : kMembers) actors.push_back(member.actor);
  return actors;
}

Actor named(const std::string& name) {
  for (const Member& member : kMembers) {
    if (name == member.name) return member.actor;
  }
  ADD_FAILURE() << name;
  return {};
}

const std::map<std::string, VotingRule> kRules = {{"Binary", VotingRule::binary},
                                                  {"PropBin", VotingRule::mostly_proportional},
                                                  {"Proportional", VotingRule::proportional},
                                                  {"PropCbc", VotingRule::proportional_cubic},
                                                  {"Cubic", VotingRule::cubic},
                                                  {"ASymProsp", VotingRule::asymmetric}};
const std::map<std::string, int> kExponents = {{"Linear", 1}, {"Square", 2}, {"Quartic", 4}, {"Octic", 8}};
const std::map<std::string, Election> kElections = {
    {"cond", Election::conditional}, {"unif", Election::uniform_challenges}, {"incent", Election::gainful_challenges}};

std::string word_after(const std::string& text, const std::string& marker) {
  const std::size_t begin = text.find(marker) + marker.size();
  return text.substr(begin, text.find_first_of(" :", begin) - begin);
}

std::vector<double> choose_or_mix(const std::string& model, const std::string& input) {
  if (model == "logit") {
    return logit_choice(numbers_in(input.substr(0, input.find(']')), "["), numbers_in(input, "lambda=").at(0));
  }
  const Mixture mix = quantal_response(numbers_in(input, "a=").at(0), numbers_in(input, "lambda=").at(0));
  const Mixture nash = nash_mixture(numbers_in(input, "a=").at(0));
  return {mix.top, mix.left, nash.top, nash.left};
}

Matrix worked_case() { return coalitions(VotingRule::proportional, {3, 2, 2}, {{1, .5, 0}, {.2, 1, .4}, {0, .6, 1}}); }

std::vector<double> ktab(const std::string& model, const std::string& input) {
  if (model == "ktab_vote") {
    return {influence(kRules.at(word_after(input, "rule=")), numbers_in(input, "w=").at(0), numbers_in(input, "u_i=").at(0),
                      numbers_in(input, "u_j=").at(0))};
  }
  if (model == "victory_prob") {
    const std::vector<double> strengths = numbers_in(input, "strengths ");
    return {victory_chance(strengths.at(0), strengths.at(1), kExponents.at(split(input, ' ').front()))};
  }
  if (model == "coalition_matrix") {
    const Matrix support = worked_case();
    return {support[0][1], support[0][2], support[1][0], support[1][2], support[2][0], support[2][1]};
  }
  if (model == "pce") {
    return condorcet_election(worked_case(), static_cast<int>(numbers_in(input, "nu=").at(0)),
                              kElections.at(word_after(input, "model=")));
  }
  return {spatial_utility(numbers_in(input, " d=").at(0), numbers_in(input, " R=").at(0))};
}

std::vector<double> challenge(const std::string& model, const std::string& input) {
  const std::vector<Actor> actors = community();
  if (model == "bdm_pair_vote") {
    const double first = numbers_in(input, "v(").at(0), second = numbers_in(input, "over ").at(0);
    return {net_votes(actors, first, second)};
  }
  if (model == "bdm_weighted_mean") return {weighted_mean(actors)};
  if (model == "bdm_weighted_share") return {weight_at(actors, 4), weight_at(actors, 7), weight_at(actors, 10)};
  if (model == "bdm_prob_standard") {
    return {victory_by_votes(actors, numbers_in(input, "P(").at(0), numbers_in(input, "beats ").at(0))};
  }
  if (model == "bdm_expected_utility") {
    const std::string target = input.substr(0, input.find(','));
    return {expected_gain(actors, named(split(input, ' ').front()), named(word_after(target, "challenges ")))};
  }
  return {risk_exponent(numbers_in(input, "R_i=").at(0))};
}

// What the row lists; the last number where it shows its working.
std::vector<double> listed(const std::string& model, const std::string& result) {
  std::vector<double> numbers;
  if (model == "logit_qre" || model == "coalition_matrix") {
    for (std::size_t at = result.find('='); at != std::string::npos; at = result.find('=', at + 1)) {
      numbers.push_back(leading_number(result.substr(at + 1)));
    }
    return numbers;
  }
  numbers = numbers_in(result);
  return model == "victory_prob" ? std::vector<double>{numbers.back()} : numbers;
}

TEST(Bargaining, AllRowsOfTheTableHold) {
  OracleTable table("politest_choice_bargaining.csv");
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const std::string& model = table.text(row, "model");
    const std::string& input = table.text(row, "input");
    const std::vector<double> computed = begins(model, "logit") ? choose_or_mix(model, input)
                                         : begins(model, "bdm") ? challenge(model, input)
                                                                : ktab(model, input);
    const std::vector<double> expected = listed(model, table.text(row, "result"));
    ASSERT_EQ(computed.size(), expected.size()) << table.place(row);
    for (std::size_t i = 0; i < expected.size(); ++i) {
      EXPECT_NEAR(computed[i], expected[i], leading_number(table.text(row, "tolerance"))) << table.place(row);
    }
    table.mark(row, "model");
  }
  table.expect_every_row_accounted();
}

TEST(Bargaining, ProportionalVotingWithoutRangesIsAntisymmetric) {
  for (const VotingRule rule : {VotingRule::binary, VotingRule::mostly_proportional, VotingRule::proportional,
                                VotingRule::proportional_cubic, VotingRule::cubic}) {
    EXPECT_NEAR(influence(rule, 3, .8, .1), -influence(rule, 3, .1, .8), 1e-12);
  }
  EXPECT_GT(-influence(VotingRule::asymmetric, 3, .1, .8), influence(VotingRule::asymmetric, 3, .8, .1));
}

}  // namespace
}  // namespace thermidor::reference::testing
