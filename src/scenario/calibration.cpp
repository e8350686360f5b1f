#include "scenario/calibration.hpp"

#include <algorithm>
#include <bit>

#include "core/digest.hpp"
#include "core/table.hpp"
#include "model/parameter_paths.hpp"
#include "scenario/binding.hpp"
#include "scenario/row_reader.hpp"

namespace thermidor::scenario {
namespace {

const NumberField* find_parameter(const Names& names, const std::string& path) {
  const auto found = std::find_if(names.parameters.begin(), names.parameters.end(),
                                  [&path](const NumberField& field) { return field.path == path; });
  return found != names.parameters.end() ? &*found : nullptr;
}

std::string nearest_parameter(const Names& names, const std::string& path) {
  std::vector<std::string> paths;
  for (const NumberField& field : names.parameters) paths.push_back(field.path);
  return nearest_name(path, paths);
}

std::string bounds_of(const NumberField& field) {
  return "a number from " + format_number(field.low) + " to " + format_number(field.high);
}

// The [[key]] tables of a document that fit.
std::vector<const Value*> rows_of(const Document& document, const char* key, Diagnostics& diagnostics) {
  std::vector<const Value*> rows;
  const Value* const list = document.root.find(key);
  if (list == nullptr) return rows;
  const std::string expected = std::string("[[") + key + "]] tables";
  if (list->kind != ValueKind::array)
    diagnostics.push_back(fault_at(document.file, list->place, std::string(key) + " is " + describe(*list), expected));
  for (const Value& item : list->items) {
    if (item.kind == ValueKind::table) {
      rows.push_back(&item);
    } else {
      diagnostics.push_back(fault_at(document.file, item.place, std::string(key) + " holds " + describe(item), expected));
    }
  }
  return rows;
}

double required_number(RowReader& reader, const char* key) {
  const std::optional<double> number = reader.number(key);
  if (!number && !reader.has(key)) reader.fail(reader.place(key), std::string("no ") + key, std::string(key) + " = ...");
  return number.value_or(kNotGiven);
}

bool read_scale(RowReader& reader) { return reader.choice("scale", {"linear", "log"}, false) == "log"; }

void check_range(RowReader& reader, double low, double high, bool logarithmic) {
  if (!(low < high)) reader.fail(reader.place("low"), "low is not below high", "low < high");
  if (logarithmic && low <= 0)
    reader.fail(reader.place("low"), "a logarithmic scale has no place for low " + format_number(low),
                "low > 0, or scale = \"linear\"");
}

Prior read_prior(const Value& row, const std::string& file, const Names& names, Diagnostics& diagnostics) {
  RowReader reader(row, file, diagnostics);
  Prior prior;
  prior.place = row.place;
  prior.parameter = reader.text("parameter", true);
  prior.block = reader.text("block", true);
  prior.low = required_number(reader, "low");
  prior.high = required_number(reader, "high");
  prior.logarithmic = read_scale(reader);
  prior.source = reader.text("source", true);
  prior.text = reader.text("text");
  reader.finish();
  check_range(reader, prior.low, prior.high, prior.logarithmic);
  if (prior.parameter.empty()) return prior;
  const NumberField* const field = find_parameter(names, prior.parameter);
  if (field == nullptr) {
    reader.fail(reader.place("parameter"), "unknown parameter '" + prior.parameter + "'",
                "a path from 'thermidor list parameters'", nearest_parameter(names, prior.parameter));
    return prior;
  }
  for (const char* key : {"low", "high"}) {
    const double bound = key[0] == 'l' ? prior.low : prior.high;
    if (bound < field->low || bound > field->high)
      reader.fail(reader.place(key),
                  std::string(key) + " " + format_number(bound) + " is out of the bounds of " + prior.parameter,
                  bounds_of(*field));
  }
  return prior;
}

// A target that is a check of the scorecard, with its band.
void take_check(RowReader& reader, const std::string& id, const std::vector<Check>& checks, Target& target) {
  const auto found = std::find_if(checks.begin(), checks.end(), [&id](const Check& check) { return check.id == id; });
  if (found == checks.end()) {
    std::vector<std::string> ids;
    for (const Check& check : checks) ids.push_back(check.id);
    return reader.fail(reader.place("check"), "unknown check '" + id + "'", "the id of a check of tables/checks.toml",
                       nearest_name(id, ids));
  }
  if (found->value.empty() || !found->low || !found->high)
    return reader.fail(reader.place("check"), "'" + id + "' has no band with two ends", "a check with value, low and high");
  if (target.used && found->use != "calibrated")
    reader.fail(reader.place("check"), "'" + id + "' is there for " + found->use + ", yet constants are fitted to it",
                "a check whose use is calibrated, or use = \"validation\" here");
  target.value = found->value;
  target.low = found->low.value_or(kNotGiven);
  target.high = found->high.value_or(kNotGiven);
  target.unit = found->unit;
  target.source = found->source;
}

// What targets can be taken from.
struct TargetSources {
  const std::vector<Check>& checks;
  const std::vector<Contrast>& contrasts;
  Month end;  // of the scenario
};

// A target that is an outcome of a contrast: its two runs differ from the record by the contrast's acts alone.
void take_contrast(RowReader& reader, const TargetSources& sources, Calibration& calibration, Target& target) {
  const std::string id = reader.text("contrast", true);
  const std::string outcome = reader.text("outcome", true);
  target.compared = reader.choice("of", {"difference", "ratio"}, true) == "ratio" ? Compared::ratio : Compared::difference;
  target.low = required_number(reader, "low");
  target.high = required_number(reader, "high");
  target.source = reader.text("source", true);
  reader.finish();
  target.id = id + "." + outcome;
  const auto found =
      std::find_if(sources.contrasts.begin(), sources.contrasts.end(), [&id](const Contrast& one) { return one.id == id; });
  if (found == sources.contrasts.end())
    return reader.fail(reader.place("contrast"), "unknown contrast '" + id + "'", "an id from 'thermidor list contrasts'");
  if (!found->both.empty() || found->acts.empty() || found->history_until <= sources.end)
    return reader.fail(reader.place("contrast"), "'" + id + "' does not differ from the record by its acts alone",
                       "a contrast with do, without both and history_until");
  const auto value = std::find_if(found->outcomes.begin(), found->outcomes.end(),
                                  [&outcome](const Outcome& one) { return one.id == outcome; });
  if (value == found->outcomes.end())
    return reader.fail(reader.place("outcome"), "'" + id + "' has no outcome '" + outcome + "'",
                       "the id of one of its outcomes");
  target.value = value->value;
  target.unit = value->unit;
  const auto known = std::find_if(calibration.contrasts.begin(), calibration.contrasts.end(),
                                  [&id](const Contrast& one) { return one.id == id; });
  target.contrast = static_cast<int>(known - calibration.contrasts.begin());
  if (known == calibration.contrasts.end()) calibration.contrasts.push_back(*found);
}

Target read_target(const Value& row, const std::string& file, const Vocabulary& vocabulary, const TargetSources& sources,
                   Calibration& calibration, Diagnostics& diagnostics) {
  RowReader reader(row, file, diagnostics);
  Target target;
  target.used = reader.choice("use", {"calibration", "validation"}, false) != "validation";
  target.block = reader.text("block", true);
  target.logarithmic = read_scale(reader);
  if (reader.has("farthest")) {
    target.farthest = required_number(reader, "farthest");
    if (!(target.farthest > 0 && target.farthest <= 100))
      reader.fail(reader.place("farthest"), "distances are cut at no such number", "standard deviations, above 0, at most 100");
  }
  if (reader.has("contrast")) {
    take_contrast(reader, sources, calibration, target);
    if (!target.value.empty()) check_range(reader, target.low, target.high, target.logarithmic);
    return target;
  }
  if (reader.has("check") == reader.has("value")) {
    reader.fail(row.place, "a target is a check, an outcome of a contrast, or a value of its own",
                "check = ..., contrast and outcome with low and high, or id, value, low and high");
    return target;
  }
  if (reader.has("check")) {
    target.id = reader.text("check", true);
    reader.finish();
    if (!target.id.empty()) take_check(reader, target.id, sources.checks, target);
    if (target.value.empty()) return target;
  } else {
    target.id = reader.text("id", true);
    target.value = reader.expression("value", vocabulary, true);
    target.low = required_number(reader, "low");
    target.high = required_number(reader, "high");
    target.unit = reader.text("unit", true);
    target.source = reader.text("source", true);
    reader.finish();
  }
  check_range(reader, target.low, target.high, target.logarithmic);
  return target;
}

// Each name once.
void check_twice(const std::string& name, const char* what, const std::string& file, Place place,
                 std::vector<std::string>& seen, Diagnostics& diagnostics) {
  if (name.empty()) return;
  if (position_of(seen, name) >= 0)
    diagnostics.push_back(fault_at(file, place, std::string(what) + " '" + name + "' is given twice", "each once"));
  seen.push_back(name);
}

}  // namespace

std::vector<std::string> Calibration::blocks() const {
  std::vector<std::string> names;
  for (const Prior& prior : priors) {
    if (position_of(names, prior.block) < 0) names.push_back(prior.block);
  }
  return names;
}

void read_priors(const Document& document, const Names& names, const Vocabulary& vocabulary, const std::vector<Check>& checks,
                 const std::vector<Contrast>& contrasts, Calibration& calibration, Diagnostics& diagnostics) {
  std::vector<std::string> parameters;
  std::vector<std::string> ids;
  for (const Value* row : rows_of(document, "prior", diagnostics)) {
    calibration.priors.push_back(read_prior(*row, document.file, names, diagnostics));
    check_twice(calibration.priors.back().parameter, "parameter", document.file, row->place, parameters, diagnostics);
  }
  const std::vector<std::string> blocks = calibration.blocks();
  for (const Value* row : rows_of(document, "target", diagnostics)) {
    Target target = read_target(*row, document.file, vocabulary, {checks, contrasts, names.end}, calibration, diagnostics);
    check_twice(target.id, "target", document.file, row->place, ids, diagnostics);
    if (!target.block.empty() && position_of(blocks, target.block) < 0) {
      diagnostics.push_back(fault_at(document.file, RowReader(*row, document.file, diagnostics).place("block"),
                                     "no prior is of block '" + target.block + "'", "the block of a [[prior]]",
                                     nearest_name(target.block, blocks)));
    }
    calibration.targets.push_back(std::move(target));
  }
  RowReader(document.root, document.file, diagnostics).finish({"prior", "target"});
}

std::uint64_t calibration_basis(const Params& params, const std::vector<Act>& chronicle, const Calibration& calibration) {
  Params without = params;
  std::vector<std::string> paths;
  std::vector<double> values;
  Digest digest;
  for (const Prior& prior : calibration.priors) {
    paths.push_back(prior.parameter);
    values.push_back(prior.low);
    digest.add_text(prior.parameter + (prior.logarithmic ? " log" : " linear"));
    digest.add(std::bit_cast<std::uint64_t>(prior.low));
    digest.add(std::bit_cast<std::uint64_t>(prior.high));
  }
  set_numbers(without, paths, values);
  digest_value(digest, without);
  for (const Act& act : chronicle) digest.add_text(act.text);
  for (const Target& target : calibration.targets) {
    if (!target.used) continue;
    digest.add_text(target.value.text + (target.logarithmic ? " log" : " linear"));
    for (const double number : {target.low, target.high, target.farthest}) digest.add(std::bit_cast<std::uint64_t>(number));
    if (target.contrast < 0) continue;
    digest.add_text(compared_name(target.compared));
    for (const Act& act : calibration.contrasts[static_cast<std::size_t>(target.contrast)].acts) digest.add_text(act.text);
  }
  return digest.value();
}

}  // namespace thermidor::scenario
