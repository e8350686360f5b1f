// A page of the command: a title, lines of "label: text", then tables. As text, or as one JSON object.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "experiment/to_json.hpp"
#include "terminal.hpp"

namespace thermidor::cli {

struct Page {
  std::string title;
  std::string id;
  std::vector<std::pair<std::string, std::string>> facts;
  struct Section {
    std::string title;
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;
    experiment::JsonCells values = {};
  };
  std::vector<Section> sections;
  experiment::JsonValues values = {};  // what JSON has in place of the text of a fact, or beside the facts

  void fact(std::string label, std::string text) {
    if (!text.empty()) facts.emplace_back(std::move(label), std::move(text));
  }
  void fact(std::string label, std::string text, experiment::JsonValue value) {
    values.emplace_back(label, value);
    fact(std::move(label), std::move(text));
  }
};

void print_page(const Terminal& terminal, const Page& page, bool json);

}  // namespace thermidor::cli
