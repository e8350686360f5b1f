// A small scenario's names for the tests of acts and questions: an invented country, so that no test leans on the shipped one.
#pragma once

#include "scenario/names.hpp"

namespace thermidor::scenario {

inline Names small_names() {
  Names names;
  names.leaders = {"anna", "boris", "clara", "dmitri"};
  names.posts = {"chair", "secretary"};
  names.post_from = {Month{}, make_month(1922, 4)};
  names.organs = {"congress", "bureau"};
  names.regions = {"north", "south"};
  names.zones = {"coast"};
  names.hazards = {"coup", "war_scare", "health"};
  names.parameters = {{"economy.money.speed", "share", 0.1, 0.9, 0.5}, {"regions.north.yield", "t/ha", 0, 2, 0.7}};
  names.start = make_month(1921, 3);
  names.end = make_month(1929, 12);
  return names;
}

}  // namespace thermidor::scenario
