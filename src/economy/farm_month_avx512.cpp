// The farms' month for x86-64 machines with AVX-512; empty where the build has no such copy (CMakeLists.txt).
#ifdef __AVX512F__
#include "economy/farm_month.hpp"

namespace thermidor::economy {

void step_block_avx512(FarmTask& task) { step_block(task); }

}  // namespace thermidor::economy
#endif
