// Values or all that was wrong with the input. The library neither prints nor exits: callers turn these into messages.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace thermidor {

enum class Severity : unsigned char { error, warning };

// One fault of the input, with its place, what was expected and, where one is near, what may have been meant.
struct Diagnostic {
  std::string file;
  int line = 0;    // 1-based; 0 when unknown
  int column = 0;  // 1-based; 0 when unknown
  std::string message = {};
  std::string expected = {};
  std::string suggestion = {};
  Severity severity = Severity::error;
};

using Diagnostics = std::vector<Diagnostic>;

inline bool has_errors(const Diagnostics& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.severity == Severity::error) return true;
  }
  return false;
}

// Either a value (perhaps with warnings) or at least one error.
template <class T>
class Result {
 public:
  Result(T value, Diagnostics warnings = {})  // NOLINT(google-explicit-constructor): reads as `return value;`
      : value_(std::move(value)), diagnostics_(std::move(warnings)) {}
  Result(Diagnostics errors) : diagnostics_(std::move(errors)) {}  // NOLINT(google-explicit-constructor)
  Result(Diagnostic error) : diagnostics_{std::move(error)} {}     // NOLINT(google-explicit-constructor)

  explicit operator bool() const { return value_.has_value(); }
  // Only after the test above; NOLINTBEGIN(bugprone-unchecked-optional-access)
  T& value() & { return *value_; }
  const T& value() const& { return *value_; }
  T&& value() && { return std::move(*value_); }
  // NOLINTEND(bugprone-unchecked-optional-access)
  const Diagnostics& diagnostics() const { return diagnostics_; }

 private:
  std::optional<T> value_;
  Diagnostics diagnostics_;
};

// "file:line:column: error: message; expected ...; did you mean ...?"
std::string format_diagnostic(const Diagnostic& diagnostic);

// Sorted by file, line, column, message, so that the report does not depend on the order of checking.
void sort_diagnostics(Diagnostics& diagnostics);

// The name nearest to `wrong` (edit distance at most a third of its length, at least 1), or empty.
std::string nearest_name(const std::string& wrong, const std::vector<std::string>& names);

}  // namespace thermidor
