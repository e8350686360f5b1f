// Explanations as switches, which organs and posts play a part in the rules, and what readers are told they are called.
#pragma once

#include <array>
#include <string>

#include "core/fields.hpp"

namespace thermidor::party {

// Explanations of the outcome as weights: 1 as modelled, 0 off. political-models X1-X11.
struct Explanations {
  double appointments = 1.0;   // X1 appointments and slates
  double dilution = 1.0;       // X2 raw recruits
  double mobility = 1.0;       // X3 careers opened
  double policy = 1.0;         // X4 policy and bread
  double skill = 1.0;          // X5 differences of traits
  double misperception = 1.0;  // X6 errors of the rivals
  double passivity = 1.0;      // X7 passive masses
  double service = 1.0;        // X8 service to secretaries
  double rules = 1.0;          // X9 ban on factions and discipline
  double symbols = 1.0;        // X10 prestige and symbols
  double coercion = 1.0;       // X11 fear and terror

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"appointments", "share", 0, 1, "claims.md", "X1 appointments and slates"}, self.appointments);
    visit(Field{"dilution", "share", 0, 1, "claims.md", "X2 raw recruits"}, self.dilution);
    visit(Field{"mobility", "share", 0, 1, "claims.md", "X3 careers opened"}, self.mobility);
    visit(Field{"policy", "share", 0, 1, "claims.md", "X4 policy and bread"}, self.policy);
    visit(Field{"skill", "share", 0, 1, "claims.md", "X5 differences of traits"}, self.skill);
    visit(Field{"misperception", "share", 0, 1, "claims.md", "X6 errors of the rivals"}, self.misperception);
    visit(Field{"passivity", "share", 0, 1, "claims.md", "X7 passive masses"}, self.passivity);
    visit(Field{"service", "share", 0, 1, "claims.md", "X8 service to secretaries"}, self.service);
    visit(Field{"rules", "share", 0, 1, "claims.md", "X9 ban on factions and discipline"}, self.rules);
    visit(Field{"symbols", "share", 0, 1, "claims.md", "X10 prestige and symbols"}, self.symbols);
    visit(Field{"coercion", "share", 0, 1, "claims.md", "X11 fear and terror"}, self.coercion);
  }
};

// One reading of why it went as it did, as weights of the eleven explanations.
struct PresetRow {
  std::string id;
  std::string title;
  std::string kind;  // "historian": a reading somebody argues; "off": all as modelled but one
  double appointments = 1.0;
  double dilution = 1.0;
  double mobility = 1.0;
  double policy = 1.0;
  double skill = 1.0;
  double misperception = 1.0;
  double passivity = 1.0;
  double service = 1.0;
  double rules = 1.0;
  double symbols = 1.0;
  double coercion = 1.0;
  std::string reason;

  Explanations weights() const {
    return {appointments, dilution, mobility, policy, skill, misperception, passivity, service, rules, symbols, coercion};
  }

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"id", "text", 0, 0, "claims.md", "key"}, self.id);
    visit(Field{"title", "text", 0, 0, "claims.md", "name for readers"}, self.title);
    visit(Field{"kind", "text", 0, 0, "claims.md", "historian: a reading somebody argues; off: all as modelled but one"},
          self.kind);
    visit(Field{"appointments", "share", 0, 1, "claims.md", "X1 appointments and slates"}, self.appointments);
    visit(Field{"dilution", "share", 0, 1, "claims.md", "X2 raw recruits"}, self.dilution);
    visit(Field{"mobility", "share", 0, 1, "claims.md", "X3 careers opened"}, self.mobility);
    visit(Field{"policy", "share", 0, 1, "claims.md", "X4 policy and bread"}, self.policy);
    visit(Field{"skill", "share", 0, 1, "claims.md", "X5 differences of traits"}, self.skill);
    visit(Field{"misperception", "share", 0, 1, "claims.md", "X6 errors of the rivals"}, self.misperception);
    visit(Field{"passivity", "share", 0, 1, "claims.md", "X7 passive masses"}, self.passivity);
    visit(Field{"service", "share", 0, 1, "claims.md", "X8 service to secretaries"}, self.service);
    visit(Field{"rules", "share", 0, 1, "claims.md", "X9 ban on factions and discipline"}, self.rules);
    visit(Field{"symbols", "share", 0, 1, "claims.md", "X10 prestige and symbols"}, self.symbols);
    visit(Field{"coercion", "share", 0, 1, "claims.md", "X11 fear and terror"}, self.coercion);
    visit(Field{"reason", "text", 0, 0, "", "what the reading says and who argues it"}, self.reason);
  }
};

