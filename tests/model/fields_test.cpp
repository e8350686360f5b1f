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

// Members that a struct leaves out of its list on purpose.
template <class T>
constexpr std::size_t unsaved_members() {
  if constexpr (requires { T::kUnsaved; }) {
    return T::kUnsaved;
  } else {
    return 0;
  }
}

// Every struct below T names all its members, each once and with a unit.
template <class T>
void check_fields(const std::string& path) {
  if constexpr (detail::kIsVector<T> || detail::kIsArray<T>) {
    check_fields<typename T::value_type>(path + "[]");
  } else if constexpr (HasFields<T>) {
    EXPECT_EQ(count_fields<T>() + unsaved_members<T>(), detail::count_members<T>()) << path << " does not name all its members";
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

// The fault is neither saved nor hashed: a faulted run is not continued. Cards are, behind the rest, where they are kept.
TEST(ModelFields, WorldsNameAllTheirMembersButTheFaultAndTheCards) {
  check_fields<World>("world");
  check_fields<party::CardIndex>("cards");
}

}  // namespace
}  // namespace thermidor
