#include "experiment/results_tables.hpp"

#include "experiment/csv.hpp"

namespace thermidor::experiment {
namespace {

CsvText& start_row(CsvText& csv, const ArmRecord& arm, Month month) {
  return csv.cell(arm.arm).cell(arm.member).cell(format_month(month));
}

}  // namespace

std::string series_long_csv(std::span<const ArmRecord> arms) {
  CsvText csv("arm,member,date,series,unit,value");
  const auto list = series_list();
  for (const ArmRecord& arm : arms) {
    for (std::size_t m = 0; m < arm.record->months.size(); ++m) {
      for (std::size_t s = 0; s < list.size(); ++s) {
        start_row(csv, arm, arm.record->months[m])
            .cell(list[s].name)
            .cell(list[s].unit)
            .cell(arm.record->value(s, m))
            .end_row();
      }
    }
  }
  return csv.take();
}

std::string series_wide_csv(std::span<const ArmRecord> arms) {
  const auto list = series_list();
  std::string header = "arm,member,date";
  for (const SeriesInfo& info : list) {
    header += ',';
    header += info.name;
  }
  CsvText csv(header);
  for (const ArmRecord& arm : arms) {
    for (std::size_t m = 0; m < arm.record->months.size(); ++m) {
      start_row(csv, arm, arm.record->months[m]);
      for (std::size_t s = 0; s < list.size(); ++s) csv.cell(arm.record->value(s, m));
      csv.end_row();
    }
  }
  return csv.take();
}

std::string regions_csv(std::span<const ArmRecord> arms, const Roster& roster) {
  CsvText csv("arm,member,date,series,region,value");
  std::vector<std::string> regions;
  for (const NamedRow& region : roster.regions) regions.push_back(region.id);
  const std::vector<std::string> names = detail_names(regions);
  for (const ArmRecord& arm : arms) {
    for (std::size_t m = 0; m < arm.record->months.size(); ++m) {
      for (std::size_t d = 0; d < names.size(); ++d) {
        const std::size_t dot = names[d].find('.');
        start_row(csv, arm, arm.record->months[m]).cell(std::string_view(names[d]).substr(0, dot));
        csv.cell(std::string_view(names[d]).substr(dot + 1)).cell(arm.record->detail(d, m)).end_row();
      }
    }
  }
  return csv.take();
}

std::string events_csv(std::span<const ArmRecord> arms, const Roster& roster) {
  CsvText csv("arm,member,date,kind,title,actor,target,weight,claims");
  for (const ArmRecord& arm : arms) {
    for (const EventRecord& event : arm.record->records.events) {
      start_row(csv, arm, event.month).cell(event.kind).cell(event.title).cell(roster.id(event.actor));
      csv.cell(roster.id(event.target)).cell(event.weight).cell(event.claim).end_row();
    }
  }
  return csv.take();
}

std::string votes_csv(std::span<const ArmRecord> arms, const Roster& roster) {
  CsvText csv("arm,member,vote,date,organ,question,proposer,for,against,abstained,carried,forced");
  for (const ArmRecord& arm : arms) {
    int number = 0;
    for (const VoteRecord& vote : arm.record->records.votes) {
      csv.cell(arm.arm).cell(arm.member).cell(++number).cell(format_month(vote.month)).cell(roster.id(vote.organ));
      csv.cell(vote.question).cell(vote.proposer).cell(vote.votes_for).cell(vote.votes_against).cell(vote.abstained);
      csv.cell(vote.carried ? 1 : 0).cell(vote.forced ? 1 : 0).end_row();
    }
  }
  return csv.take();
}

std::string ballots_csv(std::span<const ArmRecord> arms, const Roster& roster) {
  CsvText csv("arm,member,vote,voter,choice");
  for (const ArmRecord& arm : arms) {
    int number = 0;
    for (const VoteRecord& vote : arm.record->records.votes) {
      ++number;
      for (const BallotRecord& ballot : vote.ballots) {
        csv.cell(arm.arm).cell(arm.member).cell(number).cell(roster.id(ballot.voter)).cell(ballot.choice).end_row();
      }
    }
  }
  return csv.take();
}

std::string posts_csv(std::span<const ArmRecord> arms, const Roster& roster) {
  CsvText csv("arm,member,date,post,post_title,holder,holder_title,reason");
  for (const ArmRecord& arm : arms) {
    for (const PostRecord& post : arm.record->records.posts) {
      start_row(csv, arm, post.month).cell(roster.id(post.post)).cell(roster.title(post.post)).cell(roster.id(post.holder));
      csv.cell(roster.title(post.holder)).cell(post.reason).end_row();
    }
  }
  return csv.take();
}

std::string standings_csv(std::span<const ArmRecord> arms, const Roster& roster) {
  CsvText csv("arm,member,date,leader,bloc,ruling,seat,rung,strength,leads");
  for (const ArmRecord& arm : arms) {
    for (const StandingRecord& standing : arm.record->records.standings) {
      start_row(csv, arm, standing.month).cell(roster.id(standing.leader)).cell(static_cast<int>(standing.bloc));
      csv.cell(standing.ruling ? 1 : 0).cell(static_cast<int>(standing.seat)).cell(static_cast<int>(standing.rung));
      csv.cell(standing.strength).cell(standing.leads ? 1 : 0).end_row();
    }
  }
  return csv.take();
}

}  // namespace thermidor::experiment
