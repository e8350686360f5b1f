// What `show` prints about one thing.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "scenario/scenario.hpp"
#include "terminal.hpp"

namespace thermidor::cli {

// A page: lines of "label: text", then tables.
struct Page {
  std::string title;
  std::string id;
  std::vector<std::pair<std::string, std::string>> facts;
  struct Section {
    std::string title;
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;
  };
  std::vector<Section> sections;

  void fact(std::string label, std::string text) {
    if (!text.empty()) facts.emplace_back(std::move(label), std::move(text));
  }
};

void print_page(const Terminal& terminal, const Page& page, bool json);

// Everything about a claim of the essay: words, reference, voice, where the project uses it. `uses`: all of the scenario's.
Page claim_page(const scenario::Scenario& scenario, const scenario::Claim& claim, const std::vector<scenario::ClaimUse>& uses);

// How often rules that bear the claim fired, over runs that are played for it.
int add_firings(const scenario::Claim& claim, const std::string& scenario, int seeds, const Terminal& terminal, Page& page);

}  // namespace thermidor::cli
