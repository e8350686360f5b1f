#include <gtest/gtest.h>

#include "party/leaders_fixture.hpp"
#include "party/member_fixture.hpp"

namespace thermidor::party {
namespace {

// Leaders and members together, with congresses of a delegate for a hundred members so that chance is small.
struct Whole {
  Party party;
  Members members;

  explicit Whole(double slates) : party(with_members(), 7), members(opened(party.params.members, party.params.provinces)) {
    party.debate = run_debate;
    party.members = &members;
    party.state.slate_strength = slates;
    party.lose_arbiter();
    party.divide({1, 2, 3}, {4, 5});
    for (LeaderId& patron : party.state.machine.patron) patron = id(3);
    party.state.machine.loyalty.assign(party.state.machine.loyalty.size(), 1.0);
  }
  static Params with_members() {
    Params params = small_party();
    params.members = member_params();
    params.members.cell.congress_ratio = 100;
    params.provinces = member_provinces();
    return params;
  }
};

double share(std::int64_t part, const Delegation& delegation) {
  return static_cast<double>(part) / static_cast<double>(delegation.delegates);
}

TEST(Delegates, RepresentEveryFullMemberOnce) {
  Whole whole(0.5);
  const Delegation sent = choose_delegates(whole.party.meet());
  EXPECT_EQ(sent.members, count_full_members(whole.members));
  EXPECT_NEAR(static_cast<double>(sent.delegates), static_cast<double>(sent.members) / 100, 6);
  EXPECT_LE(sent.veterans, sent.delegates);
  EXPECT_LE(sent.officials, sent.delegates);
}

// The generations of the opening and their standing give the composition of the X Congress where nothing is imposed.
TEST(Delegates, OfFreeElectionsAreOldComradesInTheirStanding) {
  Whole whole(0);
  const Delegation sent = choose_delegates(whole.party.meet());
  EXPECT_NEAR(share(sent.veterans, sent), 0.36, 0.05);
  EXPECT_LT(share(sent.officials, sent), 0.35);
}

TEST(Delegates, OnListsFromAboveAreOfficials) {
  Whole free(0), bound(1);
  const Delegation elected = choose_delegates(free.party.meet());
  const Delegation listed = choose_delegates(bound.party.meet());
  EXPECT_GT(share(listed.officials, listed), share(elected.officials, elected) + 0.3);
}

TEST(Delegates, OnListsAreTheOlderTheFewerGenerationsListsTake) {
  const auto veterans = [](double generations) {
    Whole bound(1);
    bound.party.params.members.delegates.list_generations = generations;
    const Delegation listed = choose_delegates(bound.party.meet());
    return share(listed.veterans, listed);
  };
  EXPECT_GT(veterans(1), veterans(2) + 0.05);
  EXPECT_GT(veterans(2), veterans(6) + 0.02);
}

TEST(Delegates, GrowYoungerAsTheirGenerationsDo) {
  Whole whole(0);
  const Delegation before = choose_delegates(whole.party.meet());
  for (std::size_t p = 0; p < whole.party.params.provinces.size(); ++p) {
    whole.members.full[stratum(p, kWorker, 4)] += 20 * whole.members.full[stratum(p, kWorker, 2)];
  }
  const Delegation after = choose_delegates(whole.party.meet());
  EXPECT_LT(share(after.veterans, after), share(before.veterans, before) - 0.05);
}

TEST(Returns, OfADebateKnowTheCapitalAndThePrivateShare) {
  Whole whole(0.5);
  whole.party.state.roles.capital = make_id<ProvinceId>(0);
  Convention c = whole.party.meet();
  hold_debate(c, true);
  const Returns& returns = whole.party.state.returns;
  EXPECT_GT(returns.cells, 0.5);
  EXPECT_GT(returns.private_opposition, 1 - returns.cells) << "some keep silent";
  EXPECT_GT(returns.capital_students, returns.capital_workers);
}

TEST(Returns, OfADivisionCountTheBasesOfOpponents) {
  Whole whole(1);
  whole.party.state.machine.patron[1] = id(4);
  Convention c = whole.party.meet();
  const DebateResult result = ask_cells(c, true);
  note_division(c, result);
  const Returns& returns = whole.party.state.returns;
  EXPECT_EQ(returns.base_delegates, result.delegates[1]);
  EXPECT_EQ(returns.base_loyal, result.delegates_opposition[1]);
  EXPECT_NEAR(returns.congress, 1 - result.delegates_share, 1e-12);
}

TEST(Debate, IsHeardOnlyWhereSomebodySpeaks) {
  const MemberParams params = member_params();
  auto rows = member_provinces();
  rows.back().members = 600;
  const Members members = opened(params, rows);
  DebateInput input;
  input.provinces.assign(rows.size(), DebateProvince{0.2, 0.2});
  input.opposition = {1.0, 0.7, 0.3, 40};
  const double many = run_debate(params, rows, members, input, 1, make_month(1923, 12)).open_share;
  input.opposition.speakers = 2;
  const DebateResult few = run_debate(params, rows, members, input, 1, make_month(1923, 12));
  EXPECT_LT(few.open_share, 0.4 * many);
  // Leaders speak in the great organisations first.
  const std::size_t largest = 0, smallest = rows.size() - 1;
  EXPECT_LT(few.province_open[smallest], few.province_open[largest]);
  // Where the secretary is theirs no leader need come.
  input.provinces[smallest] = {0.0, 1.0};
  EXPECT_GT(run_debate(params, rows, members, input, 1, make_month(1923, 12)).province_open[smallest],
            2 * few.province_open[smallest]);
  input.provinces[smallest] = {0.2, 0.2};
  input.opposition.speakers = 0;
  EXPECT_EQ(run_debate(params, rows, members, input, 1, make_month(1923, 12)).open_share, 0);
}

}  // namespace
}  // namespace thermidor::party
