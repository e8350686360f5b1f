// The closed list of kinds of events that a run records (signals/records.hpp). Expressions of scenarios are checked against it.
#pragma once

#include <array>

namespace thermidor {

struct EventKind {
  const char* name;
  const char* text;  // what happened; who is actor and target
};

inline constexpr std::array<EventKind, 42> kEventKinds = {{
    {"absence", "actor is absent when target, the arbiter, dies"},
    {"act", "an act with a condition, or a repeated one, is done"},
    {"appeal", "actor appeals to the ranks"},
    {"appointment", "actor gets a post"},
    {"attack", "actor attacks target in public"},
    {"bloc_expulsion", "actor and his partners drive target out of their bloc"},
    {"bloc_formed", "actor and others form a bloc"},
    {"bloc_joined", "actor joins a bloc, or is won for one"},
    {"bloc_left", "actor leaves his bloc"},
    {"bottleneck", "one thing holds industry back most"},
    {"clash", "actor clashes with target"},
    {"collapse", "hunger and unrest bring the rulers down"},
    {"congress", "the congress meets"},
    {"coup", "actor seizes power"},
    {"coup_failed", "actor fails to seize power"},
    {"death", "actor dies, by nobody's hand"},
    {"debate", "a debate in the cells"},
    {"decision", "an organ moves a lever; actor proposed it"},
    {"declined", "actor declines a post"},
    {"defeat", "actor and his friends are outvoted in an organ"},
    {"fight", "actor opens a fight against the rulers; target leads them"},
    {"illness", "actor falls ill"},
    {"levy", "a levy of workers into the party"},
    {"murder", "target, on the highest rung, is murdered"},
    {"not_done", "an act that somebody dead was to do or to receive"},
    {"overturn", "the rulers, led by actor, lose the majority"},
    {"party_split", "the party splits in two"},
    {"plan", "a plan for the economic year is drawn up; its balances close or do not"},
    {"purge", "a purge of the ranks is decided"},
    {"readmission", "actor is taken back into the party"},
    {"recall", "actor is called back from below; target leads the rulers"},
    {"recantation", "actor recants"},
    {"refusal", "actor refuses to submit to a sanction"},
    {"removal", "actor loses a post"},
    {"removal_motion", "actor's motion to remove target is voted on"},
    {"revolution_abroad", "a large country turns"},
    {"rulers", "a ruling bloc led by actor is formed"},
    {"rulers_lapse", "the ruling bloc led by actor has lost its majority"},
    {"sanction", "actor is put on a rung of the ladder of sanctions"},
    {"seat", "actor enters or leaves an organ"},
    {"stroke", "actor has a stroke"},
    {"will", "actor writes a will against target"},
}};

}  // namespace thermidor
