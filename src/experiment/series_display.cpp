#include "experiment/series_display.hpp"

#include <algorithm>
#include <iterator>

#include "experiment/run.hpp"
#include "experiment/study_tables.hpp"

namespace thermidor::experiment {
namespace {

constexpr std::string_view kBread = "Bread";
constexpr std::string_view kPrices = "Prices and money";
constexpr std::string_view kIndustry = "Industry and work";
constexpr std::string_view kParty = "Party";
constexpr std::string_view kPosts = "Posts and power";
constexpr std::string_view kMood = "Mood";
constexpr std::string_view kPolicy = "Levers and instruments";
constexpr std::string_view kOther = "Other series";

constexpr SeriesDisplay kDisplay[] = {
    {"grain_harvest", kBread, "Grain harvest of the current agricultural year so far", true},
    {"state_grain_collections_total", kBread, "Grain the state took or bought since July", true},
    {"state_grain_collections", kBread, "Grain the state took or bought in the month"},
    {"grain_sold_private", kBread, ""},
    {"grain_exports", kBread, "Grain exported in the month"},
    {"state_grain_stock", kBread, ""},
    {"village_grain_stock", kBread, ""},
    {"grain_shortfall", kBread, "How far state and towns lack grain"},
    {"bread_cover", kBread, "Bread in towns over need, mean"},
    {"bread_cover_poor", kBread, "Bread over need, poor of the towns", true},
    {"famine_deaths", kBread, "Dead of hunger in the month", true},
    {"village_hunger", kBread, ""},
    {"sown_area_all_crops", kBread, "", true},
    {"agricultural_gross_output_index", kBread, "Farm output, last twelve months"},
    {"horses_summer", kBread, ""},
    {"cattle_summer", kBread, ""},
    {"kulak_share", kBread, ""},
    {"poor_share", kBread, ""},
    {"leased_land_share", kBread, "Sown area on leased land"},
    {"rural_population", kBread, "Villagers"},
    {"scissors_ratio_industrial_to_agricultural", kPrices, "Price scissors: industrial over farm prices", true},
    {"industrial_price_index", kPrices, "", true},
    {"agricultural_price_index", kPrices, ""},
    {"price_free_to_state", kPrices, ""},
    {"price_index_general", kPrices, ""},
    {"price_index_reform", kPrices, ""},
    {"inflation_month", kPrices, ""},
    {"real_value_of_notes", kPrices, "", true},
    {"money_in_circulation", kPrices, ""},
    {"note_issue_share_of_budget_revenue", kPrices, ""},
    {"budget_expenditure", kPrices, "Spent by the budget in the month"},
    {"agricultural_tax_revenue", kPrices, ""},
    {"ordinary_revenue_share_of_budget", kPrices, "Share of the budget neither lent nor printed"},
    {"budget_revenue_excises", kPrices, "Excise in the month"},
    {"budget_revenue_loans", kPrices, "State loans subscribed in the month"},
    {"seigniorage_villages", kPrices, "Inflation tax paid by villages in the month"},
    {"seigniorage_towns", kPrices, "Inflation tax paid by towns in the month"},
    {"bank_credit_trusts", kPrices, "Bank credit of industry"},
    {"bank_credit_agency", kPrices, "Bank credit of the procurement agency"},
    {"bank_limit", kPrices, "Limit on all bank credit"},
    {"goods_availability", kPrices, "Share of wanted spending on goods that was met", true},
    {"goods_availability_villages", kPrices, "Share of villages' orders of goods that was met"},
    {"goods_famine", kPrices, "Goods famine"},
    {"private_share_retail_turnover", kPrices, "", true},
    {"nepman_wealth", kPrices, ""},
    {"black_market_share", kPrices, "Share of trade that is black"},
    {"exports_gold_roubles", kPrices, "Exports in the month", true},
    {"imports_gold_roubles", kPrices, "Imports in the month"},
    {"gold_reserve", kPrices, ""},
    {"foreign_debt", kPrices, "Debt abroad"},
    {"imports_machines", kPrices, "Machines imported in the month"},
    {"village_cash", kPrices, ""},
    {"industry_output_index", kIndustry, "Industrial output, at annual rate", true},
    {"heavy_industry_index", kIndustry, "Heavy industry: coal, oil, metal, machines", true},
    {"consumer_industry_index", kIndustry, "Consumer industry: textiles, food, other"},
    {"steel", kIndustry, ""},
    {"coal_index", kIndustry, ""},
    {"rail_index", kIndustry, ""},
    {"gdp_per_capita_index", kIndustry, ""},
    {"capital_investment_industry", kIndustry, "", true},
    {"workers_and_employees", kIndustry, "Workers and employees", true},
    {"unemployed", kIndustry, "Without work in towns", true},
    {"real_wage_index", kIndustry, "", true},
    {"productivity_index", kIndustry, ""},
    {"non_socialised_share_industry", kIndustry, "Share of crafts, leased and private industry"},
    {"state_sector_growth", kIndustry, ""},
    {"private_sector_growth", kIndustry, ""},
    {"plan_fulfilment", kIndustry, ""},
    {"plan_slack", kIndustry, ""},
    {"closed_capacity", kIndustry, "Share of capacity in closed trusts"},
    {"theft_rate", kIndustry, "Share of industrial output stolen"},
    {"accumulation_peasants", kIndustry, "Share of investment paid by farms (tax, prices, force)"},
    {"accumulation_workers", kIndustry, "Share of investment paid by wages"},
    {"accumulation_abroad", kIndustry, "Share of investment paid by credit and gold from abroad"},
    {"accumulation_prices", kIndustry, "Share of investment paid by farms through prices alone"},
    {"accumulation_trade", kIndustry, "Share of investment paid by traders and lessees"},
    {"accumulation_profits", kIndustry, "Share of investment paid by profits of works"},
    {"accumulation_issue", kIndustry, "Share of investment paid by note issue and bank credit"},
    {"accumulation_total", kIndustry, "Investment of the last twelve months"},
    {"unfinished_building", kIndustry, "Plant begun and not finished, of that in use"},
    {"bottleneck_loss", kIndustry, "Output lost to the worst bottleneck"},
    {"fuel_supply", kIndustry, ""},
    {"metal_supply", kIndustry, ""},
    {"machines_supply", kIndustry, ""},
    {"timber_supply", kIndustry, ""},
    {"arms_index", kIndustry, "Output of arms"},
    {"leased_share_industry", kIndustry, "Share of leased and private works"},
    {"urban_population", kIndustry, "Townspeople"},
    {"population", kIndustry, "Population"},
    {"party_members_and_candidates", kParty, "Party members and candidates", true},
    {"worker_share", kParty, "Workers by class among members"},
    {"veteran_share", kParty, "Members who joined before 1917"},
    {"careerist_share", kParty, ""},
    {"members_admitted", kParty, "Members let in during the month"},
    {"members_expelled", kParty, "Members put out during the month"},
    {"member_fear", kParty, "", true},
    {"debate_freedom", kParty, "", true},
    {"opposition_open", kParty, "", true},
    {"party_split", kParty, "Split of the party"},
    {"secretary_share_posts", kPosts, "", true},
    {"machine_reach", kPosts, "", true},
    {"slate_strength", kPosts, ""},
    {"strongest_share", kPosts, "", true},
    {"ruling_seats_share", kPosts, "", true},
    {"bureau_conflict", kPosts, "", true},
    {"terror", kPosts, "", true},
    {"sanctions", kPosts, "Rungs of sanction imposed in the month"},
    {"leader_ability", kPosts, ""},
    {"line_market", kPosts, "Line of the ruling bloc: market"},
    {"line_tempo", kPosts, "Line of the ruling bloc: tempo"},
    {"line_world", kPosts, "Line of the ruling bloc: world"},
    {"line_debate", kPosts, "Line of the ruling bloc: debate"},
    {"form", kPosts, "Form of rule (0 none, 1 single, 2 collective, 3 split)"},
    {"losers", kPosts, "Losers (0 tolerated, 1 demoted, 2 expelled, 3 destroyed)"},
    {"coup", kPosts, ""},
    {"town_unrest", kMood, "", true},
    {"village_unrest", kMood, "", true},
    {"village_grievance", kMood, ""},
    {"mass_activity", kMood, "", true},
    {"legitimacy", kMood, "", true},
    {"war_scare", kMood, ""},
    {"revolution_hope", kMood, ""},
    {"isolation", kMood, ""},
    {"chauvinism", kMood, ""},
    {"dogmatism", kMood, ""},
    {"national_offence", kMood, ""},
    {"army_loyalty", kMood, ""},
    {"army_pressure", kMood, ""},
    {"press_control", kMood, ""},
    {"terror_level", kMood, ""},
    {"collapse_hazard", kMood, ""},
};

std::size_t place_of(std::string_view series) {
  const auto found = std::find_if(std::begin(kDisplay), std::end(kDisplay),
                                  [series](const SeriesDisplay& row) { return row.series == series; });
  return static_cast<std::size_t>(found - std::begin(kDisplay));
}

bool is_policy(std::string_view series) { return series.starts_with("lever.") || series.starts_with("instrument."); }

}  // namespace

std::span<const SeriesDisplay> series_display() { return kDisplay; }

std::string series_heading(std::string_view series) {
  const std::size_t place = place_of(series);
  if (place < std::size(kDisplay)) return std::string(kDisplay[place].heading);
  return std::string(is_policy(series) ? kPolicy : kOther);
}

std::string series_title(std::string_view series) {
  const std::size_t place = place_of(series);
  const int index = find_series(series);
  std::string title(series);
  if (place < std::size(kDisplay) && !kDisplay[place].title.empty()) {
    title = kDisplay[place].title;
  } else if (index >= 0 && !series_list()[static_cast<std::size_t>(index)].text.empty()) {
    title = series_list()[static_cast<std::size_t>(index)].text;
  }
  if (is_policy(series)) std::replace(title.begin(), title.end(), '_', ' ');
  if (index >= 0 && title[0] >= 'a' && title[0] <= 'z') title[0] = static_cast<char>(title[0] - 'a' + 'A');
  return title;
}

bool is_main_series(std::string_view series) {
  const std::size_t place = place_of(series);
  return place < std::size(kDisplay) && kDisplay[place].main;
}

std::vector<std::string> in_page_order(std::vector<std::string> names) {
  const auto rank = [](const std::string& name) {
    return place_of(name) + (place_of(name) == std::size(kDisplay) && !is_policy(name));
  };
  std::stable_sort(names.begin(), names.end(),
                   [&rank](const std::string& a, const std::string& b) { return rank(a) < rank(b); });
  return names;
}

std::vector<std::string> shown_series(const scenario::Question& question) {
  std::vector<std::string> shown;
  const auto add = [&shown](const std::string& name) {
    if (find_series(name) >= 0 && std::find(shown.begin(), shown.end(), name) == shown.end()) shown.push_back(name);
  };
  for (const std::string& name : outcome_series(question.outcomes)) add(name);
  for (const std::string& name : question.look_at) add(name);
  for (const SeriesDisplay& row : kDisplay) {
    if (row.main) add(std::string(row.series));
  }
  return in_page_order(std::move(shown));
}

}  // namespace thermidor::experiment
