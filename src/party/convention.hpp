// What a month of the leaders' side needs: constants, state, signals, records. Passed by reference from process to process; the
// functions below are the vocabulary that the processes share.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/fault.hpp"
#include "core/math.hpp"
#include "core/rng.hpp"
#include "party/debate.hpp"
#include "party/forced.hpp"
#include "party/params.hpp"
#include "party/state.hpp"
#include "signals/board.hpp"
#include "signals/policy.hpp"
#include "signals/records.hpp"

namespace thermidor::party {

using DebateFunction = decltype(&run_debate);

struct Convention {
  const Params& params;
  State& state;
  const Signals& last;  // published last month
  const Signals& now;   // of this month only what earlier phases wrote: outside
  Policy& policy;
  Records& records;
  Fault& fault;
  std::uint64_t seed = 0;
  Month month{};
  bool free_acts = true;            // false: persons and organs make no decisions of their own (recorded history)
  DebateFunction debate = nullptr;  // run_debate; nothing: debates leave no trace
  const Members* members = nullptr;
  CardIndex* cards = nullptr;  // members one by one, if they are kept so
};

// --- keys and draws ---
std::uint64_t hash_text(std::string_view text);
constexpr std::uint64_t mix_keys(std::uint64_t a, std::uint64_t b) {
  std::uint64_t x = a * 0x9E3779B97F4A7C15ULL + b;
  x ^= x >> 29;
  x *= 0xBF58476D1CE4E5B9ULL;
  return x ^ (x >> 32);
}
inline Random draw(const Convention& c, StreamName name, std::uint64_t entity) {
  return Random(DrawKey{c.seed, name.stream, c.month, entity});
}

// --- persons ---
inline std::size_t leader_count(const State& s) { return s.leaders.key.size(); }
inline double affinity(const State& s, LeaderId from, LeaderId to) {
  return s.affinity[from.index() * leader_count(s) + to.index()];
}
inline double& affinity(State& s, LeaderId from, LeaderId to) {
  return s.affinity[from.index() * leader_count(s) + to.index()];
}
inline void change_affinity(State& s, LeaderId from, LeaderId to, double change) {
  double& value = affinity(s, from, to);
  value = clamp(value + change, -1, 1);
}
inline bool alive(const State& s, LeaderId i) { return s.leaders.alive[i.index()] != 0; }
inline bool in_party(const State& s, LeaderId i) { return alive(s, i) && s.leaders.rung[i.index()] < 5; }
inline bool absent(const State& s, LeaderId i, Month m) { return s.leaders.absent_until[i.index()] > m; }
inline bool present(const State& s, LeaderId i, Month m) { return alive(s, i) && !absent(s, i, m); }
inline bool ruling(const State& s, LeaderId i) { return s.ruling >= 0 && s.leaders.bloc[i.index()] == s.ruling; }
inline bool opposing(const State& s, LeaderId i) {
  return s.ruling >= 0 && s.leaders.bloc[i.index()] >= 0 && s.leaders.bloc[i.index()] != s.ruling;
}
// +1 with the rulers, -1 with an opposing bloc, 0 neither; followers as the man they follow.
double side_of(const State& s, LeaderId i);
// Strongest member of the ruling bloc; invalid without one.
LeaderId ruling_head(const State& s);
// Head of the machine: holder of its post, alive and in the party.
LeaderId machine_head(const State& s);
double distance(const Position& a, const Position& b, const Position& salience);  // mean over dimensions, weighted
// The same against ordinary attention: in a crisis the same distance counts for more. M136.
inline double salient_distance(const Convention& c, const Position& a, const Position& b) {
  const BreadRule& rule = c.params.bread;
  const double ordinary = rule.salience_market + rule.salience_tempo + 2 * rule.salience_other;
  double sum = 0;
  for (std::size_t d = 0; d < kDimensions; ++d) sum += c.state.salience[d] * absolute(a[d] - b[d]);
  return sum / ordinary;
}

// --- organs and posts ---
inline std::uint8_t seat(const State& s, OrganId organ, LeaderId i) {
  return organ.valid() ? s.organs.seat[organ.index() * leader_count(s) + i.index()] : std::uint8_t{0};
}
void set_seat(State& s, OrganId organ, LeaderId i, std::uint8_t value);
double greatest_post(const Convention& c, LeaderId i);    // value of the greatest one
std::vector<double> post_values(const Convention& c);     // sum of the values of the posts of each leader
std::vector<double> greatest_posts(const Convention& c);  // greatest ones for all
bool post_exists(const Convention& c, PostId post);
void give_post(Convention& c, PostId post, LeaderId to, const char* reason);  // invalid: somebody unnamed
void vacate_post(Convention& c, PostId post, const char* reason);
void drop_posts(Convention& c, LeaderId i, double from_value, const char* reason);

// --- arbiter ---
// 1 while the arbiter is up, less while he is ill and hoped for, 0 without one. M077.
double arbiter_hope(const Convention& c);
double hostile_cost(const Convention& c, LeaderId actor);

// --- records ---
const std::string& title(const Convention& c, LeaderId i);
const std::string& title(const Convention& c, OrganId organ);
void tell(Convention& c, const char* kind, std::string text, LeaderId actor, LeaderId target, double weight, const char* claim);

std::string percent(double share);  // "12%"

// --- blocs ---
void leave_bloc(State& s, LeaderId i);  // a bloc of one is dissolved by its last member only
void dissolve_small_blocs(State& s);    // the dead belong to none; rulers of whom nobody lives rule no more
void count_offence(State& s, LeaderId i, double amount);

}  // namespace thermidor::party
