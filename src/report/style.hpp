// The page's style sheet: quiet, readable on a phone and in print, two arms told apart by colour and by line.
#pragma once

#include <string>
#include <string_view>

namespace thermidor::report {

std::string style_sheet();

}  // namespace thermidor::report
