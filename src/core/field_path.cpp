#include "core/field_path.hpp"

namespace thermidor::detail {

void NumberLister::visit(const std::string& path, const Field& field, NumberRef number) {
  list.push_back({path, std::string(field.unit), field.low, field.high, number.get()});
}

void NumberSetter::visit(const std::string& path, const Field& field, NumberRef number) {
  for (std::size_t i = 0; i < paths_.size() && i < values_.size(); ++i) {
    if (path != paths_[i] || !(values_[i] >= field.low && values_[i] <= field.high)) continue;
    number.set(values_[i]);
    ++done;
  }
}

void NumberFinder::visit(const std::string& path, const Field&, NumberRef number) {
  if (path == wanted_) found = number.get();
}

}  // namespace thermidor::detail
