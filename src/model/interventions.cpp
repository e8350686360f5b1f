#include "model/interventions.hpp"

#include <string_view>
#include <type_traits>

#include "economy/shock.hpp"
#include "model/parameter_paths.hpp"
#include "model/trigger_acts.hpp"
#include "model/world.hpp"
#include "society/shock_abroad.hpp"

namespace thermidor {
namespace {

void hold_lever(const Act& act, Policy& policy) {
  const auto lever = static_cast<std::size_t>(act.lever);
  policy.decided[lever] = act.value;
  policy.in_force[lever] = act.value;
  policy.lever_held[lever] = 1;
}

void hold_instrument(const Act& act, Policy& policy) {
  const auto instrument = static_cast<std::size_t>(act.instrument);
  policy.instrument[instrument] = act.value;
  policy.instrument_held[instrument] = 1;
}

// A hazard of health may be switched for one leader alone.
void set_hazard(const Act& act, std::size_t leaders, society::HazardSwitches& hazards) {
  if (act.leader.valid()) {
    if (hazards.health_of.empty()) hazards.health_of.assign(leaders, 1);
    hazards.health_of[act.leader.index()] = act.value > 0 ? 1 : 0;
    return;
  }
  society::HazardSwitches::visit_fields(hazards, [&act](const Field& field, auto& value) {
    if constexpr (std::is_same_v<std::remove_reference_t<decltype(value)>, double>) {
      if (field.name == act.name) value = act.value;
    }
  });
}

void set_leader_trait(const Act& act, party::State& state) {
  for (std::size_t i = 0; i < party::kTraitCount; ++i) {
    if (act.name == party::kTraitNames[i]) party::set_trait(state, act.leader, static_cast<party::Trait>(i), act.value);
  }
}

// The zone that an act names by its id; -1 means all regions.
int find_zone(const Params& params, std::string_view name) {
  const auto& zones = params.society.outside.weather_zones;
  for (std::size_t i = 0; i < zones.size(); ++i) {
    if (zones[i].id == name) return static_cast<int>(i);
  }
  return -1;
}

void set_weather(const Params& params, const Act& act, World& world) {
  const int zone = find_zone(params, act.name);
  for (std::size_t r = 0; r < world.weather_acts.size(); ++r) {
    const bool meant =
        act.region.valid() ? act.region.index() == r : (zone < 0 || params.economy.regions[r].weather_zone == zone);
    if (meant) world.weather_acts[r] = act.value;
  }
}

void set_health(const Act& act, World& world) {
  // Strokes make further ones likelier, whoever brought them about.
  std::vector<std::int32_t>& strokes = world.society.outside.strokes;
  if (act.health == HealthKind::stroke && act.leader.valid()) {
    if (act.leader.index() >= strokes.size()) strokes.resize(act.leader.index() + 1, 0);
    ++strokes[act.leader.index()];
  }
  world.signals.now.outside.health.push_back({act.leader, act.health, act.months, act.value > 0 ? act.value : 1.0});
}

void apply_shock(const Params& params, const Act& act, World& world) {
  if (params.scenario.economy == 0) return;
  for (std::size_t i = 0; i < economy::kShockCount; ++i) {
    if (act.name != economy::kShockNames[i]) continue;
    economy::apply_shock(world.economy, params.economy, static_cast<economy::Shock>(i), act.value);
  }
}

// Everything but forced decisions.
void carry_out(const Params& params, const Act& act, World& world) {
  switch (act.kind) {
    case ActKind::set_lever: hold_lever(act, world.policy); break;
    case ActKind::set_instrument: hold_instrument(act, world.policy); break;
    case ActKind::hazard: set_hazard(act, params.party.leaders.size(), world.hazards); break;
    case ActKind::set_trait: set_leader_trait(act, world.party); break;
    case ActKind::weather: set_weather(params, act, world); break;
    case ActKind::shock: apply_shock(params, act, world); break;
    case ActKind::health: set_health(act, world); break;
    case ActKind::set_rule:
    case ActKind::set_parameter:
    case ActKind::forced: break;
  }
}

// Calls use(act) for every act of the list: first those with a date, then those with a trigger, so that where both set one
// thing the exception prevails over the rule.
template <class Use>
void each_of(const std::vector<Act>& acts, Use&& use) {
  for (const Act& act : acts) {
    if (!act.has_trigger()) use(act);
  }
  for (const Act& act : acts) {
    if (act.has_trigger()) use(act);
  }
}

// What stands only while an act holds it, or comes anew each month; everything else is done once.
bool is_hold(const Act& act) {
  return act.kind == ActKind::set_lever || act.kind == ActKind::set_instrument || act.kind == ActKind::hazard ||
         act.kind == ActKind::shock;
}

void apply_list(const Params& params, const std::vector<Act>& acts, World& world, std::vector<party::Forced>& forced) {
  each_of(acts, [&](const Act& act) {
    if (is_hold(act) ? !stands_now(act, world) : !is_done_now(act, world)) return;
    if (act.kind == ActKind::forced) {
      forced.push_back(act.forced);
    } else {
      carry_out(params, act, world);
    }
  });
}

// Every act that may hold this month: the chronicle's before the fork, then the others.
template <class Use>
void each_act(const Agenda& agenda, Month month, Use&& use) {
  if (month < agenda.history_until) {
    for (const Act& act : agenda.chronicle) use(act);
  }
  each_of(agenda.acts, use);
}

}  // namespace

std::vector<party::Forced> apply_interventions(const Params& params, const Agenda& agenda, World& world) {
  world.policy.lever_held.fill(0);
  world.policy.instrument_held.fill(0);
  world.hazards = {};
  world.signals.now.outside.health.clear();
  if (world.month.month() == 7) world.weather_acts.assign(world.weather_acts.size(), 0.0);
  std::vector<party::Forced> forced;
  if (world.month < agenda.history_until) apply_list(params, agenda.chronicle, world, forced);
  apply_list(params, agenda.acts, world, forced);
  return forced;
}

void apply_shocks_abroad(const Params& params, const Agenda& agenda, World& world) {
  each_act(agenda, world.month, [&](const Act& act) {
    if (act.kind != ActKind::shock || !stands_now(act, world)) return;
    for (std::size_t i = 0; i < society::kShockAbroadCount; ++i) {
      if (act.name != society::kShockAbroadNames[i]) continue;
      society::apply_shock_abroad(params.society.outside, static_cast<society::ShockAbroad>(i), act.value,
                                  world.society.outside, world.signals.now.outside);
    }
  });
}

bool is_forbidden(const Agenda& agenda, std::string_view what, const World& world) {
  bool forbidden = false;
  each_act(agenda, world.month, [&](const Act& act) {
    const bool names_it = act.kind == ActKind::forced && act.forced.kind == party::ForcedKind::forbid &&
                          act.forced.leaders.empty() && act.forced.text == what;
    if (!names_it) return;
    const Month from = month_done(act, world);
    forbidden = forbidden || (from != Month{} && world.month < from + static_cast<int>(act.forced.value));
  });
  return forbidden;
}

std::optional<Params> changed_params(const Params& params, const Agenda& agenda, const World& world) {
  std::optional<Params> changed;
  each_act(agenda, world.month, [&](const Act& act) {
    const bool rule = act.kind == ActKind::set_rule;
    if ((!rule && act.kind != ActKind::set_parameter) || !stands_now(act, world)) return;
    if (!changed) changed = params;
    if (rule) {
      set_number(*changed, "party.organs." + params.party.organs[act.organ.index()].id + "." + act.name, act.value);
    } else {
      set_number(*changed, act.name, act.value);
    }
  });
  return changed;
}

}  // namespace thermidor
