// The table of acts: what each is called, which keys it takes, and how it is written in one line.
#pragma once

#include <array>
#include <string_view>

#include "model/act.hpp"

namespace thermidor::scenario {

struct ActForm {
  std::string_view act;  // value of the key `act`
  ActKind kind;
  party::ForcedKind forced;   // where kind is forced
  std::string_view required;  // keys, space separated
  std::string_view optional;
  double low;  // bounds of `value`, where no table gives them
  double high;
  bool whole;                   // `value` is a whole number
  std::string_view head;        // one line: head.path=value@month
  std::string_view path;        // keys of the path, space separated; * takes the rest with its dots
  std::string_view line_value;  // key of the value; empty where there is none
};

using party::ForcedKind;

inline constexpr std::array<ActForm, 32> kActForms = {{
    {"set", ActKind::set_lever, {}, "lever value", "until", -1, 1, false, "lever", "lever", "value"},
    {"set", ActKind::set_instrument, {}, "instrument value", "until", 0, 500, false, "instrument", "instrument", "value"},
    {"trait", ActKind::set_trait, {}, "leader name value", "", 0, 0, false, "trait", "leader name", "value"},
    {"rule", ActKind::set_rule, {}, "organ name value", "until", 0, 0, false, "rule", "organ name", "value"},
    {"parameter", ActKind::set_parameter, {}, "name value", "until", 0, 0, false, "parameter", "name*", "value"},
    {"hazard", ActKind::hazard, {}, "leader name", "on value until", 0, 10, false, "hazard", "name leader", "on"},
    {"hazard", ActKind::hazard, {}, "name", "on value until", 0, 10, false, "hazard", "name", "on"},
    {"weather", ActKind::weather, {}, "region value", "", 0.05, 2, false, "weather", "region", "value"},
    {"weather", ActKind::weather, {}, "zone value", "", 0.05, 2, false, "weather", "zone", "value"},
    {"weather", ActKind::weather, {}, "value", "", 0.05, 2, false, "weather", "", "value"},
    {"shock", ActKind::shock, {}, "name value", "until", 0, 0, false, "shock", "name", "value"},
    {"health", ActKind::health, {}, "leader event", "months", 0, 0, false, "health", "leader", "event"},
    {"decide", ActKind::forced, ForcedKind::decide_lever, "organ lever value", "", -1, 1, false, "decide", "organ lever",
     "value"},
    {"appoint", ActKind::forced, ForcedKind::appoint, "post leader", "", 0, 0, false, "post", "post", "leader"},
    {"vacate", ActKind::forced, ForcedKind::vacate, "post", "", 0, 0, false, "vacate", "", "post"},
    {"elect", ActKind::forced, ForcedKind::elect, "organ leader", "value", 1, 2, true, "elect", "organ leader", "value"},
    {"drop", ActKind::forced, ForcedKind::drop, "organ leader", "", 0, 0, false, "drop", "organ", "leader"},
    {"ally", ActKind::forced, ForcedKind::ally, "leaders", "", 0, 0, false, "ally", "", "leaders"},
    {"leave", ActKind::forced, ForcedKind::leave, "leader", "", 0, 0, false, "leave", "", "leader"},
    {"attack", ActKind::forced, ForcedKind::attack, "leader target", "", 0, 0, false, "attack", "leader", "target"},
    {"defeat", ActKind::forced, ForcedKind::defeat, "organ leaders value", "", 0, 1, false, "defeat", "organ leaders", "value"},
    {"sanction", ActKind::forced, ForcedKind::sanction, "leader rung", "", 0, 7, true, "sanction", "leader", "rung"},
    {"capitulate", ActKind::forced, ForcedKind::capitulate, "leader", "", 0, 0, false, "capitulate", "", "leader"},
    {"readmit", ActKind::forced, ForcedKind::readmit, "leader", "", 0, 0, false, "readmit", "", "leader"},
    {"convene", ActKind::forced, ForcedKind::convene, "organ", "", 0, 0, false, "convene", "", "organ"},
    {"postpone", ActKind::forced, ForcedKind::postpone, "organ months", "", 0, 0, false, "postpone", "organ", "months"},
    {"will", ActKind::forced, ForcedKind::will, "leader target value", "", 0, 1, false, "will", "leader target", "value"},
    {"absent", ActKind::forced, ForcedKind::absent, "leader months", "", 0, 0, false, "absent", "leader", "months"},
    {"forbid", ActKind::forced, ForcedKind::forbid, "leader what months", "", 0, 0, false, "forbid", "leader what", "months"},
    {"forbid", ActKind::forced, ForcedKind::forbid, "what months", "", 0, 0, false, "forbid", "what", "months"},
    {"seize", ActKind::forced, ForcedKind::seize, "leader", "", 0, 0, false, "seize", "", "leader"},
    {"resize", ActKind::forced, ForcedKind::resize, "organ value", "", 0, 3000, true, "resize", "organ", "value"},
}};

inline constexpr std::array<std::string_view, 4> kHealthNames = {"illness", "stroke", "recovery", "death"};
inline constexpr std::array<std::string_view, 3> kRepeatNames = {"once", "monthly", "yearly"};
// The first four are forbidden to one leader, the others to the party as a whole.
inline constexpr std::array<std::string_view, 6> kForbidden = {"ally", "attack", "coup", "recant", "purge", "levy"};
inline constexpr std::size_t kForbiddenToLeaders = 4;

// Written for "somebody without a name here", and in one line for a post that falls vacant.
inline constexpr std::string_view kUnnamed = "unnamed";
inline constexpr std::string_view kVacant = "vacant";

}  // namespace thermidor::scenario
