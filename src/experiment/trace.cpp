#include "experiment/trace.hpp"

#include <algorithm>
#include <charconv>

#include "core/table.hpp"

namespace thermidor::experiment {
namespace {

Diagnostic refused(std::string message, std::string expected, std::string suggestion = {}) {
  Diagnostic diagnostic;
  diagnostic.message = std::move(message);
  diagnostic.expected = std::move(expected);
  diagnostic.suggestion = std::move(suggestion);
  return diagnostic;
}

const char* seat_name(int seat) {
  return seat == 2 ? "full member of the chief bureau" : seat == 1 ? "candidate member" : "no seat";
}

void trace_standings(const RunRecord& record, LeaderId person, std::vector<TraceLine>& lines) {
  const StandingRecord* before = nullptr;
  for (const StandingRecord& now : record.records.standings) {
    if (now.leader != person) continue;
    const std::string strength = "strength " + format_number(static_cast<double>(whole(now.strength * 100)) / 100);
    if (before == nullptr || before->seat != now.seat) lines.push_back({now.month, "seat", seat_name(now.seat)});
    if (before == nullptr || before->bloc != now.bloc || before->ruling != now.ruling) {
      const std::string bloc = now.bloc < 0 ? "stands alone" : "in bloc " + std::to_string(now.bloc);
      lines.push_back({now.month, "bloc", bloc + (now.ruling ? ", which rules; " : "; ") + strength});
    }
    if (before != nullptr && before->rung != now.rung) {
      lines.push_back({now.month, "ladder", "rung " + std::to_string(now.rung) + " of 7; " + strength});
    }
    before = &now;
  }
}

void trace_posts(const RunRecord& record, const Roster& roster, LeaderId person, std::vector<TraceLine>& lines) {
  std::vector<LeaderId> holders = roster.first_holders;
  holders.resize(roster.posts.size());
  for (const PostRecord& change : record.records.posts) {
    if (!change.post.valid() || change.post.index() >= holders.size()) continue;
    LeaderId& holder = holders[change.post.index()];
    if (change.holder == person)
      lines.push_back({change.month, "post", "becomes " + roster.title(change.post) + " (" + change.reason + ")"});
    if (holder == person && change.holder != person) {
      lines.push_back({change.month, "post", "no longer " + roster.title(change.post) + " (" + change.reason + ")"});
    }
    holder = change.holder;
  }
}

void trace_votes(const RunRecord& record, const Roster& roster, LeaderId person, std::vector<TraceLine>& lines) {
  for (const VoteRecord& vote : record.records.votes) {
    for (const BallotRecord& ballot : vote.ballots) {
      if (ballot.voter != person) continue;
      const char* choice = ballot.choice > 0 ? "for" : ballot.choice < 0 ? "against" : "abstains or is absent";
      lines.push_back({vote.month, "vote",
                       std::string(choice) + ": " + vote.question + " (" + roster.title(vote.organ) + ", " +
                           (vote.carried ? "carried " : "lost ") + std::to_string(whole(vote.votes_for)) + " to " +
                           std::to_string(whole(vote.votes_against)) + ")"});
    }
  }
}

// The n-th living farm (from 1), of one region or of all.
struct FarmPlace {
  std::size_t block = 0;
  std::uint32_t id = 0;
};

std::optional<FarmPlace> nth_farm(const Farms& farms, RegionId region, std::int64_t number) {
  for (std::size_t b = 0; b < farms.blocks.size(); ++b) {
    const FarmBlock& block = farms.blocks[b];
    if (region.valid() && block.region != region) continue;
    for (std::size_t t = block.first_tile; t < block.first_tile + block.tiles; ++t) {
      for (std::size_t slot = 0; slot < kTileFarms; ++slot) {
        if (farms.tiles[t].eaters[slot] == 0) continue;
        if (--number == 0) return FarmPlace{b, farms.tiles[t].id[slot]};
      }
    }
  }
  return std::nullopt;
}

std::vector<std::string> region_ids(const Roster& roster) {
  std::vector<std::string> ids;
  for (const NamedRow& region : roster.regions) ids.push_back(region.id);
  return ids;
}

}  // namespace

std::vector<TraceLine> trace_person(const RunRecord& record, const Roster& roster, LeaderId person) {
  std::vector<TraceLine> lines;
  trace_posts(record, roster, person, lines);
  trace_standings(record, person, lines);
  trace_votes(record, roster, person, lines);
  for (const EventRecord& event : record.records.events) {
    if (event.actor == person || event.target == person) lines.push_back({event.month, "event", event.title});
  }
  std::stable_sort(lines.begin(), lines.end(), [](const TraceLine& a, const TraceLine& b) { return a.month < b.month; });
  return lines;
}

Result<LeaderId> find_person(std::string_view name, const Roster& roster) {
  const int exact = roster.find_leader(name);
  if (exact >= 0) return make_id<LeaderId>(static_cast<std::size_t>(exact));
  const auto lower = [](std::string text) {
    for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
  };
  const std::string wanted = lower(std::string(name));
  std::vector<std::size_t> found;
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < roster.leaders.size(); ++i) {
    ids.push_back(roster.leaders[i].id);
    if (!wanted.empty() && lower(roster.leaders[i].title).find(wanted) != std::string::npos) found.push_back(i);
  }
  if (found.size() == 1) return make_id<LeaderId>(found.front());
  if (found.empty()) return refused("no person '" + std::string(name) + "'", "an id or a name", nearest_name(wanted, ids));
  std::string list;
  for (const std::size_t i : found) list += (list.empty() ? "" : ", ") + roster.leaders[i].id;
  return refused("'" + std::string(name) + "' may be several persons", "one of " + list);
}

