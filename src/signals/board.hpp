// The double-buffered board of signals: `last` is what was published last month, `now` what this month's phases publish.
#pragma once

#include "signals/economy.hpp"
#include "signals/outside.hpp"
#include "signals/party.hpp"
#include "signals/policy.hpp"
#include "signals/society.hpp"

namespace thermidor {

struct Signals {
  OutsideSignal outside;
  EconomySignal economy;
  PartySignal party;
  SocietySignal society;

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"outside", "struct", 0, 0, "", "weather, health, events abroad"}, self.outside);
    visit(Field{"economy", "struct", 0, 0, "", "what the economy publishes"}, self.economy);
    visit(Field{"party", "struct", 0, 0, "", "what the party publishes"}, self.party);
    visit(Field{"society", "struct", 0, 0, "", "what society publishes"}, self.society);
  }
};

struct SignalBoard {
  Signals last;
  Signals now;

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"last", "struct", 0, 0, "", "published last month"}, self.last);
    visit(Field{"now", "struct", 0, 0, "", "being published"}, self.now);
  }
};

}  // namespace thermidor
