// Shipped scenarios as packs.
#pragma once

#include <string>

#include "model/pack.hpp"

namespace thermidor {

Pack pack_of(const std::string& name);

// The largest of them, loaded once.
const Pack& shipped();

}  // namespace thermidor
