#include "golden/run_probe.hpp"

#include "core/digest.hpp"
#include "model/month.hpp"
#include "model/snapshot.hpp"

namespace thermidor {

std::string probe_run(const Pack& pack, const ProbeRun& run, const Executor& executor) {
  RunSetup setup;
  setup.seed = run.seed;
  setup.sample = run.sample;
  const Agenda agenda{pack.acts, pack.chronicle, run.history_until};
  const Month end = run.months > 0 ? pack.params.scenario.start + run.months : pack.params.scenario.end.next();
  World world = make_world(pack.params, setup);
  Records records;
  while (world.month < end && !world.fault.raised()) advance_month(pack.params, agenda, world, records, executor);
  return world.fault.raised() ? world.fault.message() : format_digest(digest(world));
}

}  // namespace thermidor
