#include "experiment/answers.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/digest.hpp"
#include "experiment/claimed_effects.hpp"
#include "experiment/csv.hpp"
#include "experiment/json_parts.hpp"

namespace thermidor::experiment {
namespace {

using Json = nlohmann::ordered_json;

Json row_json(const AnswerRow& row) {
  const Comparison& c = row.outcome.comparison;
  return {{"question", row.question},
          {"outcome", row.outcome.plan.id},
          {"title", row.outcome.plan.title},
          {"unit", row.outcome.plan.unit},
          {"recorded", row.outcome.plan.recorded ? number(*row.outcome.plan.recorded) : Json(nullptr)},
          {"baseline", number(c.baseline)},
          {"counterfactual", number(c.counterfactual)},
          {"difference", number(c.difference)},
          {"low", number(c.low)},
          {"high", number(c.high)},
          {"n", c.n},
          {"p", number(row.p)},
          {"false_discovery_rate", number(row.rate)},
          {"clear", row.clear}};
}

Json claim_json(const ClaimRow& row) {
  return {{"question", row.question},         {"who", row.claim.who},   {"outcome", row.claim.outcome},
          {"direction", row.claim.direction}, {"text", row.claim.text}, {"source", row.claim.source},
          {"status", row.claim.status},       {"verdict", row.verdict}};
}

}  // namespace

void Answers::add(const scenario::Question& question, const StudyResult& result) {
  questions.push_back({&question, result.applicable, result.faulted, result.first_fault, result.digest});
  for (const OutcomeResult& outcome : result.outcomes) rows.push_back({question.id, outcome});
  for (const scenario::ClaimedEffect& claim : question.claims) {
    const OutcomeResult* const outcome = find_outcome(result, claim.outcome);
    if (outcome != nullptr) claims.push_back({question.id, claim, judge_claim(claim, *outcome)});
  }
}

void Answers::control_false_discoveries() {
  std::vector<double> chances;
  for (AnswerRow& row : rows) {
    row.p = row.outcome.comparison.chance;
    chances.push_back(row.p);
  }
  const std::vector<double> rates = false_discovery_rates(chances);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    rows[i].rate = rates[i];
    rows[i].clear = rates[i] <= rate && rows[i].outcome.comparison.distinguishable;
  }
}

std::size_t Answers::clear_rows() const {
  return static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), [](const AnswerRow& row) { return row.clear; }));
}

std::string answers_csv(const Answers& answers) {
  CsvText csv(
      "question,outcome,title,unit,recorded,baseline,counterfactual,difference,low,high,n,p,false_discovery_rate,clear");
  for (const AnswerRow& row : answers.rows) {
    const Comparison& c = row.outcome.comparison;
    csv.cell(row.question).cell(row.outcome.plan.id).cell(row.outcome.plan.title).cell(row.outcome.plan.unit);
    if (row.outcome.plan.recorded) {
      csv.cell(*row.outcome.plan.recorded);
    } else {
      csv.cell("");
    }
    csv.cell(c.baseline).cell(c.counterfactual).cell(c.difference).cell(c.low).cell(c.high).cell(c.n);
    csv.cell(row.p).cell(row.rate).cell(row.clear ? 1 : 0).end_row();
  }
  return csv.take();
}

std::string claims_csv(const Answers& answers) {
  CsvText csv("question,who,outcome,direction,text,source,status,verdict");
  for (const ClaimRow& row : answers.claims) {
    csv.cell(row.question).cell(row.claim.who).cell(row.claim.outcome).cell(row.claim.direction).cell(row.claim.text);
    csv.cell(row.claim.source).cell(row.claim.status).cell(row.verdict).end_row();
  }
  return csv.take();
}

std::string answers_json(const Answers& answers, const ScenarioStamp& stamp, const RunRequest& request,
                         const std::string& from) {
  Json json;
  json["schema"] = "thermidor-answers-1";
  json["engine"] = stamp.engine;
  json["scenario"] = stamp.scenario;
  json["scenario_digest"] = stamp.scenario_digest;
  json["runs"] = answers.runs;
  json["seed"] = request.seed;
  json["sample"] = request.sample;
  json["outside"] = request.outside;
  json["traits"] = request.traits;
  json["from"] = from;
  json["false_discoveries_accepted"] = answers.rate;
  Json questions = Json::array();
  for (const Answer& answer : answers.questions) {
    questions.push_back({{"id", answer.question->id},
                         {"title", answer.question->title},
                         {"applicable", answer.applicable},
                         {"faulted", answer.faulted},
                         {"digest", format_digest(answer.digest)}});
  }
  json["questions"] = questions;
  Json rows = Json::array();
  for (const AnswerRow& row : answers.rows) rows.push_back(row_json(row));
  json["effects"] = rows;
  Json claims = Json::array();
  for (const ClaimRow& row : answers.claims) claims.push_back(claim_json(row));
  json["claims"] = claims;
  return json.dump(2);
}

}  // namespace thermidor::experiment
