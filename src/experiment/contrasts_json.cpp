#include "experiment/contrasts_json.hpp"
#include "experiment/json_parts.hpp"

#include <nlohmann/json.hpp>

namespace thermidor::experiment {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kIndent = 2;

Json spread_json(const DrawSpread& spread) {
  return {{"q10", number(spread.q10)}, {"q50", number(spread.q50)}, {"q90", number(spread.q90)}};
}

Json act_list(const std::vector<Act>& acts) {
  Json list = Json::array();
  for (const Act& act : acts) list.push_back({{"act", act.text}, {"title", act.title}});
  return list;
}

Json outcome_list(const ContrastResult& result) {
  Json list = Json::array();
  for (std::size_t i = 0; i < result.outcomes.size(); ++i) {
    const scenario::Outcome& outcome = result.contrast.outcomes[i];
    const OutcomeSpread& spread = result.outcomes[i];
    list.push_back({{"id", outcome.id},
                    {"title", outcome.title},
                    {"unit", outcome.unit},
                    {"value", outcome.value.text},
                    {"baseline", spread_json(spread.baseline)},
                    {"changed", spread_json(spread.changed)},
                    {"difference", spread_json(spread.difference)},
                    {"ratio", spread_json(spread.ratio)}});
  }
  return list;
}

Json expectation_list(const ContrastResult& result) {
  Json list = Json::array();
  for (std::size_t i = 0; i < result.expectations.size(); ++i) {
    const scenario::Expectation& expectation = result.contrast.expectations[i];
    const ExpectationResult& row = result.expectations[i];
    Json item = {{"outcome", result.contrast.outcomes[expectation.outcome].id},
                 {"of", scenario::compared_name(expectation.compared)},
                 {"low", number(expectation.low)},
                 {"high", number(expectation.high)},
                 {"sign", expectation.sign == 0 ? Json(nullptr) : Json(expectation.sign > 0 ? "rise" : "fall")},
                 {"wanted_share", expectation.by_median ? Json(nullptr) : Json(expectation.share)},
                 {"source", expectation.source},
                 {"note", expectation.note}};
    item.update(spread_json(row.spread));
    item["judged"] = row.judged;
    item["met"] = row.met;
    item["holds"] = row.holds;
    list.push_back(std::move(item));
  }
  return list;
}

}  // namespace

std::string contrasts_json(const ScenarioStamp& stamp, const RunRequest& request, int seeds, const ContrastReport& report) {
  Json json = {{"schema", "thermidor-contrasts-1"},
               {"engine", stamp.engine},
               {"scenario", stamp.scenario},
               {"scenario_digest", stamp.scenario_digest},
               {"seed", request.seed},
               {"seeds", seeds},
               {"sample", request.sample},
               {"outside", request.outside},
               {"traits", request.traits},
               {"parameters", request.parameters},
               {"runs", report.runs},
               {"faulted", report.faulted}};
  Json list = Json::array();
  for (const ContrastResult& result : report.results) {
    const scenario::Contrast& contrast = result.contrast;
    list.push_back({{"id", contrast.id},
                    {"title", contrast.title},
                    {"claim", contrast.claim},
                    {"history_until", format_month(contrast.history_until)},
                    {"both", act_list(contrast.both)},
                    {"acts", act_list(contrast.acts)},
                    {"note", contrast.note},
                    {"outcomes", outcome_list(result)},
                    {"expectations", expectation_list(result)},
                    {"faulted", result.faulted},
                    {"holds", result.holds()}});
  }
  json["contrasts"] = list;
  return json.dump(kIndent);
}

}  // namespace thermidor::experiment
