// Ids and titles of a scenario's persons, posts and organs, for tables and reports.
#pragma once

#include <string>
#include <vector>

#include "core/ids.hpp"
#include "experiment/engine.hpp"

namespace thermidor::experiment {

struct NamedRow {
  std::string id;
  std::string title;
};

struct TilePlace {
  int row = 0;     // from the north
  int column = 0;  // from the west
};

struct Roster {
  std::vector<NamedRow> leaders, posts, organs, regions, provinces;
  std::vector<TilePlace> tiles;         // of regions, on maps of tiles
  std::vector<LeaderId> first_holders;  // of posts at the start
  std::vector<std::string> rungs;       // of the ladder of sanctions: "is censured", ...
  std::vector<std::string> measures;    // the same as what is voted on: "censure", ...
  std::string base;                     // year against which indices stand
  std::string money;                    // what units of account are called

  const std::string& id(LeaderId leader) const;  // empty text for nobody
  const std::string& title(LeaderId leader) const;
  const std::string& id(PostId post) const;
  const std::string& title(PostId post) const;
  const std::string& id(OrganId organ) const;
  const std::string& title(OrganId organ) const;
  const std::string& id(ProvinceId province) const;
  const std::string& title(ProvinceId province) const;
  int find_leader(std::string_view id) const;  // -1 if there is none
  int find_post(std::string_view id) const;
  // "million roubles of 1913", "1913=100" as this country counts.
  std::string unit(std::string_view text) const;
};

Roster roster_of(const Params& params);

}  // namespace thermidor::experiment
