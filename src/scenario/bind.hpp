// Binds files to structs through their visit_fields: parameters/<module>.toml to a struct of parameters, tables/<name>.toml to
// every vector of rows in it. No list of parameters is kept anywhere else. The formats are in
// docs/reference/scenario-format.md.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scenario/bind_rows.hpp"
#include "scenario/bind_values.hpp"

namespace thermidor::scenario {
namespace detail {

// One parameter: name = { value = ..., unit = "...", low = ..., high = ..., status = "...", source = "..." }
template <class T>
void bind_value(const Member& entry, const std::string& path, const Reading& reading, T& target) {
  if (entry.value.kind != ValueKind::table && reading.binding.plain != nullptr) {
    read_plain(entry.value, reading, target);
    reading.binding.provenance.push_back({path, written_value(entry.value), std::string(reading.field.unit), kNotGiven,
                                          kNotGiven, reading.binding.plain->status, reading.binding.plain->source,
                                          std::string(reading.field.text), reading.file, entry.value.place});
    return;
  }
  if (entry.value.kind != ValueKind::table) {
    reading.binding.fail(
        reading.file, entry.value.place, entry.name + " is " + describe(entry.value),
        "{ value = ..., unit = \"" + std::string(reading.field.unit) + "\", status = \"...\", source = \"...\" }");
    return;
  }
  const ValueHeader header = read_header(entry.value, {"value"}, is_numeric<T>(), reading);
  const Value* const value = entry.value.find("value");
  if (value == nullptr) {
    reading.binding.fail(reading.file, entry.value.place, entry.name + " lacks value", "value = ...");
    return;
  }
  read_plain(*value, reading, target);
  reading.binding.provenance.push_back({path, written_value(*value), header.unit, header.low, header.high, header.status,
                                        header.source, std::string(reading.field.text), reading.file, value->place});
}

// True if any member has to be written in the file of parameters.
template <HasFields T>
bool has_parameters();
struct FindParameters {
  bool& needed;
  template <class Member>
  void operator()(const Field&, Member&) const {
    if constexpr (is_row_table<Member>()) {
    } else if constexpr (HasFields<Member>) {
      needed = needed || has_parameters<Member>();
    } else {
      needed = true;
    }
  }
};
template <HasFields T>
bool has_parameters() {
  bool needed = false;
  T value{};
  T::visit_fields(value, FindParameters{needed});
  return needed;
}

// The file parameters/<name>.toml of a nested struct that its parent's file leaves out; nothing if there is none.
inline const Document* own_file(const Value* section, const std::string& name, Binding& binding) {
  if (binding.parameter_files == nullptr) return nullptr;
  if (section != nullptr ? section->find(name) != nullptr : binding.complete) return nullptr;
  const auto found = binding.parameter_files->find(name);
  if (found == binding.parameter_files->end()) return nullptr;
  binding.used_parameters.insert(name);
  return &found->second;
}

// Names of the members that are written in the struct's own section.
struct ListParameters {
  std::vector<std::string>& known;
  template <class Member>
  void operator()(const Field& field, Member&) const {
    if constexpr (!is_row_table<Member>()) known.emplace_back(field.name);
  }
};

template <HasFields T>
void bind_struct(const Value* section, const std::string& file, const std::string& path, Binding& binding, T& target);

// Binds each member of a struct to its entry in the section. An object rather than a lambda, which would be another one, with
// all that it calls, for every struct.
struct BindMember {
  const Value* section;  // null where it is not given
  const std::string& file;
  const std::string& path;
  const std::vector<std::string>& known;
  Binding& binding;

  template <class Member>
  [[gnu::noinline]] void operator()(const Field& field, Member& member) const {
    const std::string name(field.name);
    const std::string here = path.empty() ? name : path + "." + name;
    if constexpr (is_row_table<Member>()) {
      bind_table(name, binding, member);
    } else if constexpr (HasFields<Member>) {
      const Document* const own = own_file(section, name, binding);
      if (own != nullptr) return bind_struct(&own->root, own->file, here, binding, member);
      const bool asked = section != nullptr && (binding.complete || section->find(name) != nullptr);
      const bool given = asked && has_parameters<Member>() && !is_misspelt(*section, name, known);
      const Value* const inner = given ? find_table(*section, file, name, binding, section->place) : nullptr;
      bind_struct(inner, file, here, binding, member);
    } else {
      if (section == nullptr || is_misspelt(*section, name, known)) return;
      const thermidor::scenario::Member* const entry = section->member(name);
      if (entry != nullptr) {
        bind_value(*entry, here, {binding, file, field}, member);
      } else if (binding.complete) {
        binding.fail(file, section->place, "no parameter '" + here + "'",
                     name + " = { value = ..., unit = \"" + std::string(field.unit) + "\", ... }");
      }
    }
  }
};

template <HasFields T>
void bind_struct(const Value* section, const std::string& file, const std::string& path, Binding& binding, T& target) {
  std::vector<std::string> known;
  T::visit_fields(target, ListParameters{known});
  T::visit_fields(target, BindMember{section, file, path, known, binding});
  if (section != nullptr) check_unknown_keys(*section, file, known, "parameter", binding.diagnostics);
}

}  // namespace detail

// Binds one module: its file of parameters, and a table for every vector of rows. Nothing is asked of the file where the struct
// has tables only, or where the file could not be read (`document` is null).
template <HasFields P>
void bind_parameters(const Document* document, std::string_view module, P& params, Binding& binding) {
  const std::string file = document != nullptr ? document->file : "parameters/" + std::string(module) + ".toml";
  detail::bind_struct(document != nullptr ? &document->root : nullptr, file, std::string(module), binding, params);
}

}  // namespace thermidor::scenario
