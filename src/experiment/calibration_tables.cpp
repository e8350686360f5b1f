#include "experiment/calibration_tables.hpp"

#include "core/digest.hpp"
#include "core/table.hpp"
#include "experiment/csv.hpp"

namespace thermidor::experiment {
namespace {

const char* scale_name(bool logarithmic) { return logarithmic ? "log" : "linear"; }

struct Note {
  std::string key;
  std::string text;
};

// Where the draws come from: enough to make them again, and to see when they no longer fit the scenario.
std::vector<Note> provenance_of(const CalibrationPlan& plan, const ScenarioStamp& stamp, const std::string& command) {
  std::string used;
  for (const scenario::Target& target : plan.calibration->targets) {
    if (target.used) used += (used.empty() ? "" : " ") + target.id;
  }
  const bool recorded = plan.setup.outside == society::OutsideMode::recorded;
  return {{"engine", stamp.engine},
          {"scenario", stamp.scenario},
          {"basis", format_digest(scenario::calibration_basis(*plan.params, plan.agenda.chronicle, *plan.calibration))},
          {"seeds", std::to_string(plan.setup.seed) + " to " +
                        std::to_string(plan.setup.seed + static_cast<std::uint64_t>(plan.seeds) - 1)},
          {"sample", std::to_string(plan.setup.sample)},
          {"outside", recorded ? "recorded" : "drawn"},
          {"history_until", format_month(plan.agenda.history_until)},
          {"targets", used},
          {"command", command}};
}

std::string posterior_csv(const CalibrationResult& result, const std::vector<Note>& notes) {
  std::string text = "# Equally likely values of the uncertain constants, one draw a row. Written by thermidor calibrate.\n";
  for (const Note& note : notes) text += "# " + note.key + ": " + note.text + "\n";
  std::string header;
  for (const ConstantFit& constant : result.constants) header += (header.empty() ? "" : ",") + constant.prior.parameter;
  CsvText csv(header);
  for (const std::vector<double>& draw : result.draws) {
    for (const double value : draw) csv.cell(value);
    csv.end_row();
  }
  return text + csv.take();
}

std::string fit_csv(const CalibrationResult& result) {
  CsvText csv("target,block,use,unit,low,high,scale,stored,best,inside,share_inside,q05,q50,q95");
  for (const TargetFit& fit : result.targets) {
    const scenario::Target& target = fit.target;
    csv.cell(target.id).cell(target.block).cell(target.used ? "calibration" : "validation").cell(target.unit);
    csv.cell(target.low).cell(target.high).cell(scale_name(target.logarithmic)).cell(fit.stored).cell(fit.best);
    csv.cell(fit.inside(fit.best) ? 1 : 0).cell(fit.share_inside).cell(fit.q05).cell(fit.q50).cell(fit.q95).end_row();
  }
  return csv.take();
}

std::string constants_csv(const CalibrationResult& result) {
  CsvText csv("parameter,block,low,high,scale,source,stored,best,q05,q50,q95,disagreement");
  for (const ConstantFit& fit : result.constants) {
    csv.cell(fit.prior.parameter).cell(fit.prior.block).cell(fit.prior.low).cell(fit.prior.high);
    csv.cell(scale_name(fit.prior.logarithmic)).cell(fit.prior.source).cell(fit.stored).cell(fit.best);
    csv.cell(fit.q05).cell(fit.q50).cell(fit.q95).cell(fit.disagreement).end_row();
  }
  return csv.take();
}

std::string stages_csv(const CalibrationResult& result) {
  CsvText csv("stage,constants,targets,places,broken,acceptance,stored,best");
  for (const StageFit& stage : result.stages) {
    csv.cell(stage.name).cell(stage.constants).cell(stage.targets).cell(static_cast<std::uint64_t>(stage.places));
    csv.cell(static_cast<std::uint64_t>(stage.impossible)).cell(stage.acceptance).cell(stage.stored).cell(stage.best).end_row();
  }
  return csv.take();
}

JsonTable table_of(std::string name, const std::string& csv) {
  std::vector<std::vector<std::string>> rows = parse_csv(csv);
  JsonTable table{std::move(name), rows.front(), {}};
  table.rows.assign(rows.begin() + 1, rows.end());
  return table;
}

}  // namespace

std::vector<FolderFile> calibration_files(const CalibrationPlan& plan, const CalibrationResult& result,
                                          const ScenarioStamp& stamp, const std::string& command) {
  return {{"posterior.csv", posterior_csv(result, provenance_of(plan, stamp, command))},
          {"fit.csv", fit_csv(result)},
          {"constants.csv", constants_csv(result)},
          {"stages.csv", stages_csv(result)}};
}

std::string calibration_json(const CalibrationPlan& plan, const CalibrationResult& result, const ScenarioStamp& stamp,
                             const std::string& command) {
  std::vector<std::string> names = {"schema", "scenario_digest"};
  std::vector<std::string> texts = {"thermidor-calibration-1", stamp.scenario_digest};
  for (const Note& note : provenance_of(plan, stamp, command)) {
    names.push_back(note.key);
    texts.push_back(note.text);
  }
  return page_json(names, texts,
                   {table_of("stages", stages_csv(result)), table_of("targets", fit_csv(result)),
                    table_of("constants", constants_csv(result))});
}

}  // namespace thermidor::experiment
