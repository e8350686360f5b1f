// The order of rows in a table means nothing: leaders, posts, organs, provinces and ties in another order, with every reference
// carried along, give the same run to the last bit. Draws are keyed by ids' texts and sums run in the order of keys.
#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <string>
#include <type_traits>
#include <vector>

#include "core/layout.hpp"
#include "core/rng.hpp"
#include "experiment/run.hpp"
#include "support/shipped_runs.hpp"

namespace thermidor::experiment {
namespace {

constexpr int kSample = 20000;

// New place of each old row.
using Places = std::vector<std::uint16_t>;

struct Renumbering {
  Places leaders;
  Places posts;
  Places organs;
  Places provinces;
  Places ties;

  const Places& of(LeaderId) const { return leaders; }
  const Places& of(PostId) const { return posts; }
  const Places& of(OrganId) const { return organs; }
  const Places& of(ProvinceId) const { return provinces; }

  // Carries every reference inside a value along. Types without any are left alone.
  template <class T>
  void carry(T& value) const {
    if constexpr (requires { of(value); }) {
      if (value.valid()) value.value = of(value)[value.index()];
    } else if constexpr (detail::kIsVector<T> || detail::kIsArray<T>) {
      for (auto& item : value) carry(item);
    } else if constexpr (HasFields<T>) {
      T::visit_fields(value, [this](const Field&, auto& member) { carry(member); });
    }
  }
};

Places shuffled(std::size_t size, std::string_view table, int number) {
  Places places(size);
  for (std::size_t i = 0; i < size; ++i) places[i] = static_cast<std::uint16_t>(i);
  Random random(DrawKey{2026, make_stream(table), Month{0}, static_cast<std::uint64_t>(number)});
  for (std::size_t i = size; i > 1; --i) std::swap(places[i - 1], places[random.below(static_cast<std::uint32_t>(i))]);
  return places;
}

template <class Row>
void move_rows(std::vector<Row>& rows, const Places& places) {
  std::vector<Row> moved(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) moved[places[i]] = rows[i];
  rows = std::move(moved);
}

// The scenario as somebody else might have written it down.
struct Country {
  Params params;
  std::vector<Act> chronicle;
};

Country renumbered(int number) {
  Country country{shipped().params, shipped().chronicle};
  party::Params& party = country.params.party;
  const Renumbering change{
      shuffled(party.leaders.size(), "test.leaders", number), shuffled(party.posts.size(), "test.posts", number),
      shuffled(party.organs.size(), "test.organs", number), shuffled(party.provinces.size(), "test.provinces", number),
      shuffled(party.ties.size(), "test.ties", number)};
  change.carry(country.params);
  change.carry(country.chronicle);
  move_rows(party.leaders, change.leaders);
  move_rows(party.posts, change.posts);
  move_rows(party.organs, change.organs);
  move_rows(party.provinces, change.provinces);
  move_rows(party.ties, change.ties);
  return country;
}

// Everything that a run says about persons, posts and organs, by the texts of their ids.
class Account {
 public:
  Account(const Params& params, const RunState& run) : params_(params.party) {
    for (const StandingRecord& row : run.record.records.standings) {
      say(row.month, "standing " + leader(row.leader),
          std::to_string(row.ruling) + " " + std::to_string(row.seat) + " " + std::to_string(row.rung) + " bloc " +
              std::to_string(row.bloc) + " strength " + bits(row.strength));
    }
    for (const PostRecord& row : run.record.records.posts)
      say(row.month, "post " + post(row.post), leader(row.holder) + " " + row.reason);
    for (const VoteRecord& row : run.record.records.votes) {
      std::vector<std::string> ballots;
      for (const BallotRecord& ballot : row.ballots) ballots.push_back(leader(ballot.voter) + std::to_string(ballot.choice));
      std::sort(ballots.begin(), ballots.end());
      std::string roll;
      for (const std::string& ballot : ballots) roll += " " + ballot;
      say(row.month, "vote " + params_.organs[row.organ.index()].id + " " + row.question,
          bits(row.votes_for) + bits(row.votes_against) + roll);
    }
    for (const EventRecord& row : run.record.records.events) say(row.month, "event " + row.kind, row.title + bits(row.weight));
    for (const LifeRecord& row : run.record.records.lives) {
      const std::int32_t detail = row.event == LifeEvent::promoted ? 0 : row.detail;
      say(row.month, "member " + params_.provinces[row.province.index()].id + " " + std::to_string(row.number),
          std::to_string(static_cast<int>(row.event)) + " " + std::to_string(detail));
    }
    for (const ForcedRecord& row : run.record.records.forced) say(row.month, "forced", row.act + " " + bits(row.probability));
    std::sort(lines_.begin(), lines_.end());
  }

