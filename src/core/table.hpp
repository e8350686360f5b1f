// Tables as columns with names and units: what runs publish and reports write.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace thermidor {

struct Column {
  std::string name;
  std::string unit;
  std::variant<std::vector<double>, std::vector<std::int64_t>, std::vector<std::string>> values;
};

struct Table {
  std::string name;
  std::vector<Column> columns;
  std::size_t rows() const;
  const Column* find(const std::string& wanted) const;  // nullptr where there is none
};

// Comma-separated text, quoted as in RFC 4180; one line of names, lines end in LF; numbers in shortest form that reads back
// equal.
std::string to_csv(const Table& table);

// Shortest decimal text that reads back to the same number; "nan" and "inf" spelled so.
std::string format_number(double value);

}  // namespace thermidor
