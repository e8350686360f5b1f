#include "laws/random_runs.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "core/distributions.hpp"
#include "core/math.hpp"
#include "core/rng.hpp"
#include "core/table.hpp"
#include "economy/shock.hpp"
#include "scenario/act_forms.hpp"
#include "society/shock_abroad.hpp"
#include "support/shipped_runs.hpp"

namespace thermidor::experiment {
namespace {

using scenario::ActForm;

template <class List>
std::string pick(Random& random, const List& list) {
  return std::string(list[random.below(static_cast<std::uint32_t>(list.size()))]);
}

std::vector<std::string_view> words(std::string_view text) {
  std::vector<std::string_view> list;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    list.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return list;
}

// A number within bounds: near what it is, at one of the bounds, or anywhere between them.
double number_within(Random& random, const NumberField& field) {
  const double chance = random.uniform();
  if (chance < 0.6 && field.value != 0)
    return clamp(field.value * thermidor::exp(0.5 * draw_normal(random)), field.low, field.high);
  if (chance < 0.7) return field.low;
  if (chance < 0.8) return field.high;
  return field.low + (field.high - field.low) * random.uniform();
}

// Writes one act line after a form of the language; whether it holds water is for the reader of acts to say.
class LineWriter {
 public:
  LineWriter(Random& random, const ActForm& form, Month last) : random_(random), form_(form), last_(last) {}

  std::string write() {
    std::string line(form_.head);
    for (const std::string_view key : words(form_.path)) line += "." + name_of(key);
    line += "=" + value() + "@";
    const Month start = shipped().params.scenario.start;
    const Month at = start + static_cast<int>(random_.below(static_cast<std::uint32_t>(last_ - start + 1)));
    line += format_month(at);
    if (form_.optional.find("until") == std::string_view::npos || random_.chance(0.4)) return line;
    const Month until = at + static_cast<int>(random_.below(30));
    return line + ".." + format_month(until < last_ ? until : last_);
  }

 private:
  std::string leader() {
    const auto& leaders = shipped().names.leaders;
    // Half of the acts fall on the ten who matter most, so that they meet.
    return random_.chance(0.5) ? leaders[random_.below(10)] : pick(random_, leaders);
  }
  std::string leaders() {
    std::string list = leader();
    for (std::uint32_t more = 1 + random_.below(3); more > 0; --more) list += "+" + leader();
    return list;
  }
  std::string numbered(const std::vector<NumberField>& fields) {
    const NumberField& field = fields[random_.below(static_cast<std::uint32_t>(fields.size()))];
    number_ = number_within(random_, field);
    return field.path;
  }

  // Parameters of farms and economy; the others are for the greater part rows of leaders, ties and weather.
  static const std::vector<NumberField>& constants() {
    static const std::vector<NumberField> list = [] {
      std::vector<NumberField> fields = shipped().names.parameters;
      std::erase_if(fields, [](const NumberField& field) {
        return !field.path.starts_with("farms.") && !field.path.starts_with("economy.");
      });
      return fields;
    }();
    return list;
  }

  std::string name_of(std::string_view key) {
    const scenario::Names& names = shipped().names;
    if (key == "lever") {
      lever_ = random_.below(kLeverCount);
      return kLeverNames[lever_];
    }
    if (key == "instrument") {
      const std::size_t instrument = random_.below(kInstrumentCount);
      number_ = kInstrumentHigh[instrument] * (random_.chance(0.3) ? 1.0 : random_.uniform());
      return kInstrumentNames[instrument];
    }
    if (key == "leader" || key == "target") return leader();
    if (key == "leaders") return leaders();
    if (key == "organ") return pick(random_, names.organs);
    if (key == "post") return pick(random_, names.posts);
    if (key == "region") return pick(random_, names.regions);
    if (key == "zone") return pick(random_, names.zones);
    if (key == "what") return pick(random_, scenario::kForbidden);
    if (key == "name*") return numbered(random_.chance(0.7) ? constants() : names.parameters);
    if (form_.act == "hazard") return pick(random_, names.hazards);
    if (form_.act == "trait") return numbered(list_numbers(party::LeaderRow{}));
    if (form_.act == "rule") return numbered(list_numbers(party::OrganRow{}));
    if (random_.chance(0.3)) {
      const std::size_t abroad = random_.below(society::kShockAbroadCount);
      number_ = society::kShockAbroadLow[abroad] +
                (society::kShockAbroadHigh[abroad] - society::kShockAbroadLow[abroad]) * random_.uniform();
      return society::kShockAbroadNames[abroad];
    }
    const std::size_t shock = random_.below(economy::kShockCount);
    number_ = economy::kShockHigh[shock] * random_.uniform();
    return economy::kShockNames[shock];
  }

