// Text for people: escaping, numbers in few digits, dates in words.
#pragma once

#include <string>
#include <string_view>

#include "core/calendar.hpp"

namespace thermidor::report {

// Escapes & < > " for HTML text and attributes.
std::string escape(std::string_view text);

// About three significant digits, thin-space thousands, a real minus sign: "1 240", "0.53", "−2.1".
std::string number(double value);

// As `number`, with a sign always: "+0.03".
std::string signed_number(double value);

// "43 %" of a share in [0,1]; one decimal below 10 %, "under 0.1 %" for what is smaller and not zero.
std::string percent(double share);

// A difference of shares in points of a hundred: "+18", "−0.4", "0".
std::string points(double difference);

// Units in plain words: "1913=100" is "1913 = 100", a share says that it runs from 0 to 1.
std::string plain_unit(std::string_view unit);

// Value with unit, shares as percent: "43 %", "11.2 million tonnes".
std::string with_unit(double value, std::string_view unit);

// With a capital first letter, for titles made of field texts.
std::string capitalised(std::string_view text);

// Paragraphs from text with blank lines between them, escaped.
std::string paragraphs(std::string_view text);

}  // namespace thermidor::report
