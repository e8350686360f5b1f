#include "model/parameter_paths.hpp"

namespace thermidor {

template void walk_numbers<Params>(Params& owner, NumberVisitor visitor, const std::string& prefix);

}  // namespace thermidor
