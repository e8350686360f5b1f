// A small party for tests: twelve leaders, the organs and posts that the rules need, eight provinces. No scenario is read.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "party/force.hpp"
#include "party/party.hpp"

namespace thermidor::party {

inline LeaderId id(std::size_t i) { return make_id<LeaderId>(i); }

LeaderRow make_leader(std::string name, double prestige, double market, double tempo);
PostRow make_post(std::string name, double value, std::size_t holder, std::string domain);
OrganRow make_organ(std::string name, std::int32_t full, std::vector<LeaderId> members, std::int32_t every,
                    std::string decides);

// Leaders 0-6 sit in the chief bureau of seven; 0 stands far above the rest; 6 heads the army, 3 the machine.
Params small_party();

// A run of the leaders' side alone, with a quiet world around it.
struct Party {
  Params params;
  State state;
  Signals last;
  Signals now;
  Policy policy;
  Records records;
  Fault fault;
  std::uint64_t seed = 7;
  Month month = make_month(1921, 3);
  bool free_acts = true;
  DebateFunction debate = nullptr;
  const Members* members = nullptr;

  explicit Party(Params p = small_party(), std::uint64_t with_seed = 7, TraitPreset preset = TraitPreset::as_given)
      : params(std::move(p)), seed(with_seed) {
    state = make_state(params, seed, preset, month);
    last.economy.bread_cover = 1;
    last.economy.grain_shortfall = 0.15;
    last.economy.scissors_ratio_industrial_to_agricultural = 110;
    for (double* values : {policy.decided.data(), policy.in_force.data()}) {
      values[static_cast<std::size_t>(Lever::legal_factions)] = -0.8;
      values[static_cast<std::size_t>(Lever::secretary_power)] = 0.5;
    }
  }

  Convention meet() {
    return Convention{params, state, last, now, policy, records, fault, seed, month, free_acts, debate, members};
  }
  void step(const std::vector<Forced>& forced = {}) {
    Convention c = meet();
    update_leaders(c);
    convene_organs(c, forced);
    carry_out_levers(params, policy);
    last.party = now.party;
    month = month.next();
  }
  void run(int months) {
    for (int m = 0; m < months; ++m) step();
  }
  // Rulers and opponents as blocs 0 and 1, at once.
  void divide(const std::vector<std::size_t>& rulers, const std::vector<std::size_t>& opponents) {
    for (const std::size_t i : rulers) state.leaders.bloc[i] = 0;
    for (const std::size_t i : opponents) state.leaders.bloc[i] = 1;
    state.ruling = 0;
    state.next_bloc = 2;
    Convention c = meet();
    measure_strength(c);
  }
  // No arbiter, so that acts are free.
  void lose_arbiter() {
    now.outside.health = {HealthEvent{state.arbiter, HealthKind::death, 0, 1}};
    Convention c = meet();
    update_leaders(c);
    now.outside.health.clear();
  }
};

inline Forced force(ForcedKind kind, std::vector<LeaderId> leaders, double value = 0) {
  Forced act;
  act.kind = kind;
  act.leaders = std::move(leaders);
  act.value = value;
  act.text = "test";
  return act;
}

}  // namespace thermidor::party
