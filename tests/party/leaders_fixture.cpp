#include "party/leaders_fixture.hpp"

namespace thermidor::party {

LeaderRow make_leader(std::string name, double prestige, double market, double tempo) {
  LeaderRow row;
  row.id = std::move(name);
  row.title = row.id;
  row.prestige = prestige;
  row.market = market;
  row.tempo = tempo;
  return row;
}

PostRow make_post(std::string name, double value, std::size_t holder, std::string domain) {
  PostRow row;
  row.id = std::move(name);
  row.title = row.id;
  row.value = value;
  if (holder < 100) row.holder = id(holder);
  row.domain = std::move(domain);
  return row;
}

OrganRow make_organ(std::string name, std::int32_t full, std::vector<LeaderId> members, std::int32_t every,
                    std::string decides) {
  OrganRow row;
  row.id = std::move(name);
  row.title = row.id;
  row.full = full;
  row.members = std::move(members);
  row.meets_every = every;
  row.decides = std::move(decides);
  return row;
}

Params small_party() {
  Params p;
  const char* names[] = {"ada", "ben", "cyr", "dan", "eva", "fay", "gus", "hal", "ira", "jon", "kim", "leo"};
  for (std::size_t i = 0; i < 12; ++i) {
    const double x = static_cast<double>(i);
    LeaderRow row = make_leader(names[i], i == 0 ? 1.35 : 0.9 - 0.05 * x, -0.4 + 0.08 * x, 0.6 - 0.1 * x);
    row.ambition = 0.3 + 0.04 * x;
    row.organising = i == 3 ? 0.9 : 0.4;
    row.army = i == 6 ? 0.8 : 0.1;
    p.leaders.push_back(row);
  }
  p.posts = {make_post("head", 0.5, 3, "party"),  make_post("chair", 0.7, 0, "government"),
             make_post("arms", 0.6, 6, "army"),   make_post("town", 0.4, 1, "province"),
             make_post("paper", 0.3, 5, "press"), make_post("empty", 0.3, 999, "economy")};
  p.posts[3].province = make_id<ProvinceId>(0);
  p.organs = {
      make_organ("assembly", 300, {}, 12, "legal_factions"),
      make_organ("council", 20, {id(0), id(1), id(2), id(3), id(4), id(5), id(6), id(7), id(8)}, 2, "sanction secretary_power"),
      make_organ("court", 9, {}, 2, "sanction"),
      make_organ("bureau", 7, {id(0), id(1), id(2), id(3), id(4), id(5), id(6)}, 1, "private_trade peasant_course"),
      make_organ("office", 3, {id(3), id(7)}, 1, "")};
  for (std::size_t k = 0; k < 8; ++k) {
    ProvinceRow row;
    row.id = "province" + std::to_string(k);
    row.title = row.id;
    row.members = 4000 + 3000 * static_cast<double>(k);
    if (k % 3 == 0) row.patron = id(k == 0 ? 1 : 3);
    p.provinces.push_back(row);
  }
  for (std::size_t i = 1; i < 7; ++i) {
    TieRow tie;
    tie.id = std::string("ada-") + names[i];
    tie.from = id(i);
    tie.to = id(0);
    tie.affinity = 0.6;
    p.ties.push_back(tie);
  }
  for (const char* name : {"private_trade", "peasant_course", "secretary_power"}) {
    LeverRow row;
    row.id = name;
    row.title = name;
    row.market = 0.8;
    row.base = 0.6;
    p.levers.push_back(row);
  }
  p.roles = {"bureau", "office", "office", "council", "court", "assembly", "head", "chair", "", {}};
  return p;
}

}  // namespace thermidor::party
