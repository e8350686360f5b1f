// One self-contained HTML page: no network, no script, charts as inline SVG with their numbers in a table behind each.
#pragma once

#include <iosfwd>
#include <string>

#include "report/report_input.hpp"

namespace thermidor::report {

// The whole page as UTF-8 text.
std::string render_report(const ReportInput& input);

// Writes the page to a stream; the caller checks the stream.
void write_report(const ReportInput& input, std::ostream& out);

}  // namespace thermidor::report
