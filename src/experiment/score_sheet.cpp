#include "experiment/score_sheet.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>

#include "experiment/csv.hpp"
#include "experiment/json_parts.hpp"
#include "experiment/wording.hpp"

namespace thermidor::experiment {
namespace {

using Json = nlohmann::ordered_json;
namespace fs = std::filesystem;

constexpr double kFew = 0.9;  // of all firings by one person

double number_in(const std::string& cell) {
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return cell.empty() || error != std::errc{} ? std::numeric_limits<double>::quiet_NaN() : value;
}

int count_in(const std::string& cell) {
  const double value = number_in(cell);
  return value - value == 0 ? static_cast<int>(value) : 0;
}

std::vector<std::vector<std::string>> table_in(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return parse_csv(std::string(std::istreambuf_iterator<char>(file), {}));
}

std::string value_text(const scenario::Check& check, double value) {
  if (value - value != 0 || check.value.empty()) return "";
  if (check.value.gives_month) return format_month(Month{static_cast<std::int32_t>(value)});
  return readable_number(value);
}

std::string band_text(const scenario::Check& check) {
  if (check.low && check.high) return value_text(check, *check.low) + " to " + value_text(check, *check.high);
  if (check.low) return "from " + value_text(check, *check.low);
  return check.high ? "up to " + value_text(check, *check.high) : std::string();
}

}  // namespace

bool earns_credit(const scenario::Check& check) { return check.use == "validation" && check.kind != "initial"; }

std::vector<KindScore> score_by_kind(const ScoreSheet& sheet) {
  std::vector<KindScore> scores;
  for (const ScoreSheet::Row& row : sheet.rows) {
    auto found =
        std::find_if(scores.begin(), scores.end(), [&row](const KindScore& one) { return one.kind == row.check.kind; });
    if (found == scores.end()) found = scores.insert(scores.end(), KindScore{row.check.kind});
    ++found->rows;
    if (!earns_credit(row.check)) continue;
    ++found->credited;
    if (row.judged() == 0) continue;
    ++found->judged;
    found->usual += row.share() >= 0.5 ? 1 : 0;
    found->mean_share += row.share();
  }
  for (KindScore& score : scores) score.mean_share /= std::max(1, score.judged);
  return scores;
}

std::vector<KindSummary> single_cases(const ScoreSheet& sheet) {
  std::vector<KindSummary> cases;
  for (const KindSummary& kind : sheet.kinds) {
    if (kind.persons == 1 || kind.share >= kFew) cases.push_back(kind);
  }
  std::stable_sort(cases.begin(), cases.end(),
                   [](const KindSummary& a, const KindSummary& b) { return (a.persons == 1) > (b.persons == 1); });
  return cases;
}

ScoreSheet sheet_of(const MembersPlan& plan, const MembersSummary& summary, std::size_t arm) {
  ScoreSheet sheet;
  sheet.members = summary.members - static_cast<std::size_t>(summary.faulted);
  sheet.arm = plan.arm_name(arm);
  for (std::size_t c = 0; c < plan.checks.size(); ++c) sheet.rows.push_back({plan.checks[c], summary.checks[arm][c]});
  for (const EndingSummary& ending : summary.endings) sheet.endings.push_back({ending.id, ending.title, {ending.shares[arm]}});
  sheet.kinds = summary.kinds[arm];
  return sheet;
}

Result<ScoreSheet> read_score_sheet(const std::string& folder, const std::string& arm,
                                    const std::vector<scenario::Check>& checks) {
  ScoreSheet sheet;
  const auto rows = table_in(fs::path(folder) / "checks.csv");
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (rows[i].size() != rows[0].size())
      return Diagnostics{{(fs::path(folder) / "checks.csv").string(),
                          0,
                          0,
                          fmt::format("record {} has {} cells, its header {}", i, rows[i].size(), rows[0].size()),
                          "the file as thermidor ensemble wrote it",
                          {},
                          Severity::error}};
  }
  std::vector<std::string> arms;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (std::find(arms.begin(), arms.end(), rows[i][0]) == arms.end()) arms.push_back(rows[i][0]);
  }
  sheet.arm = !arm.empty() ? arm : arms.empty() ? std::string() : arms.front();
  if (std::find(arms.begin(), arms.end(), sheet.arm) == arms.end() || rows.front().size() != 10)
    return Diagnostics{{folder,
                        0,
                        0,
                        arms.empty() ? "has no checks of an ensemble" : "has no arm '" + sheet.arm + "'",
                        arms.empty() ? "the folder of thermidor ensemble" : fmt::format("{}", fmt::join(arms, " or ")),
                        {},
                        Severity::error}};
  for (const std::vector<std::string>& row : rows) {
    if (row[0] != sheet.arm) continue;
    const auto check =
        std::find_if(checks.begin(), checks.end(), [&row](const scenario::Check& one) { return one.id == row[1]; });
    if (check == checks.end()) continue;
    CheckSummary summary{count_in(row[4]), count_in(row[5]), count_in(row[6]), {}};
    summary.value.q05 = number_in(row[7]);
    summary.value.q50 = number_in(row[8]);
    summary.value.q95 = number_in(row[9]);
    sheet.rows.push_back({*check, summary});
    sheet.members = static_cast<std::size_t>(summary.held) + static_cast<std::size_t>(summary.failed) +
                    static_cast<std::size_t>(summary.not_judged);
  }
  const auto endings = table_in(fs::path(folder) / "endings.csv");
  for (std::size_t i = 1; i < endings.size(); ++i) {
    const auto place = std::find(endings[0].begin(), endings[0].end(), sheet.arm) - endings[0].begin();
    if (endings[i].size() == endings[0].size() && static_cast<std::size_t>(place) < endings[i].size())
      sheet.endings.push_back({endings[i][0], endings[i][1], {number_in(endings[i][static_cast<std::size_t>(place)])}});
  }
  for (const std::vector<std::string>& row : table_in(fs::path(folder) / "single_case.csv")) {
    if (row.size() == 6 && row[0] == sheet.arm)
      sheet.kinds.push_back(
          {row[1], static_cast<std::uint64_t>(count_in(row[2])), count_in(row[3]), row[4], number_in(row[5])});
  }
  return sheet;
}

