#include "model/trigger_acts.hpp"

#include <optional>

#include "core/digest.hpp"
#include "model/world.hpp"
#include "model/world_lookup.hpp"

namespace thermidor {
namespace {

std::uint64_t key_of(const Act& act) {
  Digest digest;
  digest.add_text(act.text);
  return digest.value();
}

FiredAct* find_fired(std::uint64_t key, FiredActs& fired) {
  for (FiredAct& done : fired.list) {
    if (done.act == key) return &done;
  }
  return nullptr;
}

// Once is once; a year is twelve months.
bool may_repeat(Repeat repeat, Month last, Month now) {
  return repeat == Repeat::monthly || (repeat == Repeat::yearly && now - last >= 12);
}

}  // namespace

void trigger_acts(const Params& params, const std::vector<Act>& acts, World& world, Records& records) {
  std::optional<WorldLookup> lookup;
  for (const Act& act : acts) {
    if (!act.has_trigger() || !act.holds_in(world.month)) continue;
    const std::uint64_t key = key_of(act);
    FiredAct* const done = find_fired(key, world.fired);
    if (done != nullptr && !may_repeat(act.repeat, done->last, world.month)) continue;
    if (!act.when.empty()) {
      if (!lookup) lookup.emplace(params, world);
      // What cannot be judged does not hold.
      if (!evaluate_condition(act.when, *lookup).value_or(false)) continue;
    }
    if (done != nullptr) {
      done->last = world.month;
    } else {
      world.fired.list.push_back({key, world.month});
    }
    records.events.push_back({world.month, "act", act.title.empty() ? act.text : act.title, {}, {}, 0.6, {}});
  }
}

Month month_done(const Act& act, const World& world) {
  if (!act.has_trigger()) return world.month >= act.at ? act.at : Month{};
  const std::uint64_t key = key_of(act);
  for (const FiredAct& done : world.fired.list) {
    if (done.act == key) return done.last;
  }
  return {};
}

bool is_done_now(const Act& act, const World& world) {
  return act.has_trigger() ? month_done(act, world) == world.month : act.at == world.month;
}

bool stands_now(const Act& act, const World& world) {
  if (!act.holds_in(world.month)) return false;
  if (!act.has_trigger()) return true;
  const Month done = month_done(act, world);
  return act.repeat == Repeat::once && act.kind != ActKind::shock ? done != Month{} : done == world.month;
}

}  // namespace thermidor
