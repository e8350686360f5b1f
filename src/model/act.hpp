// Acts: what a chronicle, a question or a user does to a run. All three are written in one language (docs/reference/acts.md),
// resolved against the scenario's tables before a run starts.
#pragma once

#include <cstdint>
#include <string>

#include "core/calendar.hpp"
#include "core/expression.hpp"
#include "core/fields.hpp"
#include "core/ids.hpp"
#include "party/forced.hpp"
#include "signals/outside.hpp"
#include "signals/policy.hpp"

namespace thermidor {

enum class ActKind : std::uint8_t {
  set_lever,       // lever is held at value, against the organs
  set_instrument,  // instrument is held at value, against the economic bodies
  set_trait,       // trait `name` of leader becomes value
  set_rule,        // rule `name` of organ becomes value
  set_parameter,   // parameter `name` (dotted path) becomes value
  hazard,          // hazard `name` is at value times its usual strength (0 off, 1 on); with a leader, for him alone (0 or 1)
  weather,  // yield over normal of the agricultural year in which `at` lies becomes value, in a region, a zone or everywhere
  shock,    // `value` a month of `name` (goods, grain, money, shelves) comes from outside; in `at` alone where there is no
            // `until`
  health,   // leader falls ill, has a stroke, recovers or dies
  forced,   // leaders or an organ do what `forced` says in month `at`
};

// How often an act with a trigger is done: once, in every month in which its condition holds, or at most once in twelve months.
enum class Repeat : std::uint8_t { once, monthly, yearly };

struct Act {
  ActKind kind = ActKind::forced;
  Month at;
  Month until;  // last month in which it holds; Month{} = to the end of the run, of a shock: `at`
  Lever lever = Lever::private_trade;
  Instrument instrument = Instrument::tax_in_kind;
  LeaderId leader;  // set_trait, health, hazard of one person
  OrganId organ;    // set_rule
  RegionId region;  // weather; invalid = zone `name`, or everywhere when that is empty too
  HealthKind health = HealthKind::illness;
  Repeat repeat = Repeat::once;
  Expression when;          // over last month's state; empty = none
  std::int32_t months = 0;  // health: how long; 99 = until recovery
  double value = 0;
  std::string name;      // trait, rule, parameter, hazard, zone, shock
  party::Forced forced;  // only for ActKind::forced
  std::string text;      // the act in one line, which reads back to the same act
  std::string title;     // what it is, in words for readers
  std::string source;    // of the record, key into docs/bibliography.md
  std::string status;    // of the record: "read", "recalled", ...
  std::string note;
  std::string file;  // where it was written
  std::int32_t line = 0;
  std::int32_t column = 0;
  bool recorded = false;  // from the chronicle

  // Done not at a date but when its condition holds, or again and again; from `at` to `until` at most.
  bool has_trigger() const { return repeat != Repeat::once || !when.empty(); }

  // Within its months. Of an act with a trigger: it may then be done.
  bool holds_in(Month month) const {
    if (until == Month{} && kind == ActKind::shock && !has_trigger()) return month == at;
    return month >= at && (until == Month{} || month <= until);
  }

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"kind", "enum", 0, 9, "design part 7", "what kind of act"}, self.kind);
    visit(Field{"at", "month", 0, 0, "", "first month"}, self.at);
    visit(Field{"until", "month", 0, 0, "", "last month; month 0 = to the end"}, self.until);
    visit(Field{"lever", "enum", 0, kLeverCount - 1.0, "", "lever"}, self.lever);
    visit(Field{"instrument", "enum", 0, kInstrumentCount - 1.0, "", "instrument"}, self.instrument);
    visit(Field{"leader", "id", 0, 65535, "", "leader"}, self.leader);
    visit(Field{"organ", "id", 0, 65535, "", "organ"}, self.organ);
    visit(Field{"region", "id", 0, 65535, "", "region"}, self.region);
    visit(Field{"health", "enum", 0, 3, "", "event of health"}, self.health);
    visit(Field{"repeat", "enum", 0, 2, "", "how often"}, self.repeat);
    visit(Field{"when", "struct", 0, 0, "", "condition on last month's state"}, self.when);
    visit(Field{"months", "months", 0, 999, "", "how long"}, self.months);
    visit(Field{"value", "mixed", -1e18, 1e18, "", "value set"}, self.value);
    visit(Field{"name", "text", 0, 0, "", "trait, rule, parameter, hazard, zone or shock"}, self.name);
    visit(Field{"forced", "struct", 0, 0, "", "forced decision"}, self.forced);
    visit(Field{"text", "text", 0, 0, "", "the act in one line"}, self.text);
    visit(Field{"title", "text", 0, 0, "", "what it is, for readers"}, self.title);
    visit(Field{"source", "text", 0, 0, "", "source of the record"}, self.source);
    visit(Field{"status", "text", 0, 0, "", "how far the record is checked"}, self.status);
    visit(Field{"note", "text", 0, 0, "", "remark"}, self.note);
    visit(Field{"file", "text", 0, 0, "", "where it was written"}, self.file);
    visit(Field{"line", "1", 0, 1e9, "", "line"}, self.line);
    visit(Field{"column", "1", 0, 1e9, "", "column"}, self.column);
    visit(Field{"recorded", "flag", 0, 1, "", "from the chronicle"}, self.recorded);
  }
};

}  // namespace thermidor
