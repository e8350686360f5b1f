// What must hold of a world at the close of every month, counted from its columns and not from what the month's own audit says.
#pragma once

#include <string>
#include <vector>

#include "model/audit.hpp"
#include "model/world.hpp"

namespace thermidor::experiment {

// Sees the months of one run one after another and keeps the first thing that is wrong.
class WorldLaws {
 public:
  void look(const World& world, Month month);

  // Empty while everything holds.
  const std::string& broken() const { return broken_; }
  int months() const { return months_; }

 private:
  void count_villages(const World& world);
  void count_people(const World& world);
  void check_books(const World& world);
  void check_prices(const World& world);
  void check_numbers(const World& world);
  // Keeps the first complaint.
  void require(bool holds, const std::string& what);

  Month month_;
  int months_ = 0;
  std::string broken_;
  std::vector<FarmCount> before_;  // farms a month ago, by region
  std::vector<std::int64_t> townspeople_before_;
};

}  // namespace thermidor::experiment
