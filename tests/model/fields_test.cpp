// Saving, digests and comparisons see every member of everything that a run is made of.
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

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

// What a struct's list says of its members.
struct Listed {
  std::string path;
  std::vector<Field> fields;
};

void check_list(const Listed& listed, std::size_t members) {
  EXPECT_EQ(listed.fields.size(), members) << listed.path << " does not name all its members";
  std::set<std::string> names;
  for (const Field& field : listed.fields) {
    const std::string name(field.name);
    EXPECT_TRUE(names.insert(name).second) << listed.path << "." << name << " stands twice";
    EXPECT_FALSE(field.unit.empty()) << listed.path << "." << name << " has no unit";
    EXPECT_LE(field.low, field.high) << listed.path << "." << name;
  }
}

template <class T>
void check_fields(const std::string& path);

struct CheckMember {
  Listed& listed;
  template <class Member>
  void operator()(const Field& field, const Member&) const {
    listed.fields.push_back(field);
    check_fields<Member>(listed.path + "." + std::string(field.name));
  }
};

// Every struct below T names all its members, each once and with a unit.
template <class T>
void check_fields(const std::string& path) {
  if constexpr (detail::kIsVector<T> || detail::kIsArray<T>) {
    check_fields<typename T::value_type>(path + "[]");
  } else if constexpr (HasFields<T>) {
    Listed listed{path, {}};
    const T value{};
    T::visit_fields(value, CheckMember{listed});
    check_list(listed, detail::count_members<T>() - unsaved_members<T>());
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
