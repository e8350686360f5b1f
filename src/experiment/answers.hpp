// Many questions' effects in one table: each with its band, and which of them stand when so many have been looked at.
#pragma once

#include <string>
#include <vector>

#include "experiment/study.hpp"
#include "experiment/to_json.hpp"
#include "scenario/questions.hpp"

namespace thermidor::experiment {

struct AnswerRow {
  std::string question;
  OutcomeResult outcome;
  double p = 1;     // chance of such a difference if there were none
  double rate = 1;  // rate of false discoveries at which it would be one, over the whole table
  bool clear = false;
};

struct ClaimRow {
  std::string question;
  scenario::ClaimedEffect claim;
  std::string verdict;  // judge_claim
};

struct Answer {
  const scenario::Question* question = nullptr;
  int applicable = 0;
  int faulted = 0;
  std::string first_fault;
  std::uint64_t digest = 0;
};

struct Answers {
  int runs = 0;
  double rate = 0.05;  // false discoveries that are accepted
  std::vector<Answer> questions;
  std::vector<AnswerRow> rows;
  std::vector<ClaimRow> claims;

  void add(const scenario::Question& question, const StudyResult& result);
  // Fills p, rate and clear of all rows; called once, when all questions are in.
  void control_false_discoveries();
  std::size_t clear_rows() const;
};

std::string answers_csv(const Answers& answers);
std::string claims_csv(const Answers& answers);
std::string answers_json(const Answers& answers, const ScenarioStamp& stamp, const RunRequest& request,
                         const std::string& from);

}  // namespace thermidor::experiment
