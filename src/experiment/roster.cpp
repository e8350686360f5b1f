#include "experiment/roster.hpp"

namespace thermidor::experiment {
namespace {

const std::string kNobody;

template <class AnyId>
const NamedRow* row_of(const std::vector<NamedRow>& rows, AnyId id) {
  return id.valid() && id.index() < rows.size() ? &rows[id.index()] : nullptr;
}

int find_row(const std::vector<NamedRow>& rows, std::string_view id) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].id == id) return static_cast<int>(i);
  }
  return -1;
}

template <class AnyId>
const std::string& id_of(const std::vector<NamedRow>& rows, AnyId id) {
  const NamedRow* row = row_of(rows, id);
  return row == nullptr ? kNobody : row->id;
}

template <class AnyId>
const std::string& title_of(const std::vector<NamedRow>& rows, AnyId id) {
  const NamedRow* row = row_of(rows, id);
  if (row == nullptr) return kNobody;
  return row->title.empty() ? row->id : row->title;
}

template <class Row>
std::vector<NamedRow> named(const std::vector<Row>& rows) {
  std::vector<NamedRow> result;
  for (const Row& row : rows) result.push_back({row.id, row.title});
  return result;
}

}  // namespace

const std::string& Roster::id(LeaderId leader) const { return id_of(leaders, leader); }
const std::string& Roster::title(LeaderId leader) const { return title_of(leaders, leader); }
const std::string& Roster::id(PostId post) const { return id_of(posts, post); }
const std::string& Roster::title(PostId post) const { return title_of(posts, post); }
const std::string& Roster::id(OrganId organ) const { return id_of(organs, organ); }
const std::string& Roster::title(OrganId organ) const { return title_of(organs, organ); }
const std::string& Roster::id(ProvinceId province) const { return id_of(provinces, province); }
const std::string& Roster::title(ProvinceId province) const { return title_of(provinces, province); }
int Roster::find_leader(std::string_view id) const { return find_row(leaders, id); }
int Roster::find_post(std::string_view id) const { return find_row(posts, id); }

std::string Roster::unit(std::string_view text) const {
  std::string local(text);
  const auto put = [&local](std::string_view word, const std::string& by) {
    for (std::size_t at = local.find(word); at != std::string::npos; at = local.find(word, at + by.size()))
      local.replace(at, word.size(), by);
  };
  // As the series of the model name them.
  if (!base.empty()) put("1913", base);
  if (!money.empty()) put("roubles", money);
  return local;
}

Roster roster_of(const Params& params) {
  Roster roster;
  roster.leaders = named(params.party.leaders);
  roster.posts = named(params.party.posts);
  roster.organs = named(params.party.organs);
  roster.provinces = named(params.party.provinces);
  roster.regions = named(params.economy.regions);
  for (const economy::RegionRow& row : params.economy.regions) roster.tiles.push_back({row.tile_row, row.tile_column});
  for (const party::PostRow& post : params.party.posts) roster.first_holders.push_back(post.holder);
  const party::Wording& wording = params.party.wording;
  roster.rungs.assign(wording.rungs.begin(), wording.rungs.end());
  roster.measures.assign(wording.measures.begin(), wording.measures.end());
  roster.base = wording.base;
  roster.money = wording.money;
  return roster;
}

}  // namespace thermidor::experiment
