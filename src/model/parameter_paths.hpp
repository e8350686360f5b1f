// Parameters by dotted path. The walk over all of them is long: it is compiled once, behind this header.
#pragma once

#include "core/field_path.hpp"
#include "model/params.hpp"

namespace thermidor {

extern template void walk_numbers<Params>(Params& owner, NumberVisitor visitor, const std::string& prefix);

}  // namespace thermidor
