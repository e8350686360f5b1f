// A question's answer as text: three sentences first, then the numbers.
#pragma once

#include <string>
#include <vector>

#include "experiment/study.hpp"
#include "scenario/questions.hpp"
#include "terminal.hpp"

namespace thermidor::cli {

struct StudyText {
  const scenario::Question* question = nullptr;
  const experiment::StudyPlan* plan = nullptr;
  const experiment::StudyResult* result = nullptr;
  std::string from;
  std::string outside;
  std::vector<std::string> answer;
  std::vector<std::string> notes;
  std::string folder;  // where the results were written; empty: nowhere
};

void print_study(const Terminal& terminal, const StudyText& text);

}  // namespace thermidor::cli
