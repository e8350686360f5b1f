// The farms' month for x86-64 machines with AVX2; empty where the build has no such copy (CMakeLists.txt).
#ifdef __AVX2__
#include "economy/farm_month.hpp"

namespace thermidor::economy {

void step_block_avx2(FarmTask& task) { step_block(task); }

}  // namespace thermidor::economy
#endif
