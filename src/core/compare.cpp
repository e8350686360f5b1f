#include "core/compare.hpp"

namespace thermidor::detail {

bool Difference::found(std::string_view quote, std::string_view left, std::string_view right) {
  found_ = ": ";
  found_.append(quote).append(left).append(quote).append(" vs ").append(quote).append(right).append(quote);
  return false;
}

bool Difference::found_size(std::size_t left, std::size_t right) {
  found(std::string_view{}, std::to_string(left), std::to_string(right));
  path_ = ".size";
  return false;
}

bool Difference::inside(std::string_view name) {
  const bool joined = path_.empty() || path_.front() == '[' || path_.front() == '.';
  std::string path(name);
  if (!joined) path.push_back('.');
  path_ = path.append(path_);
  return false;
}

bool Difference::inside(std::size_t element) {
  std::string name("[");
  name.append(std::to_string(element)).push_back(']');
  return inside(name);
}

}  // namespace thermidor::detail
