// A struct with a field of every kind, for tests of what stands on field lists.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "core/calendar.hpp"
#include "core/fields.hpp"
#include "core/ids.hpp"
#include "core/quantity.hpp"

namespace thermidor {

enum class Colour : std::uint8_t { red, white, green };

struct Trust {
  Kopecks cash;
  std::string name;

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"cash", "kopecks"}, self.cash);
    visit(Field{"name", "text"}, self.name);
  }
};

struct Sample {
  double price = 1.5;
  float share = 0.25F;
  bool open = true;
  std::int32_t balance = -7;
  std::uint16_t narrow = 40000;
  Colour colour = Colour::green;
  Kilograms grain{123456789012};
  RegionId region{3};
  Month month = make_month(1921, 3);
  std::string title = "a, \"title\"";
  std::array<double, 3> levers{1, 2, 3};
  std::vector<Trust> trusts{{Kopecks{5}, "one"}, {Kopecks{-6}, "two"}};
  std::vector<std::vector<std::int64_t>> flows{{1, 2}, {}, {3}};
  std::vector<bool> flags{true, false, true};

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"price", "ratio"}, self.price);
    visit(Field{"share", "share"}, self.share);
    visit(Field{"open", "flag"}, self.open);
    visit(Field{"balance", "1"}, self.balance);
    visit(Field{"narrow", "1"}, self.narrow);
    visit(Field{"colour", "enum"}, self.colour);
    visit(Field{"grain", "kg"}, self.grain);
    visit(Field{"region", "id"}, self.region);
    visit(Field{"month", "month"}, self.month);
    visit(Field{"title", "text"}, self.title);
    visit(Field{"levers", "1"}, self.levers);
    visit(Field{"trusts", "rows"}, self.trusts);
    visit(Field{"flows", "rows"}, self.flows);
    visit(Field{"flags", "flags"}, self.flags);
  }
};

// Nested, and of a layout that differs from Sample.
struct SampleWorld {
  std::int64_t step = 4;
  Sample economy;

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"step", "months"}, self.step);
    visit(Field{"economy", "struct"}, self.economy);
  }
};

}  // namespace thermidor
