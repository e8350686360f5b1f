// Acts of the month: levers and instruments are set and held, health, weather, hazards, traits and rules changed, and the
// decisions forced on leaders and organs gathered for the party's processes.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "core/calendar.hpp"
#include "model/act.hpp"
#include "model/params.hpp"
#include "party/forced.hpp"

namespace thermidor {

struct World;

// Acts that never change and that many agendas hold in common: a record has hundreds, and pairs of runs copy agendas all the
// time.
class SharedActs {
 public:
  SharedActs() = default;
  // Plain lists turn into shared ones and back where an agenda is written or read.
  // NOLINTNEXTLINE(google-explicit-constructor)
  SharedActs(std::vector<Act> acts) : acts_(std::make_shared<const std::vector<Act>>(std::move(acts))) {}
  SharedActs(std::initializer_list<Act> acts) : SharedActs(std::vector<Act>(acts)) {}

  const std::vector<Act>& list() const {
    static const std::vector<Act> none;
    return acts_ ? *acts_ : none;
  }
  // NOLINTNEXTLINE(google-explicit-constructor)
  operator const std::vector<Act>&() const { return list(); }
  auto begin() const { return list().begin(); }
  auto end() const { return list().end(); }
  std::size_t size() const { return list().size(); }

 private:
  std::shared_ptr<const std::vector<Act>> acts_;
};

// What is done to a run. The chronicle decides before `history_until`; `acts` whenever they fall. Both are sorted by date.
struct Agenda {
  std::vector<Act> acts;
  SharedActs chronicle;
  Month history_until;  // first month that is free of the chronicle; Month{} = free from the start
};

// Carries out what is due this month. Returns the decisions that leaders and organs are forced to; the chronicle's come first.
std::vector<party::Forced> apply_interventions(const Params& params, const Agenda& agenda, World& world);

// Brings from abroad what acts order this month, once the month's own news from there are known.
void apply_shocks_abroad(const Params& params, const Agenda& agenda, World& world);

// True while an act keeps something away that no leader does ("purge", "levy").
bool is_forbidden(const Agenda& agenda, std::string_view what, const World& world);

// Parameters and organs' rules as acts in force this month change them; nothing if there are none.
std::optional<Params> changed_params(const Params& params, const Agenda& agenda, const World& world);

}  // namespace thermidor
