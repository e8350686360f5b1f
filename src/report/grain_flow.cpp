#include "report/grain_flow.hpp"

#include <algorithm>
#include <string_view>

namespace thermidor::report {
namespace {

constexpr GrainTone kVillage = GrainTone::village;
constexpr GrainTone kState = GrainTone::state;
constexpr GrainTone kTrade = GrainTone::trade;
constexpr GrainTone kLost = GrainTone::lost;

// All knots that a year can have, from the top of each column down.
std::vector<GrainKnot> all_knots() {
  return {{"old_barns", "Old grain", 0, kVillage},
          {"harvest", "Harvest", 0, kVillage},
          {"barns", "Barns", 1, kVillage},
          {"sold_private", "To traders", 2, kTrade},
          {"old_traders", "From stock", 2, kTrade},
          {"sold_state", "State buys", 2, kState},
          {"tax_in_kind", "Tax in kind", 2, kState},
          {"requisitioned", "Requisition", 2, kState},
          {"forced", "Forced", 2, kState},
          {"old_state", "From stock", 2, kState},
          {"from_abroad", "Abroad", 2, kState},
          {"traders", "Traders", 3, kTrade},
          {"state", "State", 3, kState},
          {"new_barns", "Barns fuller", 4, kVillage},
          {"seed", "Seed", 4, kVillage},
          {"fed", "Animals", 4, kVillage},
          {"eaten", "Villages eat", 4, kVillage},
          {"lost", "Lost", 4, kLost},
          {"town_market", "Towns, bazaar", 4, kTrade},
          {"new_traders", "Trade stock", 4, kTrade},
          {"town_rations", "Towns, state", 4, kState},
          {"army", "Army", 4, kState},
          {"exported", "Exports", 4, kState},
          {"new_state", "State stock", 4, kState}};
}

class NetBuilder {
 public:
  NetBuilder() { net_.knots = all_knots(); }

  void link(std::string_view from, std::string_view to, GrainTone tone, std::int64_t kilograms) {
    if (kilograms <= 0) return;
    const std::size_t a = find(from);
    const std::size_t b = find(to);
    net_.links.push_back({a, b, tone, kilograms});
    net_.knots[a].out += kilograms;
    net_.knots[b].in += kilograms;
  }

  // Knots without grain fall away, links keep to theirs and stand in the order of their ends, so that few cross.
  GrainNet take() {
    std::vector<std::size_t> place(net_.knots.size(), 0);
    std::vector<GrainKnot> kept;
    for (std::size_t k = 0; k < net_.knots.size(); ++k) {
      place[k] = kept.size();
      if (net_.knots[k].size() > 0) kept.push_back(net_.knots[k]);
    }
    for (GrainLink& link : net_.links) link = {place[link.from], place[link.to], link.tone, link.kilograms};
    std::stable_sort(net_.links.begin(), net_.links.end(),
                     [](const GrainLink& a, const GrainLink& b) { return a.from != b.from ? a.from < b.from : a.to < b.to; });
    net_.knots = std::move(kept);
    return std::move(net_);
  }

 private:
  std::size_t find(std::string_view id) const {
    std::size_t k = 0;
    while (net_.knots[k].id != id) ++k;
    return k;
  }
  GrainNet net_;
};

// Out of the barns, and into the villages from elsewhere. Villagers eat what they buy back and what relief brings first; what
// is more than they eat goes into barns.
void link_villages(const GrainYear& year, NetBuilder& net) {
  const std::int64_t aid_sown = std::min(year.seed_aid, year.seed);
  const std::int64_t given = year.relief + year.seed_aid - aid_sown;
  const std::int64_t given_eaten = std::min(given, year.eaten);
  const std::int64_t bought_eaten = std::min(year.bread_bought, year.eaten - given_eaten);
  // What shops let go to villages and traders is drawn from the state to those who ate it.
  const std::int64_t resold_eaten = std::min(year.resold, bought_eaten);
  const std::int64_t resold_kept = std::min(year.resold - resold_eaten, year.bread_bought - bought_eaten);
  const std::int64_t resold_market = std::min(year.resold - resold_eaten - resold_kept, year.town_market);
  const std::int64_t surplus = given - given_eaten + year.bread_bought - bought_eaten;
  const std::int64_t put_by = year.barns_after - year.barns_before - surplus;
  net.link("old_barns", "barns", kVillage, -put_by);
  net.link("harvest", "barns", kVillage, year.harvest);
  net.link("barns", "new_barns", kVillage, put_by);
  net.link("barns", "seed", kVillage, year.seed - aid_sown);
  net.link("barns", "fed", kVillage, year.fed);
  net.link("barns", "lost", kLost, year.lost_barns);
  net.link("barns", "eaten", kVillage, year.eaten - given_eaten - bought_eaten);
  net.link("state", "seed", kState, aid_sown);
  net.link("state", "eaten", kState, given_eaten + resold_eaten);
  net.link("state", "new_barns", kState, given - given_eaten + resold_kept);
  net.link("traders", "eaten", kTrade, bought_eaten - resold_eaten);
  net.link("state", "town_market", kState, resold_market);
  net.link("traders", "town_market", kTrade, year.town_market - resold_market);
  net.link("traders", "new_barns", kTrade, year.bread_bought - bought_eaten - resold_kept);
}

void link_traders(const GrainYear& year, NetBuilder& net) {
  net.link("barns", "sold_private", kTrade, year.sold_private);
  // What the state takes from traders is drawn on its way from the market to it.
  const std::int64_t seized = std::min(year.seized, year.sold_private);
  net.link("sold_private", "state", kState, seized);
  net.link("sold_private", "traders", kTrade, year.sold_private - seized);
  net.link("traders", "state", kState, year.seized - seized);
  net.link("old_traders", "traders", kTrade, year.traders_before - year.traders_after);
  net.link("traders", "lost", kLost, year.lost_traders);
  net.link("traders", "new_traders", kTrade, year.traders_after - year.traders_before);
}

void link_state(const GrainYear& year, NetBuilder& net) {
  const auto channel = [&net](std::string_view id, std::int64_t kilograms) {
    net.link("barns", id, kState, kilograms);
    net.link(id, "state", kState, kilograms);
  };
  channel("sold_state", year.sold_state);
  channel("tax_in_kind", year.tax_in_kind);
  channel("requisitioned", year.requisitioned);
  channel("forced", year.forced);
  net.link("old_state", "state", kState, year.state_before - year.state_after);
  net.link("from_abroad", "state", kState, year.from_abroad);
  net.link("state", "town_rations", kState, year.town_rations);
  net.link("state", "army", kState, year.army);
  net.link("state", "exported", kState, year.exported);
  net.link("state", "lost", kLost, year.lost_state);
  net.link("state", "new_state", kState, year.state_after - year.state_before);
}

}  // namespace

GrainNet grain_net(const GrainYear& year) {
  NetBuilder net;
  link_villages(year, net);
  link_traders(year, net);
  link_state(year, net);
  return net.take();
}

}  // namespace thermidor::report
