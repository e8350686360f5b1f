#include "experiment/observe_party.hpp"

#include "party/party.hpp"

namespace thermidor::experiment {
namespace {

ProvinceView view_province(const party::State& state, std::size_t p) {
  const party::MachineState& machine = state.machine;
  const std::size_t leaders = party::leader_count(state);
  ProvinceView view{machine.patron[p], machine.named[p], machine.loyalty[p], machine.officials[p], {}};
  for (const LeaderId i : state.order) {
    const int clients = machine.clients[p * leaders + i.index()];
    if (clients > 0) view.clients.emplace_back(i, clients);
  }
  return view;
}

std::int64_t seats_of(const party::State& state, OrganId organ) { return organ.valid() ? state.organs.full[organ.index()] : 0; }

}  // namespace

PartyView view_party(const World& world, Month month) {
  PartyView view;
  view.month = month;
  const party::Members& members = world.members;
  for (std::size_t stratum = 0; stratum < members.full.size(); ++stratum) {
    view.full[stratum % party::kCohorts] += members.full[stratum];
    view.candidates[stratum % party::kCohorts] += members.candidates[stratum];
  }
  const party::State& state = world.party;
  view.secretaries = static_cast<std::int64_t>(state.machine.key.size());
  for (std::size_t p = 0; p < state.machine.key.size(); ++p) {
    view.provinces.push_back(view_province(state, p));
    view.officials += state.machine.officials[p];
  }
  view.committee = seats_of(state, state.roles.committee);
  view.bureau = seats_of(state, state.roles.chief_bureau);
  return view;
}

}  // namespace thermidor::experiment
