// Everything constant about the party: rules with their values and the scenario's tables of persons, posts, organs, provinces,
// ties.
#pragma once

#include <string>
#include <vector>

#include "core/fields.hpp"
#include "party/lever_row.hpp"
#include "party/member_params.hpp"
#include "party/rules_leaders.hpp"
#include "party/rules_machine.hpp"
#include "party/rules_organs.hpp"
#include "party/rules_roles.hpp"
#include "party/rules_ties.hpp"
#include "party/tables.hpp"

namespace thermidor::party {

struct Params {
  StrengthRule strength;
  BargainRule bargain;
  ActRule acts;
  ArbiterRule arbiter;
  RulingRule ruling;
  AffinityRule affinity;
  BreadRule bread;
  VoteRule votes;
  LadderRule ladder;
  FollowerRule followers;
  AppointmentRule appointments;
  PostRule offices;
  CongressRule congress;
  ChannelRule channels;
  ClashRule clashes;
  OptionRule options;
  RecantRule recant;
  LeverRule motions;
  Explanations explanations;
  Roles roles;
  Wording wording;
  MemberParams members;
  std::vector<LeaderRow> leaders;
  std::vector<PostRow> posts;
  std::vector<OrganRow> organs;
  std::vector<ProvinceRow> provinces;
  std::vector<TieRow> ties;
  std::vector<LeverRow> levers;
  std::vector<PresetRow> presets;

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"strength", "struct", 0, 0, "", "what makes a leader strong"}, self.strength);
    visit(Field{"bargain", "struct", 0, 0, "", "what a leader wants from a partition into blocs"}, self.bargain);
    visit(Field{"acts", "struct", 0, 0, "", "how leaders choose"}, self.acts);
    visit(Field{"arbiter", "struct", 0, 0, "", "the role of arbiter"}, self.arbiter);
    visit(Field{"ruling", "struct", 0, 0, "", "which bloc rules"}, self.ruling);
    visit(Field{"affinity", "struct", 0, 0, "", "how liking drifts"}, self.affinity);
    visit(Field{"bread", "struct", 0, 0, "", "bread expected under each line"}, self.bread);
    visit(Field{"votes", "struct", 0, 0, "", "how persons vote"}, self.votes);
    visit(Field{"ladder", "struct", 0, 0, "", "sanctions"}, self.ladder);
    visit(Field{"followers", "struct", 0, 0, "", "sanctions against followers"}, self.followers);
    visit(Field{"appointments", "struct", 0, 0, "", "secretaries and officials"}, self.appointments);
    visit(Field{"offices", "struct", 0, 0, "", "named posts"}, self.offices);
    visit(Field{"congress", "struct", 0, 0, "", "congress and elections"}, self.congress);
    visit(Field{"channels", "struct", 0, 0, "", "what debates change above"}, self.channels);
    visit(Field{"clashes", "struct", 0, 0, "", "clashes and will"}, self.clashes);
    visit(Field{"options", "struct", 0, 0, "", "rare turns"}, self.options);
    visit(Field{"recant", "struct", 0, 0, "", "recantation"}, self.recant);
    visit(Field{"motions", "struct", 0, 0, "", "levers of policy"}, self.motions);
    visit(Field{"explanations", "struct", 0, 0, "", "explanations as weights"}, self.explanations);
    visit(Field{"roles", "struct", 0, 0, "", "organs and posts that play a part"}, self.roles);
    visit(Field{"wording", "struct", 0, 0, "", "what readers are told"}, self.wording);
    visit(Field{"members", "struct", 0, 0, "", "members and cells"}, self.members);
    visit(Field{"leaders", "table", 0, 0, "", "named leaders"}, self.leaders);
    visit(Field{"posts", "table", 0, 0, "", "offices"}, self.posts);
    visit(Field{"organs", "table", 0, 0, "", "organs"}, self.organs);
    visit(Field{"provinces", "table", 0, 0, "", "provincial organisations"}, self.provinces);
    visit(Field{"ties", "table", 0, 0, "", "ties between leaders"}, self.ties);
    visit(Field{"levers", "table", 0, 0, "", "how lines become levers"}, self.levers);
    visit(Field{"presets", "table", 0, 0, "", "readings of the outcome as weights"}, self.presets);
  }
};

}  // namespace thermidor::party
