#include <algorithm>

#include "core/table.hpp"
#include "economy/shock.hpp"
#include "party/tables.hpp"
#include "scenario/act_forms.hpp"
#include "scenario/acts.hpp"
#include "scenario/binding.hpp"
#include "scenario/read_trigger.hpp"
#include "society/shock_abroad.hpp"

namespace thermidor::scenario {
namespace {

// Words of a space-separated list.
std::vector<std::string> words(std::string_view list) {
  std::vector<std::string> result;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(' '), list.size());
    if (end > 0) result.emplace_back(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return result;
}

template <class List>
std::vector<std::string> strings(const List& list) {
  return std::vector<std::string>(list.begin(), list.end());
}

// Numbers of a row that acts may set, with their bounds.
template <class Row>
const std::vector<NumberField>& settable() {
  static const std::vector<NumberField> fields = [] {
    std::vector<NumberField> list = list_numbers(Row{});
    std::erase_if(list, [](const NumberField& field) {
      return field.unit == "id" || field.unit == "year" || field.unit == "sd" || field.path.find('.') != std::string::npos;
    });
    return list;
  }();
  return fields;
}

class ActReader {
 public:
  ActReader(const Value& table, const std::string& file, const Names& names, Diagnostics& diagnostics)
      : table_(table), file_(file), names_(names), diagnostics_(diagnostics) {}

  std::optional<Act> read() {
    const std::size_t before = diagnostics_.size();
    act_.file = file_;
    act_.line = table_.place.line;
    act_.column = table_.place.column;
    const ActForm* const form = find_form();
    read_dates(form != nullptr && (form->optional.find("until") != std::string_view::npos || has_trigger()));
    if (form == nullptr) return std::nullopt;
    act_.kind = form->kind;
    act_.forced.kind = form->forced;
    check_keys(*form);
    for (const std::string& key : words(form->required)) read_key(key, *form);
    for (const std::string& key : words(form->optional)) read_key(key, *form);
    read_text("title", act_.title);
    read_text("source", act_.source);
    if (const Value* const status = table_.find("status"))
      read_name(*status, "status", strings(kStatuses), [this](std::size_t i) { act_.status = kStatuses[i]; });
    read_text("note", act_.note);
    if (has_trigger()) read_trigger(table_, file_, names_, act_, diagnostics_);
    check_health(*form);
    check_hazard(*form);
    for (std::size_t i = before; i < diagnostics_.size(); ++i) {
      if (diagnostics_[i].severity == Severity::error) return std::nullopt;
    }
    act_.text = format_act(act_, names_);
    if (act_.kind == ActKind::forced && act_.forced.text.empty()) act_.forced.text = act_.text;
    return act_;
  }

 private:
  void fail(Place place, std::string message, std::string expected = {}, std::string suggestion = {}) {
    diagnostics_.push_back(fault_at(file_, place, std::move(message), std::move(expected), std::move(suggestion)));
  }

  // The row of the table of acts; an act with several forms is chosen by the key that is given.
  const ActForm* find_form() {
    const Value* const name = table_.find("act");
    if (name == nullptr || name->kind != ValueKind::text) {
      fail(name == nullptr ? table_.place : name->place, "no act is named", "act = \"...\"");
      return nullptr;
    }
    const ActForm* last = nullptr;
    std::vector<std::string> acts;
    for (const ActForm& form : kActForms) {
      acts.emplace_back(form.act);
      if (form.act != name->text) continue;
      last = &form;
      if (table_.find(words(form.required)[0]) != nullptr) return &form;
    }
    if (last == nullptr)
      fail(name->place, "unknown act '" + name->text + "'", "the name of an act", nearest_name(name->text, acts));
    if (last != nullptr && name->text == "set") {
      fail(name->place, "nothing is set", "lever = \"...\" or instrument = \"...\"");
      return nullptr;
    }
    return last;
  }

  void check_keys(const ActForm& form) {
    std::vector<std::string> known = words(form.required);
    for (const std::string& key : words(form.optional)) known.push_back(key);
    for (const char* key : {"at", "act", "repeat", "when", "title", "source", "status", "note"}) known.emplace_back(key);
    if (has_trigger()) known.emplace_back("until");
    for (const Member& member : table_.members) {
      if (position_of(known, member.name) < 0) {
        fail(member.place, "unknown key '" + member.name + "' in act \"" + std::string(form.act) + "\"",
             "one of " + list_of(known), nearest_name(member.name, known));
      }
    }
    for (const std::string& key : words(form.required)) {
      if (table_.find(key) == nullptr) fail(table_.place, "act \"" + std::string(form.act) + "\" lacks " + key, key + " = ...");
    }
  }
  static std::string list_of(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
  }