std::string score_sheet_markdown(const ScoreSheet& sheet, const std::string& title) {
  std::string text = fmt::format(
      "# {}\n\n{} runs. A row earns credit if it was kept for validation; what was calibrated or put in, "
      "and initial states, earn none.\n\n| kind | rows | can earn credit | judged | hold usually | mean "
      "share |\n|---|---|---|---|---|---|\n",
      title, sheet.members);
  for (const KindScore& score : score_by_kind(sheet))
    text += fmt::format("| {} | {} | {} | {} | {} | {} |\n", score.kind, score.rows, score.credited, score.judged, score.usual,
                        score.judged == 0 ? "" : readable_share(score.mean_share));
  for (const KindScore& score : score_by_kind(sheet)) {
    text += fmt::format("\n## {}\n\n| check | id | use | holds | judged | median | band |\n|---|---|---|---|---|---|---|\n",
                        score.kind);
    for (const ScoreSheet::Row& row : sheet.rows) {
      if (row.check.kind != score.kind) continue;
      text += fmt::format("| {} | {} | {} | {} | {} | {} | {} |\n", row.check.title, row.check.id, row.check.use,
                          row.judged() == 0 ? "" : readable_share(row.share()), row.judged(),
                          value_text(row.check, row.summary.value.q50), band_text(row.check));
    }
  }
  text +=
      "\n## Single cases\n\nWhat fires for one person alone, or hardly for anybody else, earns no credit.\n\n| event | fired | "
      "persons | foremost | his share |\n|---|---|---|---|---|\n";
  for (const KindSummary& kind : single_cases(sheet))
    text += fmt::format("| {} | {} | {} | {} | {} |\n", kind.kind, kind.fired, kind.persons, kind.foremost,
                        readable_share(kind.share));
  text += "\n## Endings\n\n| ending | id | runs |\n|---|---|---|\n";
  for (const EndingSummary& ending : sheet.endings) {
    if (ending.shares[0] > 0)
      text += fmt::format("| {} | {} | {} |\n", ending.title, ending.id, readable_share(ending.shares[0]));
  }
  return text;
}

std::string score_sheet_json(const ScoreSheet& sheet, const std::string& engine, const std::string& scenario) {
  Json json = {{"schema", "thermidor-score-1"},
               {"engine", engine},
               {"scenario", scenario},
               {"arm", sheet.arm},
               {"members", sheet.members}};
  json["kinds"] = Json::array();
  for (const KindScore& score : score_by_kind(sheet))
    json["kinds"].push_back({{"kind", score.kind},
                             {"rows", score.rows},
                             {"credited", score.credited},
                             {"judged", score.judged},
                             {"usual", score.usual},
                             {"mean_share", score.judged == 0 ? Json(nullptr) : Json(score.mean_share)}});
  json["checks"] = Json::array();
  for (const ScoreSheet::Row& row : sheet.rows)
    json["checks"].push_back({{"id", row.check.id},
                              {"title", row.check.title},
                              {"kind", row.check.kind},
                              {"use", row.check.use},
                              {"claim", row.check.claim},
                              {"credit", earns_credit(row.check)},
                              {"held", row.summary.held},
                              {"failed", row.summary.failed},
                              {"not_judged", row.summary.not_judged},
                              {"share", row.judged() == 0 ? Json(nullptr) : Json(row.share())},
                              {"low", row.check.low ? Json(*row.check.low) : Json(nullptr)},
                              {"high", row.check.high ? Json(*row.check.high) : Json(nullptr)},
                              {"q05", number(row.summary.value.q05)},
                              {"q50", number(row.summary.value.q50)},
                              {"q95", number(row.summary.value.q95)}});
  json["single_cases"] = Json::array();
  for (const KindSummary& kind : single_cases(sheet))
    json["single_cases"].push_back({{"kind", kind.kind},
                                    {"fired", kind.fired},
                                    {"persons", kind.persons},
                                    {"foremost", kind.foremost},
                                    {"share", kind.share}});
  json["endings"] = Json::object();
  for (const EndingSummary& ending : sheet.endings) json["endings"][ending.id] = number(ending.shares[0]);
  return json.dump(2);
}

}  // namespace thermidor::experiment
