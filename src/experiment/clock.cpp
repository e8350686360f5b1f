#include "experiment/clock.hpp"

#include <algorithm>
#include <cmath>

#include "core/rng.hpp"
#include "experiment/csv.hpp"
#include "experiment/token_text.hpp"

namespace thermidor::experiment {
namespace {

constexpr int kResamples = 400;

// One future's end.
struct Future {
  std::string fault;
  Fate fate;
  std::vector<std::string> endings;
};

// The seed of the draws from a fork on: of the future alone, so that neighbouring forks share their noise.
std::uint64_t fresh_seed(std::uint64_t seed, std::size_t future) {
  Random random(DrawKey{seed, make_stream("experiment.clock"), Month{0}, static_cast<std::uint64_t>(future)});
  return random.bits();
}

Agenda forked_agenda(const ClockPlan& plan, Month fork) {
  Agenda agenda = plan.agenda;
  agenda.history_until = plan.recorded ? fork : Month{};
  return agenda;
}

Future end_of(const ClockPlan& plan, const RunState& state) {
  Future future;
  future.fault = state.record.fault;
  future.fate = fate_of(state.world, *plan.roster);
  for (const ReachedEnding& ending : reached_endings(state.record, *plan.roster, plan.endings))
    future.endings.push_back(ending.id);
  return future;
}

void write(const Future& future, TokenWriter& writer) {
  writer.text(future.fault);
  writer.text(future.fate.leader);
  writer.number(static_cast<std::uint64_t>(future.fate.form));
  writer.number(static_cast<std::uint64_t>(future.fate.losers));
  writer.texts(future.endings);
}

Future read(TokenReader& reader) {
  Future future;
  future.fault = reader.text();
  future.fate.leader = reader.text();
  future.fate.form = static_cast<int>(reader.number());
  future.fate.losers = static_cast<int>(reader.number());
  future.endings = reader.texts();
  return future;
}

// One future at every fork, then the history itself.
std::optional<std::string> draw_futures(const ClockPlan& plan, const EnsembleControl& control, std::size_t number) {
  const SerialExecutor serial;
  const RunControl run{.executor = &serial, .stop = control.stop};
  RunState trunk = start_run(*plan.params, plan.setup);
  const Agenda history = forked_agenda(plan, plan.last + 1);
  const std::uint64_t seed = fresh_seed(plan.setup.seed, number);
  TokenWriter writer;
  for (const Month fork : plan.forks) {
    if (trunk.record.fault.empty() && continue_run(*plan.params, history, fork - 1, run, trunk) == RunOutcome::stopped)
      return std::nullopt;
    RunState twin = trunk;
    if (trunk.record.months.empty()) {
      // Before the first month nothing has happened: who is drawn at the start is open as well.
      RunSetup fresh = plan.setup;
      fresh.seed = seed;
      twin = start_run(*plan.params, fresh);
    }
    twin.world.setup.seed = seed;
    if (twin.record.fault.empty() &&
        continue_run(*plan.params, forked_agenda(plan, fork), plan.last, run, twin) == RunOutcome::stopped)
      return std::nullopt;
    write(end_of(plan, twin), writer);
  }
  if (trunk.record.fault.empty() && continue_run(*plan.params, history, plan.last, run, trunk) == RunOutcome::stopped)
    return std::nullopt;
  write(end_of(plan, trunk), writer);
  return writer.take();
}

// One free run from the start, with nothing of the history's in it.
std::optional<std::string> draw_free_run(const ClockPlan& plan, const EnsembleControl& control, std::size_t number) {
  const SerialExecutor serial;
  RunSetup setup = plan.setup;
  setup.seed += 1 + number;
  RunState state = start_run(*plan.params, setup);
  Agenda agenda = plan.agenda;
  agenda.history_until = Month{};
  if (continue_run(*plan.params, agenda, plan.last, {.executor = &serial, .stop = control.stop}, state) == RunOutcome::stopped)
    return std::nullopt;
  TokenWriter writer;
  write(end_of(plan, state), writer);
  return writer.take();
}

Interval bootstrap_bits(const std::vector<Fate>& fates, int hand) {
  std::vector<double> drawn;
  const auto count = static_cast<std::uint32_t>(fates.size());
  for (int r = 0; r < kResamples; ++r) {
    Random random(DrawKey{1921, make_stream("experiment.clock.bootstrap"), Month{hand}, static_cast<std::uint64_t>(r)});
    std::map<Fate, int> counts;
    for (std::uint32_t i = 0; i < count; ++i) ++counts[fates[random.below(count)]];
    drawn.push_back(entropy_bits(counts));
  }
  std::sort(drawn.begin(), drawn.end());
  // A resample sees fewer classes than the futures did: the spread is kept, its centre is put where the estimate lies.
  return {sorted_quantile(drawn, 0.025), sorted_quantile(drawn, 0.975)};
}

Interval around(double estimate, const Interval& drawn) {
  const double half = 0.5 * (drawn.high - drawn.low);
  return {std::max(0.0, estimate - half), estimate + half};
}

ClockHand read_hand(Month fork, const std::vector<const Future*>& futures, const Clock& clock, int number) {
  ClockHand hand;
  hand.fork = fork;
  std::vector<Fate> fates;
  int same = 0;
  for (const Future* const future : futures) {
    if (!future->fault.empty()) continue;
    ++hand.futures;
    ++hand.fates[future->fate];
    fates.push_back(future->fate);
    same += future->fate == clock.history ? 1 : 0;
    for (const std::string& id : future->endings) ++hand.endings[id];
  }
  if (hand.futures == 0) return hand;
  hand.bits = entropy_bits(hand.fates);
  hand.bits_interval = around(hand.bits, bootstrap_bits(fates, number));
  hand.as_history = static_cast<double>(same) / hand.futures;
  hand.as_history_interval = wilson_interval(same, hand.futures);
  return hand;
}

// First fork from which on `share` of every hand reaches the level.
template <class Share>
Month first_certain(const std::vector<ClockHand>& hands, double level, Share&& share) {
  Month first{};
  for (std::size_t i = hands.size(); i-- > 0;) {
    if (share(hands[i]) < level) break;
    first = hands[i].fork;
  }
  return first;
}

}  // namespace

Fate fate_of(const World& world, const Roster& roster) {
  const PartySignal& party = world.signals.last.party;
  return {party.leader.valid() ? roster.id(party.leader) : std::string(), party.form, party.losers};
}

std::vector<Month> quarters(Month first, Month last) {
  std::vector<Month> months = {first};
  for (Month month = first + 1; month <= last; month = month + 1) {
    if (month.month() % 3 == 1) months.push_back(month);
  }
  return months;
}

double entropy_bits(const std::map<Fate, int>& counts) {
  double total = 0;
  for (const auto& [fate, count] : counts) total += count;
  if (total <= 0 || counts.size() < 2) return 0;
  double nats = 0;
  for (const auto& [fate, count] : counts) nats -= count / total * std::log(count / total);
  nats += static_cast<double>(counts.size() - 1) / (2 * total);
  return nats / std::log(2.0);
}

bool agree(const ClockHand& a, const ClockHand& b) {
  const auto half = [](const ClockHand& hand) { return 0.5 * (hand.bits_interval.high - hand.bits_interval.low); };
  return std::fabs(a.bits - b.bits) <= std::sqrt(half(a) * half(a) + half(b) * half(b));
}

Clock run_clock(const ClockPlan& plan, const EnsembleControl& control) {
  Clock clock;
  const auto futures_count = static_cast<std::size_t>(plan.futures);
  // Futures first, then the free runs, in one journal.
  EnsembleResult ensemble = run_ensemble(
      futures_count + static_cast<std::size_t>(plan.free_runs),
      [&](std::size_t number) {
        return number < futures_count ? draw_futures(plan, control, number)
                                      : draw_free_run(plan, control, number - futures_count);
      },
      control);
  clock.error = ensemble.error;
  clock.finished = ensemble.finished;
  if (!clock.finished) return clock;
  std::vector<Future> free_runs;
  for (std::size_t i = futures_count; i < ensemble.members.size(); ++i) {
    TokenReader reader(ensemble.members[i]);
    free_runs.push_back(read(reader));
  }
  ensemble.members.resize(futures_count);
  std::vector<std::vector<Future>> futures;
  for (const std::string& text : ensemble.members) {
    TokenReader reader(text);
    std::vector<Future>& row = futures.emplace_back();
    for (std::size_t i = 0; i <= plan.forks.size(); ++i) row.push_back(read(reader));
    for (const Future& future : row) {
      if (!future.fault.empty() && clock.faulted++ == 0) clock.first_fault = future.fault;
    }
  }
  clock.history = futures.front().back().fate;
  clock.history_endings = futures.front().back().endings;
  for (std::size_t i = 0; i < plan.forks.size(); ++i) {
    std::vector<const Future*> column;
    for (const std::vector<Future>& row : futures) column.push_back(&row[i]);
    clock.hands.push_back(read_hand(plan.forks[i], column, clock, static_cast<int>(i)));
  }
  std::vector<const Future*> free_column;
  for (const Future& run : free_runs) free_column.push_back(&run);
  clock.free = read_hand(plan.forks.front(), free_column, clock, static_cast<int>(plan.forks.size()));
  const double all = clock.hands.front().bits;
  for (ClockHand& hand : clock.hands) hand.open = all > 0 ? hand.bits / all : 0;
  clock.no_return = first_certain(clock.hands, clock.certain, [](const ClockHand& hand) { return hand.as_history; });
  clock.no_return_early =
      first_certain(clock.hands, clock.certain, [](const ClockHand& hand) { return hand.as_history_interval.high; });
  clock.no_return_late =
      first_certain(clock.hands, clock.certain, [](const ClockHand& hand) { return hand.as_history_interval.low; });
  return clock;
}

std::string clock_csv(const Clock& clock, const std::vector<EndingRule>& endings) {
  std::string header = "fork,futures,bits,bits_low,bits_high,open,as_history,as_history_low,as_history_high,fates";
  for (const EndingRule& ending : endings) header += "," + ending.id;
  CsvText csv(header);
  for (const ClockHand& hand : clock.hands) {
    csv.cell(format_month(hand.fork)).cell(hand.futures).cell(hand.bits).cell(hand.bits_interval.low);
    csv.cell(hand.bits_interval.high).cell(hand.open).cell(hand.as_history).cell(hand.as_history_interval.low);
    csv.cell(hand.as_history_interval.high).cell(static_cast<int>(hand.fates.size()));
    for (const EndingRule& ending : endings) {
      const auto found = hand.endings.find(ending.id);
      csv.cell(hand.futures > 0 && found != hand.endings.end() ? static_cast<double>(found->second) / hand.futures : 0.0);
    }
    csv.end_row();
  }
  return csv.take();
}

}  // namespace thermidor::experiment