  std::optional<Month> read_month(const char* key) {
    const Value* const value = table_.find(key);
    if (value == nullptr) return std::nullopt;
    const bool text = value->kind == ValueKind::text || value->kind == ValueKind::date;
    const std::optional<Month> month = text ? parse_month(value->text) : std::nullopt;
    if (!month) {
      fail(value->place, describe(*value) + " is no month", "a month written \"1923-10\"");
    } else if (*month < names_.start || *month > names_.end) {
      fail(value->place, format_month(*month) + " lies outside the scenario",
           "a month from " + format_month(names_.start) + " to " + format_month(names_.end));
      return std::nullopt;
    }
    return month;
  }

  void read_dates(bool takes_until) {
    if (table_.find("at") == nullptr) fail(table_.place, "act without a date", "at = \"1923-10\"");
    const std::optional<Month> at = read_month("at");
    if (at) act_.at = *at;
    if (!takes_until || table_.find("until") == nullptr) return;
    const std::optional<Month> until = read_month("until");
    if (!until) return;
    act_.until = *until;
    if (at && *until < *at) {
      fail(table_.find("until")->place, "the act ends in " + format_month(*until) + " before it begins in " + format_month(*at),
           "until not before at");
    }
  }

  bool has_trigger() const { return table_.find("repeat") != nullptr || table_.find("when") != nullptr; }

  void read_key(const std::string& key, const ActForm& form) {
    const Value* const value = table_.find(key);
    if (value == nullptr) {
      if (key == "value" && form.forced == ForcedKind::elect && form.kind == ActKind::forced) act_.forced.value = 2;
      return;
    }
    if (key == "lever") return read_name(*value, "lever", strings(kLeverNames), [this](std::size_t i) { set_lever(i); });
    if (key == "instrument") {
      return read_name(*value, "instrument", strings(kInstrumentNames),
                       [this](std::size_t i) { act_.instrument = static_cast<Instrument>(i); });
    }
    if (key == "leader" || key == "target") return read_leader(*value, form);
    if (key == "leaders") return read_leaders(*value);
    if (key == "organ") return read_name(*value, "organ", names_.organs, [this](std::size_t i) { set_organ(i); });
    if (key == "post") return read_post(*value);
    if (key == "region")
      return read_name(*value, "region", names_.regions, [this](std::size_t i) { act_.region = make_id<RegionId>(i); });
    if (key == "zone") return read_name(*value, "zone", names_.zones, [&](std::size_t i) { act_.name = names_.zones[i]; });
    if (key == "name") return read_what(*value, form);
    if (key == "what")
      return read_name(*value, "thing to forbid", strings(kForbidden), [&](std::size_t i) { forbid(value->place, i); });
    if (key == "event") {
      return read_name(*value, "event of health", strings(kHealthNames),
                       [this](std::size_t i) { act_.health = static_cast<HealthKind>(i); });
    }
    if (key == "on") return read_flag(*value);
    if (key == "months") return read_months(*value);
    if (key == "value" || key == "rung") return read_value(*value, form);
  }

  template <class Use>
  void read_name(const Value& value, const char* what, const std::vector<std::string>& known, Use&& use) {
    if (value.kind != ValueKind::text)
      return fail(value.place, describe(value) + " is no " + what, "the name of " + with_article(what));
    const int position = position_of(known, value.text);
    if (position < 0) {
      return fail(value.place, std::string("unknown ") + what + " '" + value.text + "'", "the name of " + with_article(what),
                  nearest_name(value.text, known));
    }
    use(static_cast<std::size_t>(position));
  }
  void set_lever(std::size_t index) { act_.lever = act_.forced.lever = static_cast<Lever>(index); }
  // The party reads from the forced decision's text what is forbidden.
  void forbid(Place place, std::size_t index) {
    act_.name = act_.forced.text = kForbidden[index];
    const bool personal = index < kForbiddenToLeaders;
    if (personal != (table_.find("leader") != nullptr)) {
      fail(place, "'" + act_.name + "' is forbidden to " + (personal ? "a leader" : "the party, not to a leader"),
           personal ? "leader = \"...\"" : "no leader");
    }
  }
  void set_organ(std::size_t index) {
    (act_.kind == ActKind::forced ? act_.forced.organ : act_.organ) = make_id<OrganId>(index);
  }

