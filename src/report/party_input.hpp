// What the pictures of the party show, as plain data: roll calls, generations of members, whose men sit in the provinces,
// dossiers.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/calendar.hpp"

namespace thermidor::report {

// One seat of a roll call.
struct SeatMark {
  std::string title;  // who sits there
  std::string why;    // what weighed most
  int choice = 0;     // +1 for, -1 against, 0 abstained or absent
  bool generated = false;
  bool pivotal = false;
};

struct BallotLine {
  std::string voter;
  int choice = 0;  // +1 for, -1 against, 0 abstained or absent
};

struct RollCall {
  Month month;
  std::string organ;
  std::string question;
  std::string proposer;
  double votes_for = 0, votes_against = 0, abstained = 0;
  bool carried = false;
  bool forced = false;
  std::vector<BallotLine> ballots;
  std::vector<SeatMark> seats;  // every seat, where the run was explained
  double majority = 0.5;        // share of votes cast that it had to exceed
  std::string swing;            // who could have tipped it
  std::string decision;         // its id: "1925-12.3"
};

// Members of the party at the end of a year, by generation.
struct PyramidYear {
  std::string title;  // "1924"
  std::vector<std::int64_t> full, candidates;
  std::int64_t secretaries = 0, officials = 0, committee = 0, bureau = 0;  // of all generations
};

struct PatronCell {
  std::size_t province = 0, patron = 0;
  std::int64_t clients = 0;  // officials who are his men
  bool secretary = false;    // the secretary is
};

// Whose men run the provinces at the end of a year.
struct PatronageYear {
  std::string title;
  std::vector<std::string> provinces;  // the largest first
  std::vector<std::int64_t> officials;
  std::vector<std::string> patrons;  // the strongest first
  std::vector<PatronCell> cells;
};

struct DossierTable {
  std::string title;
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
};

struct Dossier {
  std::string name;
  std::string end;  // what became of him, in a line
  std::vector<std::pair<std::string, std::string>> facts;
  std::vector<DossierTable> tables;
  std::vector<DossierTable> twin_tables;  // of the counterfactual
};

struct PartyArm {
  std::vector<PyramidYear> pyramid;
  std::vector<PatronageYear> patronage;
};

struct PartyPictures {
  std::vector<std::string> generations;  // the oldest first
  PartyArm baseline, counterfactual;
  std::vector<Dossier> dossiers;
  std::string origin;  // whose these are: "run with seed 7"
};

}  // namespace thermidor::report