  std::string value() {
    const std::string_view key = form_.line_value;
    if (key == "leader") return form_.act == "appoint" && random_.chance(0.2) ? std::string(scenario::kUnnamed) : leader();
    if (key == "leaders") return leaders();
    if (key == "post") return std::string(scenario::kVacant);
    if (key == "target") return leader();
    if (key == "organ") return pick(random_, shipped().names.organs);
    if (key == "on") return random_.chance(0.5) ? (random_.chance(0.5) ? "on" : "off") : format_number(3 * random_.uniform());
    if (key == "months") return std::to_string(1 + random_.below(36));
    if (key == "event") {
      const std::size_t event = random_.below(static_cast<std::uint32_t>(scenario::kHealthNames.size()));
      return std::string(scenario::kHealthNames[event]) + (event < 2 ? ":" + std::to_string(1 + random_.below(24)) : "");
    }
    double low = form_.low;
    double high = form_.high;
    const bool lever = form_.act == "decide" || form_.kind == ActKind::set_lever;
    if (lever) low = lever_low(static_cast<Lever>(lever_));
    if (form_.act == "resize") high = 200;
    if (!number_) number_ = random_.chance(0.2) ? low : random_.chance(0.2) ? high : low + (high - low) * random_.uniform();
    return form_.whole ? std::to_string(whole(*number_)) : format_number(*number_);
  }

  Random& random_;
  const ActForm& form_;
  Month last_;
  std::size_t lever_ = 0;
  std::optional<double> number_;
};

// Every form of act, with those that move the economy twice as often.
const ActForm& random_form(Random& random) {
  const std::size_t forms = scenario::kActForms.size();
  if (random.chance(0.4)) {
    constexpr std::array<std::string_view, 5> kEconomic = {"lever", "instrument", "parameter", "shock", "weather"};
    const std::string head = pick(random, kEconomic);
    for (const ActForm& form : scenario::kActForms) {
      if (form.head == head) return form;
    }
  }
  return scenario::kActForms[random.below(static_cast<std::uint32_t>(forms))];
}

}  // namespace

RunRequest random_request(int number) {
  Random random(DrawKey{1921, make_stream("test.thousand"), Month{0}, static_cast<std::uint64_t>(number)});
  const ScenarioInfo& info = shipped().params.scenario;
  RunRequest request;
  request.seed = random.bits();
  constexpr std::array<int, 4> kSamples = {5000, 10000, 20000, 50000};
  request.sample = kSamples[random.below(4)];
  request.outside = random.chance(0.5) ? "recorded" : "drawn";
  constexpr std::array<std::string_view, 4> kTraits = {"as-given", "prior", "neutral", "permuted"};
  request.traits = pick(random, kTraits);
  request.parameters = random.chance(0.5) ? "posterior" : "stored";
  if (random.chance(0.25)) request.jitter = 0.02 * (1 + random.below(25));
  // One run in three goes to the end, the others for half a year to five years.
  const Month last = random.chance(0.33) ? info.end : info.start + static_cast<int>(5 + random.below(56));
  request.until = format_month(last);
  if (random.chance(0.4))
    request.history_until =
        format_month(info.start + static_cast<int>(random.below(static_cast<std::uint32_t>(last - info.start))));
  const std::uint32_t acts = 2 + random.below(12);
  for (std::uint32_t tries = 0; tries < 8 * acts && request.acts.size() < acts; ++tries) {
    request.acts.push_back(LineWriter(random, random_form(random), last).write());
    if (!read_acts_given(request.acts, shipped().names)) request.acts.pop_back();
  }
  return request;
}

std::string random_act(int number, Month last) {
  // Some hold in most months, some in few, some never.
  constexpr std::array<std::string_view, 9> kConditions = {"village_hunger > 0.1",
                                                           "bread_cover < 0.95",
                                                           "debate_freedom < 0.4",
                                                           "scissors_ratio_industrial_to_agricultural > 150",
                                                           "lever.private_trade > 0 and not leads(\"lenin\")",
                                                           "rung(\"trotsky\") >= 1",
                                                           "holds(\"general_secretary\", \"stalin\")",
                                                           "famine_deaths > 1000",
                                                           "seat(\"bukharin\") == 2 or strength(\"zinoviev\") > 0.2"};
  Random random(DrawKey{1921, make_stream("test.acts"), Month{0}, static_cast<std::uint64_t>(number)});
  for (;;) {
    std::string line = LineWriter(random, random_form(random), last).write();
    if (random.chance(0.33)) {
      const std::uint32_t kind = random.below(3);
      if (kind > 0) line += random.chance(0.5) ? " repeat monthly" : " repeat yearly";
      if (kind < 2) line += " when " + pick(random, kConditions);
    }
    if (read_acts_given({line}, shipped().names)) return line;
  }
}

std::string command_line(const RunRequest& request) {
  std::string line = "thermidor run --seed " + std::to_string(request.seed) + " --sample " + std::to_string(request.sample) +
                     " --outside " + request.outside + " --traits " + request.traits + " --parameters " + request.parameters +
                     " --until " + request.until;
  if (request.jitter != 0) line += " --jitter " + format_number(request.jitter);
  if (!request.history_until.empty()) line += " --history-until " + request.history_until;
  for (const std::string& act : request.acts) line += " --do '" + act + "'";
  return line;
}

}  // namespace thermidor::experiment