  // First line that is not in the other account too, by date; empty if they agree.
  std::string difference(const Account& other) const {
    for (std::size_t i = 0; i < std::max(lines_.size(), other.lines_.size()); ++i) {
      const std::string mine = i < lines_.size() ? lines_[i] : "nothing more";
      const std::string theirs = i < other.lines_.size() ? other.lines_[i] : "nothing more";
      if (mine != theirs) return mine + "\nagainst\n" + theirs;
    }
    return "";
  }

 private:
  static std::string bits(double value) {
    return std::to_string(value) + "#" + std::to_string(std::bit_cast<std::uint64_t>(value));
  }
  std::string leader(LeaderId id) const { return id.valid() ? params_.leaders[id.index()].id : "nobody"; }
  std::string post(PostId id) const { return id.valid() ? params_.posts[id.index()].id : "no post"; }
  void say(Month month, const std::string& what, const std::string& how) {
    lines_.push_back(format_month(month) + " " + what + ": " + how);
  }

  const party::Params& params_;
  std::vector<std::string> lines_;
};

RunState play(const Params& params, const std::vector<Act>& chronicle, const RunSetup& setup, Month history_until) {
  const SerialExecutor executor;
  RunState run = start_run(params, setup);
  continue_run(params, {{}, chronicle, history_until}, params.scenario.end, {.executor = &executor}, run);
  return run;
}

// First month and series in which two records part; empty if none.
std::string first_difference(const RunRecord& one, const RunRecord& two) {
  if (one.months != two.months) return "not the same months: " + one.fault + " / " + two.fault;
  for (std::size_t month = 0; month < one.months.size(); ++month) {
    for (std::size_t series = 0; series < one.width(); ++series) {
      const SeriesInfo& info = series_list()[series];
      const double a = one.value(series, month);
      const double b = two.value(series, month);
      if (info.unit == "id" || std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b)) continue;
      return format_month(one.months[month]) + " " + info.name + ": " + std::to_string(a) + " / " + std::to_string(b);
    }
  }
  return "";
}

class Renumbered : public ::testing::TestWithParam<int> {
 protected:
  void compare(const RunSetup& setup, Month history_until) const {
    ASSERT_FALSE(shipped().params.party.leaders.empty());
    const Country other = renumbered(GetParam());
    ASSERT_NE(other.params.party.leaders.front().id, shipped().params.party.leaders.front().id);
    const RunState plain = play(shipped().params, shipped().chronicle, setup, history_until);
    const RunState moved = play(other.params, other.chronicle, setup, history_until);
    EXPECT_EQ(plain.record.months.size(), 106U);
    EXPECT_EQ(Account(shipped().params, plain).difference(Account(other.params, moved)), "");
    EXPECT_EQ(first_difference(plain.record, moved.record), "");
  }
};

TEST_P(Renumbered, AFreeRunIsTheSameInAnyOrderOfRows) {
  RunSetup setup;
  setup.seed = 40 + static_cast<std::uint64_t>(GetParam());
  setup.sample = kSample;
  setup.outside = society::OutsideMode::drawn;
  compare(setup, Month{});
}

TEST_P(Renumbered, ARunUnderTheChronicleIsTheSameInAnyOrderOfRows) {
  RunSetup setup;
  setup.seed = 60 + static_cast<std::uint64_t>(GetParam());
  setup.sample = kSample;
  setup.traits = GetParam() % 2 == 0 ? party::TraitPreset::as_given : party::TraitPreset::permuted;
  compare(setup, make_month(1925, 12));
}

TEST_P(Renumbered, ARunWithMembersOneByOneIsTheSameInAnyOrderOfRows) {
  RunSetup setup;
  setup.seed = 80 + static_cast<std::uint64_t>(GetParam());
  setup.sample = kSample;
  setup.one_by_one = true;
  compare(setup, Month{});
}

INSTANTIATE_TEST_SUITE_P(Orders, Renumbered, ::testing::Range(0, 3));

}  // namespace
}  // namespace thermidor::experiment
