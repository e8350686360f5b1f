#include <gtest/gtest.h>

#include <set>
#include <string>

#include "signals/board.hpp"

namespace thermidor {
namespace {

template <class T>
void expect_sound_fields() {
  EXPECT_TRUE(fields_complete<T>());
  std::set<std::string> names;
  const T value{};
  T::visit_fields(value, [&names](const Field& field, const auto&) {
    EXPECT_TRUE(names.insert(std::string(field.name)).second) << field.name << " stands twice";
    EXPECT_FALSE(field.unit.empty()) << field.name;
    EXPECT_FALSE(field.text.empty()) << field.name;
    EXPECT_LE(field.low, field.high) << field.name;
  });
}

TEST(SignalFields, AreCompleteNamedOnceAndHaveUnitsAndMeanings) {
  expect_sound_fields<HealthEvent>();
  expect_sound_fields<OutsideSignal>();
  expect_sound_fields<EconomySignal>();
  expect_sound_fields<PartySignal>();
  expect_sound_fields<SocietySignal>();
  expect_sound_fields<Policy>();
  expect_sound_fields<Signals>();
  expect_sound_fields<SignalBoard>();
}

TEST(Levers, HaveDistinctNames) {
  EXPECT_EQ(std::set<std::string>(kLeverNames.begin(), kLeverNames.end()).size(), kLeverCount);
  EXPECT_EQ(std::set<std::string>(kInstrumentNames.begin(), kInstrumentNames.end()).size(), kInstrumentCount);
  EXPECT_EQ(static_cast<std::size_t>(Lever::secretary_power) + 1, kLeverCount);
  EXPECT_EQ(static_cast<std::size_t>(Instrument::stable_currency) + 1, kInstrumentCount);
}

}  // namespace
}  // namespace thermidor
