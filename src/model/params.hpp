// Everything that is constant in a run: the scenario's tables and parameters. Filled by the scenario, const afterwards.
#pragma once

#include <cstdint>
#include <string>

#include "core/calendar.hpp"
#include "core/fields.hpp"
#include "economy/farm_params.hpp"
#include "economy/params.hpp"
#include "party/params.hpp"
#include "society/params.hpp"

namespace thermidor {

struct ScenarioInfo {
  std::string key;  // "soviet-1921"
  std::string title;
  std::string description;
  std::string licence;
  std::string version;
  Month start;               // first month played
  Month end;                 // last month played by default
  std::int32_t economy = 1;  // 1 = farms, industry, markets and money run; 0 = they are left out and nothing is short

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"key", "text", 0, 0, "", "name of the scenario"}, self.key);
    visit(Field{"title", "text", 0, 0, "", "title for readers"}, self.title);
    visit(Field{"description", "text", 0, 0, "", "what it is about"}, self.description);
    visit(Field{"licence", "text", 0, 0, "", "licence of its data and prose"}, self.licence);
    visit(Field{"version", "text", 0, 0, "", "version of its text"}, self.version);
    visit(Field{"start", "month", 0, 0, "", "first month"}, self.start);
    visit(Field{"end", "month", 0, 0, "", "last month"}, self.end);
    visit(Field{"economy", "flag", 0, 1, "", "whether it has an economy"}, self.economy);
  }
};

struct Params {
  ScenarioInfo scenario;
  economy::FarmParams farms;
  economy::Params economy;
  party::Params party;
  society::Params society;

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"scenario", "struct", 0, 0, "", "name and horizon"}, self.scenario);
    visit(Field{"farms", "struct", 0, 0, "", "peasant farms"}, self.farms);
    visit(Field{"economy", "struct", 0, 0, "", "industry, markets, money, plan, trade"}, self.economy);
    visit(Field{"party", "struct", 0, 0, "", "leaders, organs, members"}, self.party);
    visit(Field{"society", "struct", 0, 0, "", "outside world, mood, collapse"}, self.society);
  }
};

}  // namespace thermidor
