// The farms' month for every machine.
#include "economy/farm_month.hpp"

namespace thermidor::economy {

void step_block_base(FarmTask& task) { step_block(task); }

}  // namespace thermidor::economy