  void read_leader(const Value& value, const ActForm& form) {
    if (form.forced == ForcedKind::appoint && value.kind == ValueKind::text && value.text == kUnnamed) {
      return act_.forced.leaders.push_back(LeaderId{});
    }
    read_name(value, "leader", names_.leaders, [this](std::size_t i) {
      const LeaderId leader = make_id<LeaderId>(i);
      if (act_.kind != ActKind::forced) {
        act_.leader = leader;
      } else {
        act_.forced.leaders.push_back(leader);
      }
    });
    if (act_.forced.leaders.size() == 2 && act_.forced.leaders[0] == act_.forced.leaders[1]) {
      fail(value.place, "'" + value.text + "' acts against himself", "two different leaders");
    }
  }

  void read_leaders(const Value& value) {
    if (value.kind != ValueKind::array || value.items.empty())
      return fail(value.place, describe(value) + " is no list of leaders", "[\"...\", \"...\"]");
    for (const Value& item : value.items) {
      read_name(item, "leader", names_.leaders, [&](std::size_t i) {
        const LeaderId leader = make_id<LeaderId>(i);
        if (std::find(act_.forced.leaders.begin(), act_.forced.leaders.end(), leader) != act_.forced.leaders.end()) {
          fail(item.place, "'" + item.text + "' is named twice", "each leader once");
        }
        act_.forced.leaders.push_back(leader);
      });
    }
    if (act_.forced.kind == ForcedKind::ally && value.items.size() < 2)
      fail(value.place, "nobody allies with himself", "at least two leaders");
  }

  void read_post(const Value& value) {
    read_name(value, "post", names_.posts, [&](std::size_t i) {
      act_.forced.post = make_id<PostId>(i);
      if (i < names_.post_from.size() && act_.at < names_.post_from[i] && act_.at != Month{}) {
        fail(value.place, "post '" + value.text + "' does not exist in " + format_month(act_.at),
             "a month from " + format_month(names_.post_from[i]));
      }
    });
  }

  // Name of a trait, rule, parameter or hazard; keeps the bounds of its value.
  void read_what(const Value& value, const ActForm& form) {
    const bool trait = form.kind == ActKind::set_trait;
    const std::vector<NumberField>& fields = trait                                 ? settable<party::LeaderRow>()
                                             : form.kind == ActKind::set_parameter ? names_.parameters
                                                                                   : settable<party::OrganRow>();
    if (form.kind == ActKind::hazard)
      return read_name(value, "hazard", names_.hazards, [&](std::size_t i) { act_.name = names_.hazards[i]; });
    if (form.kind == ActKind::shock) {
      std::vector<std::string> known = strings(economy::kShockNames);
      for (const char* name : society::kShockAbroadNames) known.emplace_back(name);
      return read_name(value, "shock", known, [&](std::size_t i) {
        act_.name = known[i];
        const std::size_t abroad = i - economy::kShockCount;
        bounds_ = i < economy::kShockCount ? std::pair{0.0, economy::kShockHigh[i]}
                                           : std::pair{society::kShockAbroadLow[abroad], society::kShockAbroadHigh[abroad]};
      });
    }
    std::vector<std::string> known;
    for (const NumberField& field : fields) known.push_back(field.path);
    const char* const what = trait ? "trait" : form.kind == ActKind::set_parameter ? "parameter" : "rule";
    read_name(value, what, known, [&](std::size_t i) {
      act_.name = fields[i].path;
      bounds_ = {fields[i].low, fields[i].high};
    });
  }

  void read_flag(const Value& value) {
    if (value.kind != ValueKind::flag)
      return fail(value.place, describe(value) + " is neither true nor false", "true or false");
    act_.value = value.flag ? 1 : 0;
  }

  void read_months(const Value& value) {
    if (value.kind != ValueKind::integer || value.integer < 1 || value.integer > 120) {
      return fail(value.place, describe(value) + " is no number of months", "a whole number from 1 to 120");
    }
    act_.months = static_cast<std::int32_t>(value.integer);
    if (act_.kind == ActKind::forced) act_.forced.value = act_.months;
  }

