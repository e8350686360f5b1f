#include "scenario/contrasts.hpp"

#include <algorithm>
#include <array>

#include "scenario/acts.hpp"
#include "scenario/row_reader.hpp"

namespace thermidor::scenario {
namespace {

constexpr std::array<const char*, 4> kCompared = {"difference", "ratio", "baseline", "changed"};

std::vector<Act> sorted_acts(const Value& table, const char* key, const std::string& file, const Names& names,
                             Diagnostics& diagnostics) {
  std::vector<Act> acts = read_act_list(table, file, names, diagnostics, key);
  std::stable_sort(acts.begin(), acts.end(), [](const Act& a, const Act& b) { return a.at < b.at; });
  return acts;
}

// The months a contrast may name: of the scenario, and the one after its end, which means "never free".
Month read_free_month(RowReader& reader, const Names& names) {
  const Month after = names.end.next();
  const Month month = reader.month("history_until").value_or(after);
  if (month >= names.start && month <= after) return month;
  reader.fail(reader.place("history_until"), format_month(month) + " lies outside the scenario",
              "a month from " + format_month(names.start) + " to " + format_month(after));
  return after;
}

Month read_last_month(RowReader& reader, const Names& names) {
  const Month month = reader.month("until").value_or(Month{});
  if (month == Month{} || (month >= names.start && month <= names.end)) return month;
  reader.fail(reader.place("until"), format_month(month) + " lies outside the scenario",
              "a month from " + format_month(names.start) + " to " + format_month(names.end));
  return Month{};
}

void read_outcomes(const Value& table, const std::string& file, const Vocabulary& vocabulary, Contrast& contrast,
                   Diagnostics& diagnostics) {
  UniqueIds ids(file, diagnostics);
  for (const Value* row : tables_of(table, "outcome", file, diagnostics)) {
    RowReader reader(*row, file, diagnostics);
    contrast.outcomes.push_back({reader.text("id", true),
                                 reader.text("title", true),
                                 reader.text("unit", true),
                                 reader.expression("value", vocabulary, true),
                                 {}});
    reader.finish();
    ids.add(contrast.outcomes.back().id, row->place);
  }
  if (table.find("outcome") == nullptr)
    diagnostics.push_back(fault_at(file, table.place, "a contrast without outcomes", "[[contrast.outcome]]"));
}

class ExpectationReader {
 public:
  ExpectationReader(const Value& row, const std::string& file, Diagnostics& diagnostics)
      : row_(row), reader_(row, file, diagnostics) {}

  Expectation read(const Contrast& contrast) {
    Expectation expectation;
    std::vector<std::string> known;
    for (const Outcome& outcome : contrast.outcomes) known.push_back(outcome.id);
    const int outcome = position_of(known, reader_.choice("outcome", known));
    expectation.outcome = outcome < 0 ? 0 : static_cast<std::size_t>(outcome);
    const std::vector<std::string> ways(kCompared.begin(), kCompared.end());
    const int compared = position_of(ways, reader_.choice("of", ways, false));
    if (compared >= 0) expectation.compared = static_cast<Compared>(compared);
    read_band(expectation);
    read_judgement(expectation);
    expectation.source = reader_.text("source", true);
    expectation.note = reader_.text("note");
    reader_.finish();
    if (contrast.acts.empty() && expectation.compared != Compared::baseline)
      reader_.fail(row_.place, "nothing is changed, so only the baseline can be judged", "of = \"baseline\", or acts");
    return expectation;
  }

 private:
  void read_band(Expectation& expectation) {
    expectation.low = reader_.number("low");
    expectation.high = reader_.number("high");
    const std::string sign = reader_.choice("sign", {"rise", "fall"}, false);
    expectation.sign = sign == "rise" ? 1 : sign == "fall" ? -1 : 0;
    const bool band = reader_.has("low") || reader_.has("high");
    if (band == reader_.has("sign"))
      reader_.fail(band ? reader_.place("sign") : row_.place, "an expectation has either a band or a sign",
                   "low or high, or sign = \"rise\" or \"fall\"");
    if (expectation.low && expectation.high && *expectation.low > *expectation.high)
      reader_.fail(reader_.place("low"), "low is above high", "low <= high");
    const bool paired = expectation.compared == Compared::difference || expectation.compared == Compared::ratio;
    if (expectation.sign != 0 && !paired)
      reader_.fail(reader_.place("sign"), "one arm alone does not rise or fall", "of = \"difference\" or \"ratio\"");
  }

  void read_judgement(Expectation& expectation) {
    const std::optional<double> share = reader_.number("share");
    expectation.by_median = reader_.choice("judged", {"share", "median"}, false) == "median";
    if (share && expectation.by_median) reader_.fail(reader_.place("share"), "the median draw is judged, no share", "no share");
    if (!share) return;
    expectation.share = *share;
    if (!(*share > 0 && *share <= 1))
      reader_.fail(reader_.place("share"), "a share of draws beyond its bounds", "0 < share <= 1");
  }

  const Value& row_;
  RowReader reader_;
};

Contrast read_contrast(const Value& table, const std::string& file, const Names& names, const Vocabulary& vocabulary,
                       Diagnostics& diagnostics) {
  RowReader reader(table, file, diagnostics);
  Contrast contrast;
  contrast.file = file;
  contrast.place = table.place;
  contrast.id = reader.text("id", true);
  contrast.title = reader.text("title", true);
  contrast.claim = reader.text("claim", true);
  contrast.history_until = read_free_month(reader, names);
  contrast.until = read_last_month(reader, names);
  contrast.note = reader.text("note");
  reader.finish({"both", "do", "outcome", "expect"});
  contrast.both = sorted_acts(table, "both", file, names, diagnostics);
  contrast.acts = sorted_acts(table, "do", file, names, diagnostics);
  read_outcomes(table, file, vocabulary, contrast, diagnostics);
  for (const Value* row : tables_of(table, "expect", file, diagnostics)) {
    contrast.expectations.push_back(ExpectationReader(*row, file, diagnostics).read(contrast));
  }
  if (table.find("expect") == nullptr) reader.fail(table.place, "a contrast that expects nothing", "[[contrast.expect]]");
  return contrast;
}

}  // namespace

const char* compared_name(Compared compared) { return kCompared[static_cast<std::size_t>(compared)]; }

std::vector<Contrast> read_contrasts(const Document& document, const Names& names, const Vocabulary& vocabulary,
                                     Diagnostics& diagnostics) {
  std::vector<Contrast> contrasts;
  UniqueIds ids(document.file, diagnostics);
  for (const Value* table : tables_of(document.root, "contrast", document.file, diagnostics)) {
    contrasts.push_back(read_contrast(*table, document.file, names, vocabulary, diagnostics));
    ids.add(contrasts.back().id, table->place);
  }
  RowReader whole(document.root, document.file, diagnostics);
  if (document.root.find("contrast") == nullptr) whole.fail({1, 1}, "a file without contrasts", "[[contrast]]");
  whole.finish({"contrast"});
  return contrasts;
}

}  // namespace thermidor::scenario
