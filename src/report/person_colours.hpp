// One colour a person through the whole page; a bloc bears the colour of its strongest member.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "report/report_input.hpp"

namespace thermidor::report {

class PersonColours {
 public:
  explicit PersonColours(const ReportInput& input);
  // Grey for those beyond the palette.
  const std::string& of(const std::string& person) const;
  // The person whose colour the bloc of an arm bears; empty for none.
  const std::string& head(const ArmStory& story, int bloc) const;
  // Persons with a colour of their own, the strongest first.
  const std::vector<std::string>& persons() const { return persons_; }

 private:
  using Heads = std::map<int, std::string>;
  static Heads heads_of(const ArmStory& story);
  std::vector<std::string> persons_;
  std::map<std::string, std::string> colours_;
  std::map<const ArmStory*, Heads> heads_;
};

}  // namespace thermidor::report