  void read_value(const Value& value, const ActForm& form) {
    if (!value.is_number()) return fail(value.place, describe(value) + " is no number", "a number");
    double low = bounds_ ? bounds_->first : form.low;
    double high = bounds_ ? bounds_->second : form.high;
    if (form.kind == ActKind::set_lever || (form.kind == ActKind::forced && form.forced == ForcedKind::decide_lever))
      low = lever_low(act_.lever);
    if (form.kind == ActKind::set_instrument) high = kInstrumentHigh[static_cast<std::size_t>(act_.instrument)];
    const bool named = bounds_ || (form.kind != ActKind::set_trait && form.kind != ActKind::set_rule &&
                                   form.kind != ActKind::set_parameter && form.kind != ActKind::shock);
    if (named && !(value.number >= low && value.number <= high)) {
      return fail(value.place, value.text + " is out of bounds",
                  "a number from " + format_number(low) + " to " + format_number(high));
    }
    if (form.whole && value.kind != ValueKind::integer)
      return fail(value.place, value.text + " is no whole number", "a whole number");
    act_.value = value.number;
    if (form.kind == ActKind::forced) act_.forced.value = value.number;
  }

  // A hazard is on, off or so many times its usual strength; only health may be switched for one person.
  void check_hazard(const ActForm& form) {
    if (form.kind != ActKind::hazard) return;
    const bool on = table_.find("on") != nullptr;
    if (on == (table_.find("value") != nullptr))
      fail(table_.place, "a hazard is either switched or given a strength", "on = true or false, or value = ...");
    if (!act_.leader.valid() || act_.name.empty()) return;
    if (act_.name != "health")
      fail(table_.find("name")->place, "'" + act_.name + "' is no hazard of one person", "name = \"health\"");
    if (!on) fail(table_.place, "the hazard of one person is on or off", "on = true or false");
  }

  // A health event lasts; recovery and death do not.
  void check_health(const ActForm& form) {
    if (form.kind != ActKind::health) return;
    const Value* const months = table_.find("months");
    const bool lasts = act_.health == HealthKind::illness || act_.health == HealthKind::stroke;
    if (months != nullptr && !lasts) fail(months->place, "a recovery or death lasts no months", "no months");
    if (months == nullptr && lasts) act_.months = 99;
  }

  void read_text(const char* key, std::string& text) {
    const Value* const value = table_.find(key);
    if (value == nullptr) return;
    if (value->kind != ValueKind::text)
      return fail(value->place, describe(*value) + " is no text", std::string(key) + " = \"...\"");
    text = value->text;
  }

  const Value& table_;
  const std::string& file_;
  const Names& names_;
  Diagnostics& diagnostics_;
  Act act_;
  std::optional<std::pair<double, double>> bounds_;
};

}  // namespace

std::optional<Act> read_act(const Value& table, const std::string& file, const Names& names, Diagnostics& diagnostics) {
  return ActReader(table, file, names, diagnostics).read();
}

std::vector<Act> read_act_list(const Value& parent, const std::string& file, const Names& names, Diagnostics& diagnostics,
                               std::string_view key) {
  std::vector<Act> acts;
  const Value* const list = parent.find(key);
  if (list == nullptr) return acts;
  if (list->kind != ValueKind::array) {
    diagnostics.push_back(
        fault_at(file, list->place, std::string(key) + " is " + describe(*list), "[[" + std::string(key) + "]] tables"));
    return acts;
  }
  for (const Value& item : list->items) {
    if (item.kind != ValueKind::table) {
      diagnostics.push_back(fault_at(file, item.place, "an act is " + describe(item), "a [[" + std::string(key) + "]] table"));
    } else if (std::optional<Act> act = read_act(item, file, names, diagnostics)) {
      acts.push_back(std::move(*act));
    }
  }
  const Diagnostics contradictions = find_contradictions(acts, names);
  diagnostics.insert(diagnostics.end(), contradictions.begin(), contradictions.end());
  return acts;
}

Result<std::vector<Act>> read_acts(const Document& document, const Names& names) {
  Diagnostics diagnostics;
  for (const Member& member : document.root.members) {
    if (member.name != "do")
      diagnostics.push_back(fault_at(document.file, member.place, "unknown key '" + member.name + "' in a file of acts",
                                     "[[do]]", nearest_name(member.name, {"do"})));
  }
  std::vector<Act> acts = read_act_list(document.root, document.file, names, diagnostics);
  sort_diagnostics(diagnostics);
  if (has_errors(diagnostics)) return diagnostics;
  return {std::move(acts), std::move(diagnostics)};
}

}  // namespace thermidor::scenario
