// What the user asked of the commands that help to begin and to take results elsewhere.
#pragma once

#include <string>

namespace thermidor::cli {

struct NewOptions {
  std::string what;  // scenario, question, acts
  std::string name;
  std::string out;
  bool json = false;
};

struct ExportOptions {
  std::string folder;
  std::string format = "csv";
  std::string out;  // empty: <folder>/export
  bool json = false;
};

struct DemoOptions {
  int runs = 20;
  int sample = 5000;
  std::string out = "results/demo";
  bool json = false;
};

}  // namespace thermidor::cli