Result<FarmTrace> FarmTrace::choose(std::string_view name, const World& world, const Roster& roster) {
  const std::size_t colon = name.find(':');
  RegionId region;
  if (colon != std::string_view::npos) {
    const std::vector<std::string> ids = region_ids(roster);
    const std::string wanted(name.substr(0, colon));
    const auto place = std::find(ids.begin(), ids.end(), wanted);
    if (place == ids.end()) return refused("no region '" + wanted + "'", "farm:REGION:N", nearest_name(wanted, ids));
    region = make_id<RegionId>(static_cast<std::size_t>(place - ids.begin()));
  }
  const std::string_view digits = colon == std::string_view::npos ? name : name.substr(colon + 1);
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc{} || end != digits.data() + digits.size() || number < 1) {
    return refused("'" + std::string(name) + "' is no farm", "farm:N or farm:REGION:N with N from 1");
  }
  const std::optional<FarmPlace> place = nth_farm(world.farms.farms, region, number);
  if (!place) return refused("there are fewer than " + std::string(digits) + " simulated farms there", "a smaller number");
  FarmTrace trace;
  trace.block_ = place->block;
  trace.id_ = place->id;
  trace.title_ =
      "farm " + std::string(digits) + " of " + roster.regions[world.farms.farms.blocks[place->block].region.index()].title;
  const FarmTile tile{};
  FarmTile::visit_fields(tile, [&trace](const Field& field, const auto&) {
    if (field.name != "id") trace.columns_.push_back({std::string(field.name), std::string(field.unit)});
  });
  return trace;
}

void FarmTrace::watch(const World& world, Month month) {
  const FarmBlock& block = world.farms.farms.blocks[block_];
  for (std::size_t t = block.first_tile; t < block.first_tile + block.tiles; ++t) {
    const FarmTile& tile = world.farms.farms.tiles[t];
    for (std::size_t slot = 0; slot < kTileFarms; ++slot) {
      if (tile.id[slot] != id_ || tile.eaters[slot] == 0) continue;
      Row row{month, {}};
      FarmTile::visit_fields(tile, [&](const Field& field, const auto& column) {
        if (field.name != "id") row.values.push_back(static_cast<double>(column[slot]));
      });
      rows_.push_back(std::move(row));
      return;
    }
  }
}

}  // namespace thermidor::experiment
