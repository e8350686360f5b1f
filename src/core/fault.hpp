// Sticky error of a run: the first broken invariant, kept as a value (the core has no exceptions and never exits).
#pragma once

#include <string>
#include <utility>

#include "core/calendar.hpp"

namespace thermidor {

class Fault {
 public:
  bool raised() const { return raised_; }
  // Remembers the first fault only: later ones are usually its consequences.
  void raise(Month month, std::string where, std::string what) {
    if (raised_) return;
    raised_ = true;
    month_ = month;
    where_ = std::move(where);
    what_ = std::move(what);
  }
  // True if the condition holds; otherwise raises.
  bool require(bool condition, Month month, const char* where, const char* what) {
    if (!condition) raise(month, where, what);
    return condition;
  }
  std::string message() const { return format_month(month_) + ": " + where_ + ": " + what_; }

 private:
  bool raised_ = false;
  Month month_{};
  std::string where_;
  std::string what_;
};

}  // namespace thermidor
