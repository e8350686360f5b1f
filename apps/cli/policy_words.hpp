// What levers and instruments mean, in a few words each: their ends, their units.
#pragma once

#include <string_view>

#include "signals/policy.hpp"

namespace thermidor::cli {

std::string_view lever_words(Lever lever);
std::string_view instrument_words(Instrument instrument);

}  // namespace thermidor::cli
