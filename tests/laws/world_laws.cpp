#include "laws/world_laws.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <type_traits>

#include "economy/audit.hpp"
#include "economy/ledger.hpp"
#include "model/parameter_paths.hpp"

namespace thermidor::experiment {
namespace {

bool is_finite(double value) { return value - value == 0; }

// What has a sign by its meaning, though its field states no bound.
constexpr std::array<std::string_view, 6> kSigned = {"profit", "eroded", "inflation", "expected", "revalued", "private_before"};
constexpr double kNoBound = -1e12;  // a field that states a lower bound of its own has one above this

bool is_lawful(const Field& field, double value) {
  if (!is_finite(value)) return false;
  if (field.unit == "share" && field.high == 1 && value > 1 + 1e-9) return false;
  if (value >= 0 || (field.low < 0 && field.low > kNoBound)) return true;
  return std::find(kSigned.begin(), kSigned.end(), field.name) != kSigned.end();
}

// Calls check(field, number) for every number below a member.
template <class T, class Check>
void walk(const Field& field, const T& member, const Check& check) {
  if constexpr (std::is_arithmetic_v<T>) {
    check(field, member);
  } else if constexpr (detail::IsQuantity<T>::value) {
    check(field, member.count);
  } else if constexpr (HasFields<T>) {
    T::visit_fields(member, [&check](const Field& inner, const auto& value) { walk(inner, value, check); });
  } else if constexpr (detail::IsSequence<T>::value) {
    for (const auto& item : member) walk(field, item, check);
  }
}

}  // namespace

void WorldLaws::require(bool holds, const std::string& what) {
  if (!holds && broken_.empty()) broken_ = format_month(month_) + ": " + what;
}

// Horses and hands, goods and arrears: what farms hold against what they report, region by region.
void WorldLaws::count_villages(const World& world) {
  const auto& flows = world.economy.regions.flows;
  std::vector<FarmCount> counts;
  for (std::size_t r = 0; r < flows.size(); ++r) {
    const FarmCount count = count_farms(world.farms.farms, make_id<RegionId>(r));
    const economy::FarmFlows& flow = flows[r];
    const std::string where = " of region " + std::to_string(r);
    require(count.grain.count == world.economy.grain.barns[r], "grain in barns" + where + " is not what the books say");
    require(count.cash.count == world.economy.ledger.balance[economy::village_account(world.economy.ledger, r)],
            "cash of villages" + where + " is not what the ledger says");
    require(count.people == flow.people, "persons" + where + " are not those reported");
    require(count.horses == flow.horses, "horses" + where + " are not those reported");
    require(count.cattle == flow.cattle, "cattle" + where + " are not those reported");
    require(count.households == flow.households, "farms" + where + " are not those reported");
    require(count.sown_centihectares == flow.sown_centihectares, "sown land" + where + " is not what was reported");
    require(count.goods == flow.goods_stock, "goods in use" + where + " are not those reported");
    if (!before_.empty()) {
      require(count.goods == before_[r].goods + flow.goods_received - flow.goods_worn,
              "goods in use" + where + " changed by " + std::to_string((count.goods - before_[r].goods).count) + " against " +
                  std::to_string((flow.goods_received - flow.goods_worn).count));
      require(count.people == before_[r].people + flow.births - flow.deaths - flow.hunger_deaths - flow.left + flow.arrived,
              "persons" + where + " do not balance");
      require(count.land_centihectares >= 0 && count.households > 0, "nobody is left" + where);
    }
    counts.push_back(count);
  }
  before_ = std::move(counts);
}

// Townspeople change by birth, death and moving; whoever leaves a village arrives in a town.
void WorldLaws::count_people(const World& world) {
  const economy::TownState& towns = world.economy.towns;
  std::int64_t now = 0;
  std::int64_t moved = 0;
  for (std::size_t r = 0; r < world.economy.regions.flows.size(); ++r) {
    now += world.economy.regions.townspeople[r];
    moved += (world.economy.regions.flows[r].left - world.economy.regions.flows[r].arrived).count;
  }
  if (!townspeople_before_.empty()) {
    require(now == townspeople_before_[0] + moved + towns.births - towns.deaths - towns.deaths_natural,
            "townspeople do not balance");
  }
  townspeople_before_ = {now};
}

// Books of money, grain and goods to the unit. The month's prices have moved since the audit; the unit may have changed.
void WorldLaws::check_books(const World& world) {
  std::vector<economy::FarmFlows> flows = world.economy.regions.flows;
  for (std::size_t r = 0; r < flows.size(); ++r) {
    flows[r].cash_stock.count = world.economy.ledger.balance[economy::village_account(world.economy.ledger, r)];
  }
  const economy::AuditReport report = economy::audit(world.economy, flows);
  economy::AuditReport::visit_fields(report, [this](const Field& field, const std::int64_t& residual) {
    require(residual == 0, std::string(field.text) + " is " + std::to_string(residual) + " " + std::string(field.unit));
  });
  require(party::members_balance(world.members), "members do not balance");
}

void WorldLaws::check_prices(const World& world) {
  const auto price = [this](double value, const std::string& what) {
    require(is_finite(value) && value > 0, what + " is " + std::to_string(value));
  };
  const economy::MoneyState& money = world.economy.money;
  price(money.level, "the price level"), price(money.unit, "the unit of money"), price(money.goods, "the price of goods");
  price(money.other, "the price of other farm goods"), price(money.crafts, "the price of crafts");
  price(money.factory, "the mean trust price"), price(money.state_grain, "the state's price of grain");
  price(money.wage, "the wage");
  for (const double value : world.economy.regions.price) price(value, "a free price of grain");
  for (const double value : world.economy.trusts.price) price(value, "a trust's price");
  for (const double value : world.economy.branches.price) price(value, "a branch's price");
}

// Every number of economy, society and signals is finite, no share is above one, and what is counted or held is not negative.
void WorldLaws::check_numbers(const World& world) {
  const auto check = [this](const Field& field, const auto& number) {
    const auto value = static_cast<double>(number);
    if (is_lawful(field, value)) return;
    require(false, std::string(field.name) + " (" + std::string(field.text) + ") is " + std::to_string(value));
  };
  walk(Field{}, world.economy, check);
  walk(Field{}, world.society, check);
  walk(Field{}, world.signals.last, check);
}

void WorldLaws::look(const World& world, Month month) {
  month_ = month;
  ++months_;
  count_villages(world);
  count_people(world);
  check_books(world);
  check_prices(world);
  check_numbers(world);
}

}  // namespace thermidor::experiment
