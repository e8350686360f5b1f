// Saving, digests and comparisons see every member of everything that a run is made of.
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <type_traits>

#include "core/layout.hpp"
#include "economy/audit.hpp"
#include "model/pack.hpp"
#include "model/world.hpp"

namespace thermidor {
namespace {

// Every struct below T names all its members, each once and with a unit. `unsaved` members of T itself are left out on purpose.
template <class T>
void check_fields(const std::string& path, std::size_t unsaved = 0) {
  if constexpr (detail::kIsVector<T> || detail::kIsArray<T>) {
    check_fields<typename T::value_type>(path + "[]");
  } else if constexpr (HasFields<T>) {
    EXPECT_EQ(count_fields<T>() + unsaved, detail::count_members<T>()) << path << " does not name all its members";
    std::set<std::string> names;
    const T value{};
    T::visit_fields(value, [&](const Field& field, const auto& member) {
      const std::string name(field.name);
      EXPECT_TRUE(names.insert(name).second) << path << "." << name << " stands twice";
      EXPECT_FALSE(field.unit.empty()) << path << "." << name << " has no unit";
      EXPECT_LE(field.low, field.high) << path << "." << name;
      check_fields<std::remove_cvref_t<decltype(member)>>(path + "." + name);
    });
  }
}

TEST(ModelFields, ParametersNameAllTheirMembers) { check_fields<Params>("params"); }

TEST(ModelFields, PacksNameAllTheirMembers) { check_fields<Pack>("pack"); }

TEST(ModelFields, SetupsNameAllTheirMembers) { check_fields<RunSetup>("setup"); }

TEST(ModelFields, AuditReportsNameAllTheirMembers) { check_fields<economy::AuditReport>("report"); }

// The fault is the one member of a world that is neither saved nor hashed: a faulted run is not continued.
TEST(ModelFields, WorldsNameAllTheirMembersButTheFault) { check_fields<World>("world", 1); }

}  // namespace
}  // namespace thermidor
