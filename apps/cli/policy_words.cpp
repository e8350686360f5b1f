#include "policy_words.hpp"

#include <array>

namespace thermidor::cli {
namespace {

constexpr std::array<std::string_view, kLeverCount> kLeverWords = {
    "private trade: -1 abolished, 1 widened",
    "authority of the plan over capital, fuel and metal",
    "tempo of industry",
    "course towards peasants: -1 force, 1 incentives",
    "pay and tax relief for the poor",
    "shorter working time",
    "monopoly of foreign trade: 0 none, 1 full",
    "world economy: -1 closed, 1 open",
    "-1 one country, 1 world revolution",
    "-1 none, 1 co-operation with reformists and nationalists",
    "nations: -1 rule from the centre, 1 autonomy",
    "inside the party: -1 monolith, 1 free debate",
    "factions: -1 banned, 1 allowed",
    "other parties: -1 banned, 1 allowed",
    "rigour against opponents",
    "forced labour",
    "modern army, with foreign help",
    "arts and science: -1 directed, 1 free",
    "closing of loss-makers, hard budgets",
    "power of the party's secretary over posts",
};

constexpr std::array<std::string_view, kInstrumentCount> kInstrumentWords = {
    "share of normal output taken in grain",
    "requisition, million tonnes a year; 0 none",
    "money tax, roubles per hectare",
    "state grain price, 1913 = 1, reform roubles; 0 follows the market",
    "ceiling on trust prices, 1913 = 1, reform roubles; 0 none",
    "cut of trust prices ordered, share a month",
    "credit of trusts, months of output",
    "growth of the limit on all credit, share a month",
    "legal room of private trade, 0 to 1",
    "coercion in collecting grain",
    "budgets of trusts: 0 soft, 1 hard",
    "investment: 1 maintenance and slow growth",
    "grain export planned, million tonnes a year",
    "share of town bread rationed by the state",
    "famine relief, million tonnes a year",
    "gold sales, million gold roubles a year",
    "currency: 0 old rouble, 1 chervonets beside it, 2 reform done",
};

}  // namespace

std::string_view lever_words(Lever lever) { return kLeverWords[static_cast<std::size_t>(lever)]; }
std::string_view instrument_words(Instrument instrument) { return kInstrumentWords[static_cast<std::size_t>(instrument)]; }

}  // namespace thermidor::cli