// Ids of the organs and posts that play a part in the rules; the scenario names them.
struct Roles {
  std::string chief_bureau;       // organ that decides policy
  std::string organising_bureau;  // organ that assigns officials
  std::string secretariat;        // organ that heads the machine
  std::string committee;          // organ that elects the bureaux
  std::string control;            // organ that judges members
  std::string congress;           // highest organ
  std::string machine_post;       // post that heads the machine
  std::string premier_post;       // post that heads the government
  std::string capital;            // province of the capital
  std::string represented;        // domains of posts whose heads the chief bureau seats

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"chief_bureau", "text", 0, 0, "party_rules", "organ that decides policy"}, self.chief_bureau);
    visit(Field{"organising_bureau", "text", 0, 0, "party_rules", "organ that assigns officials"}, self.organising_bureau);
    visit(Field{"secretariat", "text", 0, 0, "party_rules", "organ that heads the machine"}, self.secretariat);
    visit(Field{"committee", "text", 0, 0, "party_rules", "organ that elects the bureaux"}, self.committee);
    visit(Field{"control", "text", 0, 0, "party_rules", "organ that judges members"}, self.control);
    visit(Field{"congress", "text", 0, 0, "party_rules", "highest organ"}, self.congress);
    visit(Field{"machine_post", "text", 0, 0, "party_rules", "post that heads the machine"}, self.machine_post);
    visit(Field{"premier_post", "text", 0, 0, "party_rules", "post that heads the government"}, self.premier_post);
    visit(Field{"capital", "text", 0, 0, "party_rules", "province of the capital"}, self.capital);
    visit(Field{"represented", "text", 0, 0, "party_organs_composition", "domains of posts whose heads the chief bureau seats"},
          self.represented);
  }
};

// What the body and its punishments are called in what readers are told.
struct Wording {
  std::string body = "The party";  // at the beginning of a sentence
  std::array<std::string, 7> rungs = {"is censured",
                                      "loses his offices",
                                      "is put out of the chief bureau",
                                      "is put out of the Committee",
                                      "is expelled from the party",
                                      "is exiled",
                                      "is banished abroad"};  // of the ladder of sanctions
  std::array<std::string, 7> measures = {
      "censure", "loss of offices",  "removal from the chief bureau", "removal from the Committee", "expulsion from the party",
      "exile",   "banishment abroad"};                // the same as what is voted on
  std::string end = "is murdered by enemies abroad";  // of whom the highest rung reached
  std::string base = "1913";                          // year against which indices stand
  std::string money = "roubles";                      // what units of account are called

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"body", "text", 0, 0, "party_rules", "what the body is called, at the beginning of a sentence"}, self.body);
    visit(Field{"rungs", "text", 0, 0, "party_rules", "what each rung of the ladder of sanctions is"}, self.rungs);
    visit(Field{"measures", "text", 0, 0, "party_rules", "the same as what is voted on"}, self.measures);
    visit(Field{"end", "text", 0, 0, "party_rules", "how one dies at its end"}, self.end);
    visit(Field{"base", "text", 0, 0, "assumed", "year against which indices stand"}, self.base);
    visit(Field{"money", "text", 0, 0, "assumed", "what units of account are called"}, self.money);
  }
};

}  // namespace thermidor::party
