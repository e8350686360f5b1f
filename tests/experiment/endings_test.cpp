// Every named ending of the shipped scenario is reached by a state that has what its title says, and missed by one that lacks
// it.
#include "experiment/endings.hpp"

#include <gtest/gtest.h>

#include <map>

#include "support/shipped_runs.hpp"

namespace thermidor::experiment {
namespace {

struct Standing {
  bool ruling = false;
  int seat = 0;
  int rung = 0;
  double strength = 0.5;
  int rung_before = 0;  // until 1928
};

struct Post {
  const char* post;
  const char* holder;
};

struct Event {
  const char* kind;
  const char* target;
};

// How things stand from start to end; what is not named is zero or nobody's.
struct Story {
  std::map<std::string, double> series;
  std::map<std::string, Standing> leaders;
  std::vector<Post> posts;
  std::vector<Event> events;
};

LeaderId leader_of(const char* id) {
  const int number = shipped_roster().find_leader(id);
  return number < 0 ? LeaderId{} : make_id<LeaderId>(static_cast<std::size_t>(number));
}

// Who leads: the strongest of those who rule.
std::string head_of(const Story& story) {
  std::string head;
  double most = 0;
  for (const auto& [id, s] : story.leaders) {
    if (!s.ruling || s.strength <= most) continue;
    head = id;
    most = s.strength;
  }
  return head;
}

RunRecord record_of(const Story& story) {
  RunRecord record;
  for (Month month = make_month(1921, 3); month <= make_month(1929, 12); month = month + 1) {
    record.months.push_back(month);
    std::vector<double> row(series_list().size(), 0.0);
    for (const auto& [name, value] : story.series) row[static_cast<std::size_t>(find_series(name))] = value;
    record.values.insert(record.values.end(), row.begin(), row.end());
    const std::string head = head_of(story);
    for (const auto& [id, s] : story.leaders) {
      const int rung = month < make_month(1928, 1) && s.rung_before > 0 ? s.rung_before : s.rung;
      record.records.standings.push_back(
          {month, leader_of(id.c_str()), s.ruling ? 0 : -1, s.ruling, s.seat, rung, s.strength, id == head});
    }
  }
  for (const Post& post : story.posts) {
    const auto number = static_cast<std::size_t>(shipped_roster().find_post(post.post));
    record.records.posts.push_back({make_month(1922, 4), make_id<PostId>(number), leader_of(post.holder), "appointed"});
  }
  for (const Event& event : story.events) {
    record.records.events.push_back({make_month(1923, 1), event.kind, "", leader_of("lenin"), leader_of(event.target), 1, ""});
  }
  return record;
}

bool reaches(const Story& story, const std::string& id) {
  static const std::vector<EndingRule> rules = ending_rules(shipped().params);
  for (const ReachedEnding& ending : reached_endings(record_of(story), shipped_roster(), rules)) {
    if (ending.id == id) return true;
  }
  return false;
}

const Standing kLeads{true, 2, 0, 3.0};
const Standing kSits{false, 2, 0, 1.0};
const Standing kExpelled{false, 0, 6, 0.2};

struct Case {
  const char* id;
  Story reached;
  Story missed;  // the same without one thing that makes it what it is
};

Case case_of(const char* id, Story reached, void (*spoil)(Story& story)) {
  Story missed = reached;
  spoil(missed);
  return {id, std::move(reached), std::move(missed)};
}

const std::map<std::string, double> kMonolith = {
    {"form", 1}, {"losers", 2}, {"lever.other_parties", -0.9}, {"opposition_open", 0.01}};

std::vector<Case> of_persons() {
  return {
      case_of("O01", {kMonolith, {{"stalin", kLeads}}, {}, {}}, [](Story& s) { s.series["opposition_open"] = 0.2; }),
      case_of("O02",
              {{{"lever.industrial_tempo", 0.8}, {"lever.planning_authority", 0.7}, {"lever.peasant_course", -0.5}},
               {{"trotsky", kExpelled}, {"stalin", kLeads}},
               {},
               {}},
              [](Story& s) { s.leaders["trotsky"] = kLeads; }),
      case_of("O03", {{}, {{"trotsky", kLeads}}, {{"general_secretary", "rudzutak"}}, {{"will", "stalin"}}},
              [](Story& s) { s.posts = {{"general_secretary", "stalin"}}; }),
      case_of("O04", {{}, {{"trotsky", kLeads}, {"stalin", kSits}}, {}, {}}, [](Story& s) { s.leaders["trotsky"] = kSits; }),
      case_of("O05", {{}, {{"lenin", kLeads}}, {}, {}}, [](Story& s) { s.leaders.clear(); }),
      case_of("O06", {{{"ruling_seats_share", 0.6}}, {{"trotsky", kLeads}, {"zinoviev", kSits}}, {}, {}},
              [](Story& s) { s.leaders["zinoviev"] = kExpelled; }),
      case_of("O07",
              {{{"lever.peasant_course", 0.5}, {"lever.private_trade", 0.3}, {"lever.industrial_tempo", 0.3}},
               {{"bukharin", kLeads}},
               {},
               {}},
              [](Story& s) { s.series["lever.peasant_course"] = -0.2; }),
      case_of("O08", {{}, {{"bukharin", kLeads}, {"kamenev", kSits}}, {{"general_secretary", "rykov"}}, {}},
              [](Story& s) { s.leaders["stalin"] = {true, 2, 0, 9.0}; }),
      case_of("O16", {{}, {{"trotsky", {false, 1, 2, 1.0, 6}}}, {}, {}}, [](Story& s) { s.leaders["trotsky"].rung = 6; }),
      case_of("O20", {{}, {}, {}, {{"murder", "trotsky"}}}, [](Story& s) { s.events = {{"murder", "radek"}}; }),
  };
}

std::vector<Case> of_state() {
  return {
      case_of(
          "O09",
          {{{"lever.private_trade", 0.8}, {"lever.planning_authority", 0.1}, {"form", 1}, {"terror_level", 0.5}}, {}, {}, {}},
          [](Story& s) { s.series["lever.planning_authority"] = 0.5; }),
      case_of("O10", {{{"coup", 1}}, {{"frunze", kLeads}}, {{"war_commissar", "frunze"}}, {}},
              [](Story& s) { s.posts = {{"war_commissar", "voroshilov"}}; }),
      case_of("O11", {{{"coup", 1}}, {{"dzerzhinsky", kLeads}}, {{"war_commissar", "frunze"}}, {}},
              [](Story& s) { s.series["coup"] = 0; }),
      case_of("O12", {{{"party_split", 1}}, {}, {}, {}}, [](Story& s) { s.series["party_split"] = 0; }),
      case_of("O13", {{{"plural", 1}, {"terror_level", 0.2}}, {}, {}, {}}, [](Story& s) { s.series["terror_level"] = 0.6; }),
      case_of("O14", {{{"revolution_success", 1}, {"isolation", 0.3}}, {}, {}, {}},
              [](Story& s) { s.series["isolation"] = 0.9; }),
      case_of("O15", {{{"collapse", 1}}, {}, {}, {}}, [](Story& s) { s.series["collapse"] = 0; }),
      case_of("O17", {{{"form", 1}, {"losers", 3}, {"terror_level", 0.6}}, {{"molotov", kLeads}}, {}, {}},
              [](Story& s) { s.leaders = {{"stalin", kLeads}}; }),
      case_of("O18", {{{"debate_freedom", 0.1}, {"chauvinism", 0.5}, {"dogmatism", 0.8}, {"press_control", 0.9}}, {}, {}, {}},
              [](Story& s) { s.series["press_control"] = 0.4; }),
      case_of("O19", {{{"collapse", 1}}, {}, {}, {}}, [](Story& s) { s.series["collapse"] = 0; }),
  };
}

TEST(NamedEndings, AreReachedByAStateOfTheirKindAndMissedWithoutIt) {
  std::vector<Case> cases = of_persons();
  for (Case& other : of_state()) cases.push_back(std::move(other));
  std::map<std::string, int> seen;
  for (const Case& one : cases) {
    SCOPED_TRACE(one.id);
    ++seen[one.id];
    EXPECT_TRUE(reaches(one.reached, one.id));
    EXPECT_FALSE(reaches(one.missed, one.id));
  }
  for (const EndingRule& rule : ending_rules(shipped().params)) EXPECT_EQ(seen[rule.id], 1) << rule.id;
}

TEST(NamedEndings, AQuietStateReachesNone) {
  const Story quiet{{{"isolation", 0.9}, {"debate_freedom", 0.5}}, {{"stalin", kSits}}, {}, {}};
  for (const EndingRule& rule : ending_rules(shipped().params)) EXPECT_FALSE(reaches(quiet, rule.id)) << rule.id;
}

}  // namespace
}  // namespace thermidor::experiment
