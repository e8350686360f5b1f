// Everything that reads text or bytes of users, for libFuzzer. The first byte says what the rest is taken for
// (tools/fuzz_seeds.py writes the same letters); nothing may crash, hang or run out of bounds, and what is accepted must read
// back to itself.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/expression.hpp"
#include "model/pack.hpp"
#include "model/snapshot.hpp"
#include "scenario/acts.hpp"
#include "scenario/bind.hpp"
#include "scenario/calibration.hpp"
#include "scenario/claim_signs.hpp"
#include "scenario/claims.hpp"
#include "scenario/contrasts.hpp"
#include "scenario/designs.hpp"
#include "scenario/forecasts.hpp"
#include "scenario/questions.hpp"
#include "scenario/scenario.hpp"
#include "scenario/verdicts.hpp"

namespace {

using namespace thermidor;            // NOLINT(google-build-using-namespace)
using namespace thermidor::scenario;  // NOLINT(google-build-using-namespace)

const Scenario& shipped() {
  static const Scenario scenario = [] {
    Result<Scenario> loaded = load_scenario(THERMIDOR_SOURCE_DIR "/scenarios/soviet-1921");
    if (!loaded) std::abort();
    return std::move(loaded).value();
  }();
  return scenario;
}

void require(bool holds, const char* what, std::string_view text) {
  if (holds) return;
  std::fprintf(stderr, "%s: %.*s\n", what, static_cast<int>(text.size()), text.data());
  std::abort();
}

// Writing out is part of what must not break.
void tell(const Diagnostics& diagnostics) {
  std::size_t length = 0;
  for (const Diagnostic& fault : diagnostics) length += format_diagnostic(fault).size();
  require(diagnostics.empty() || length > 0, "a fault without words", {});
}

void read_line(std::string_view text) {
  const Result<Act> act = parse_act_line(text, shipped().names);
  tell(act.diagnostics());
  if (!act) return;
  const Result<Act> again = parse_act_line(act.value().text, shipped().names);
  require(again && again.value().text == act.value().text, "an act that does not read back", act.value().text);
}

void read_condition(std::string_view text) {
  const Result<Expression> expression = parse_expression(text, shipped().vocabulary);
  tell(expression.diagnostics());
  if (expression) require(!expression.value().empty(), "an expression of nothing", text);
}

template <class Params>
void bind(const Document& document, std::string_view module) {
  Binding binding;
  binding.tables.emplace(module, document);
  collect_names(binding);
  Params params;
  bind_parameters(&document, std::string(module), params, binding);
  check_columns(binding);
  tidy_diagnostics(binding.diagnostics);
  tell(binding.diagnostics);
}

void read_text(char kind, std::string_view text) {
  const Result<Document> document = parse_document(text, "fuzz.toml");
  tell(document.diagnostics());
  if (!document) return;
  Diagnostics faults;
  const Scenario& scenario = shipped();
  switch (kind) {
    case 'a': tell(read_acts(document.value(), scenario.names).diagnostics()); break;
    case 'q': read_question(document.value(), scenario.names, scenario.vocabulary, faults); break;
    case 'c': read_checks(document.value(), scenario.vocabulary, faults); break;
    case 'i': read_info(document.value(), faults); break;
    case 'k': read_contrasts(document.value(), scenario.names, scenario.vocabulary, faults); break;
    case 'd': read_design(document.value(), scenario.names, scenario.vocabulary, faults); break;
    case 'f': read_forecasts(document.value(), scenario.vocabulary, scenario.names.start, faults); break;
    case 'g': read_claim_signs(document.value(), scenario.vocabulary, scenario.claims, faults); break;
    case 'v': read_verdicts(document.value(), scenario.vocabulary, scenario.questions, faults); break;
    case 'm': read_claims(document.value(), faults); break;
    case 'S': bind<society::Params>(document.value(), "society"); break;
    case 'P': bind<party::Params>(document.value(), "leaders"); break;
    case 'O': bind<party::Params>(document.value(), "organs"); break;
    case 'W': bind<society::Params>(document.value(), "outside_events"); break;
    case 'L': bind<party::Params>(document.value(), "levers"); break;
    default: break;
  }
  tell(faults);
}

void read_bytes(char kind, std::string_view bytes) {
  if (kind == 'B') {
    Pack pack;
    require(!describe(load_pack(bytes, pack)).empty(), "a pack's fault without words", {});
  } else {
    World world;
    require(!describe(load_world(bytes, world)).empty(), "a world's fault without words", {});
  }
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
  shipped();
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const char kind = static_cast<char>(data[0]);
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  switch (kind) {
    case 'l': read_line(text); break;
    case 'e': read_condition(text); break;
    case 'B':
    case 'w': read_bytes(kind, text); break;
    case 'p': {
      Diagnostics faults;
      read_posterior(text, "fuzz.csv", shipped().names, faults);
      tell(faults);
      break;
    }
    default: read_text(kind, text); break;
  }
  return 0;
}
