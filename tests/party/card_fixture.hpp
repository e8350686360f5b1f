// The small party of member_fixture.hpp with a card for each member.
#pragma once

#include "member_fixture.hpp"
#include "party/card_keys.hpp"
#include "party/card_lists.hpp"
#include "party/party.hpp"

namespace thermidor::party {

struct CardWorld {
  Params params;
  State state;
  Members members;
  CardIndex cards;
  Records records;
  std::uint64_t seed = 1;
  Month month = make_month(1921, 3);

  explicit CardWorld(std::uint64_t drawn = 1) : seed(drawn) {
    params.members = member_params();
    params.provinces = member_provinces();
    state.machine.patron.assign(params.provinces.size(), LeaderId{});
    members = opened(params.members, params.provinces);
    cards = open_cards(params, members, seed, month);
  }

  // One month of the strata, with so many expelled in each province for following an opposition, and of the cards behind them.
  void step(MemberInput input, std::int64_t expelled = 0) {
    MemberJournal journal;
    input.journal = &journal;
    update_members(params.members, params.provinces, input, seed, month, members, records);
    for (std::size_t p = 0; p < params.provinces.size() && expelled > 0; ++p) {
      expel_members(params.members, params.provinces, {p, expelled, &journal}, seed, month, members);
    }
    follow_members(params, state, {members, journal, seed, month}, cards, records);
    month = month.next();
  }
};

}  // namespace thermidor::party
