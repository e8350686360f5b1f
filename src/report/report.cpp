#include "report/report.hpp"

#include <ostream>

#include "report/sections.hpp"
#include "report/style.hpp"
#include "report/text.hpp"

namespace thermidor::report {

std::string render_report(const ReportInput& input) {
  std::string page =
      "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">";
  page += "<title>" + escape(input.title) + " · Thermidor</title><style>" + style_sheet() + "</style></head><body><main>\n";
  page += answer_section(input) + effects_section(input) + grain_section(input) + scissors_section(input) +
          regions_section(input) + accumulation_section(input) + series_section(input) + party_sections(input) +
          endings_section(input) + bands_section(input) + checks_section(input) + story_section(input) +
          dossier_section(input) + limits_section(input) + repeat_section(input) + sources_section(input);
  page +=
      "<p class=\"small\">Thermidor simulates; it does not know what would have happened. The name is one possible ending, a "
      "fear of "
      "the time, not a thesis.</p></main></body></html>\n";
  return page;
}

void write_report(const ReportInput& input, std::ostream& out) { out << render_report(input); }

}  // namespace thermidor::report
