#include "experiment/report_party.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "experiment/dossier.hpp"

namespace thermidor::experiment {
namespace {

constexpr std::size_t kDivisions = 9;
constexpr std::size_t kPatrons = 9;
constexpr std::size_t kDossiers = 14;

// Generations by the last month in which each joins.
std::vector<std::string> generation_titles(const party::MemberOpening& opening) {
  std::vector<std::string> titles;
  std::string from;
  for (std::size_t g = 0; g < party::kCohorts; ++g) {
    const bool last = g >= opening.cohort_ends.size();
    const std::string until = last ? "" : std::to_string(opening.cohort_ends[g].year());
    if (from.empty()) {
      titles.push_back("joined by " + until);
    } else if (last) {
      titles.push_back("from " + from);
    } else {
      titles.push_back(from == until ? from : fmt::format("{}\xE2\x80\x93{}", from, until));
    }
    if (!last) from = std::to_string((opening.cohort_ends[g] + 1).year());
  }
  return titles;
}

std::vector<report::PyramidYear> pyramid_of(const RunRecord& record) {
  std::vector<report::PyramidYear> years;
  for (const PartyView& view : record.views) {
    if (!is_viewed(view.month)) continue;
    years.push_back({std::to_string(view.month.year()),
                     {view.full.begin(), view.full.end()},
                     {view.candidates.begin(), view.candidates.end()},
                     view.secretaries,
                     view.officials,
                     view.committee,
                     view.bureau});
  }
  return years;
}

// The patrons with most clients over all the years and arms: the same rows in every picture.
std::vector<LeaderId> foremost_patrons(const ShownArms& arms) {
  std::map<std::size_t, std::int64_t> clients;
  for (const RunRecord* record : {arms.baseline, arms.counterfactual}) {
    if (record == nullptr) continue;
    for (const PartyView& view : record->views) {
      for (const ProvinceView& province : view.provinces) {
        for (const auto& [patron, count] : province.clients) clients[patron.index()] += count;
        if (province.patron.valid()) clients[province.patron.index()] += 10;
      }
    }
  }
  std::vector<std::pair<std::size_t, std::int64_t>> order(clients.begin(), clients.end());
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<LeaderId> patrons;
  for (std::size_t i = 0; i < order.size() && i < kPatrons; ++i) patrons.push_back(make_id<LeaderId>(order[i].first));
  return patrons;
}

report::PatronageYear patronage_year(const PartyView& view, const std::vector<LeaderId>& patrons, const Roster& roster) {
  report::PatronageYear year;
  year.title = std::to_string(view.month.year());
  for (const LeaderId patron : patrons) year.patrons.push_back(roster.title(patron));
  std::vector<std::size_t> order(view.provinces.size());
  for (std::size_t p = 0; p < order.size(); ++p) order[p] = p;
  std::stable_sort(order.begin(), order.end(),
                   [&view](std::size_t a, std::size_t b) { return view.provinces[a].officials > view.provinces[b].officials; });
  for (std::size_t column = 0; column < order.size(); ++column) {
    const ProvinceView& province = view.provinces[order[column]];
    year.provinces.push_back(roster.title(make_id<ProvinceId>(order[column])));
    year.officials.push_back(province.officials);
    for (std::size_t row = 0; row < patrons.size(); ++row) {
      report::PatronCell cell{column, row, 0, province.patron == patrons[row]};
      for (const auto& [patron, count] : province.clients) {
        if (patron == patrons[row]) cell.clients = count;
      }
      if (cell.clients > 0 || cell.secretary) year.cells.push_back(cell);
    }
  }
  return year;
}

// Every second year and the last.
std::vector<report::PatronageYear> patronage_of(const RunRecord& record, const std::vector<LeaderId>& patrons,
                                                const Roster& roster) {
  std::vector<report::PatronageYear> years;
  for (const PartyView& view : record.views) {
    const bool last = &view == &record.views.back();
    if (is_viewed(view.month) && (last || view.month.year() % 2 == 1)) years.push_back(patronage_year(view, patrons, roster));
  }
  return years;
}

void add_seats(const VoteRecord& vote, const Roster& roster, report::RollCall& call) {
  const Swing swing = weigh_swing(vote);
  for (std::size_t s = 0; s < vote.seats.size(); ++s) {
    const SeatRecord& seat = vote.seats[s];
    SeatRecord single = seat;
    const bool winners_for = vote.carried;
    const auto add = [&](int count, int choice) {
      single.votes_for = choice > 0 ? 1 : 0;
      single.votes_against = choice < 0 ? 1 : 0;
      single.abstained = choice == 0 ? 1 : 0;
      const bool pivotal = swing.pivotal[s] && choice != 0 && (choice > 0) == winners_for;
      for (int n = 0; n < count; ++n) {
        call.seats.push_back(
            {seat_title(single, roster), weightiest_terms(seat.terms, 2), choice, !seat.voter.valid(), pivotal});
      }
    };
    add(seat.votes_for, 1);
    add(seat.votes_against, -1);
    add(seat.abstained, 0);
  }
  call.swing = swing_text(vote, swing, roster);
}

// The closer and the larger, the weightier; unanimous bureaux are left out.
double weight_of(const VoteRecord& vote) {
  const double cast = vote.votes_for + vote.votes_against;
  if (cast <= 0 || vote.seats.empty()) return 0;
  const double close = std::min(vote.votes_for, vote.votes_against) / cast;
  return cast >= 15 ? 0.5 + close : close > 0 ? 0.8 * close : 0;
}

std::vector<report::DossierTable> tables_of(const std::vector<JsonTable>& tables) {
  std::vector<report::DossierTable> list;
  for (const JsonTable& table : tables) list.push_back({table.name, table.columns, table.rows});
  return list;
}

std::vector<LeaderId> foremost_persons(const RunRecord& record) {
  std::map<std::size_t, double> weight;
  for (const StandingRecord& row : record.records.standings)
    weight[row.leader.index()] += row.strength * (row.seat == 2 ? 1.5 : 1.0);
  std::vector<std::pair<std::size_t, double>> order(weight.begin(), weight.end());
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<LeaderId> persons;
  for (std::size_t i = 0; i < order.size() && i < kDossiers; ++i) persons.push_back(make_id<LeaderId>(order[i].first));
  return persons;
}

void add_dossiers(report::ReportInput& input, const ShownArms& arms, const ReportContext& context) {
  const ActTitles titles{context.chronicle, context.acts};
  for (const LeaderId person : foremost_persons(*arms.baseline)) {
    const PersonDossier dossier = person_dossier(*arms.baseline, *context.roster, *context.scenario, titles, person);
    report::Dossier page{dossier.title, "", dossier.facts, tables_of(dossier.tables), {}};
    for (const auto& [label, text] : dossier.facts) {
      if (label == "at the end") page.end = text;
    }
    if (arms.counterfactual != nullptr) {
      page.twin_tables = tables_of(career_tables(*arms.counterfactual, *context.roster, titles, person));
    }
    input.party.dossiers.push_back(std::move(page));
  }
}

}  // namespace

report::RollCall roll_call(const VoteRecord& vote, const Roster& roster) {
  report::RollCall call;
  call.month = vote.month;
  call.organ = roster.title(vote.organ);
  call.question = worded_question(vote.question, roster);
  call.proposer = vote.proposer;
  call.votes_for = vote.votes_for;
  call.votes_against = vote.votes_against;
  call.abstained = vote.abstained;
  call.carried = vote.carried;
  call.forced = vote.forced;
  call.majority = vote.majority;
  for (const BallotRecord& ballot : vote.ballots) call.ballots.push_back({roster.title(ballot.voter), ballot.choice});
  return call;
}

std::vector<report::RollCall> divisions_of(const RunRecord& record, const Roster& roster, Month from) {
  const std::vector<VoteRecord>& votes = record.records.votes;
  std::vector<std::size_t> order;
  for (std::size_t v = 0; v < votes.size(); ++v) {
    if (votes[v].month >= from && weight_of(votes[v]) > 0) order.push_back(v);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&votes](std::size_t a, std::size_t b) { return weight_of(votes[a]) > weight_of(votes[b]); });
  // Of the same question the two weightiest.
  std::map<std::string, int> asked;
  std::erase_if(order, [&](std::size_t v) { return ++asked[votes[v].question] > 2; });
  order.resize(std::min(order.size(), kDivisions));
  std::sort(order.begin(), order.end());
  std::vector<report::RollCall> calls;
  for (const std::size_t v : order) {
    report::RollCall call = roll_call(votes[v], roster);
    add_seats(votes[v], roster, call);
    const std::vector<DecisionRecord>& decisions = record.records.decisions;
    for (std::size_t n = 0; n < decisions.size(); ++n) {
      if (decisions[n].vote == static_cast<std::int32_t>(v)) call.decision = decision_id(record, n);
    }
    calls.push_back(std::move(call));
  }
  return calls;
}

void add_party(report::ReportInput& input, const ShownArms& arms, const ReportContext& context) {
  if (arms.baseline->views.empty() || context.scenario == nullptr) return;
  const Roster& roster = *context.roster;
  const std::vector<LeaderId> patrons = foremost_patrons(arms);
  report::PartyPictures& party = input.party;
  party.generations = generation_titles(context.scenario->params.party.members.opening);
  party.baseline = {pyramid_of(*arms.baseline), patronage_of(*arms.baseline, patrons, roster)};
  if (arms.counterfactual != nullptr) {
    party.counterfactual = {pyramid_of(*arms.counterfactual), patronage_of(*arms.counterfactual, patrons, roster)};
  }
  party.origin = arms.counterfactual == nullptr ? fmt::format("run with seed {}", input.shown_seed)
                                                : fmt::format("the pair with seed {}", input.shown_seed);
  add_dossiers(input, arms, context);
}

}  // namespace thermidor::experiment
