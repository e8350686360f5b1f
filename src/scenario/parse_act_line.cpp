#include <algorithm>
#include <charconv>

#include "core/table.hpp"
#include "scenario/act_forms.hpp"
#include "scenario/acts.hpp"

namespace thermidor::scenario {
namespace {

// A piece of the line and where it begins.
struct Piece {
  std::string_view text;
  int column = 1;
};

std::vector<Piece> split(Piece whole, char separator, std::size_t at_most = 100) {
  std::vector<Piece> pieces;
  while (pieces.size() + 1 < at_most) {
    const std::size_t end = whole.text.find(separator);
    if (end == std::string_view::npos) break;
    pieces.push_back({whole.text.substr(0, end), whole.column});
    whole = {whole.text.substr(end + 1), whole.column + static_cast<int>(end) + 1};
  }
  pieces.push_back(whole);
  return pieces;
}

// Turns head.path=value@from..to into the table that read_act reads, each value at its column.
class LineReader {
 public:
  LineReader(std::string_view line, const Names& names, const std::string& origin)
      : line_(line), names_(names), origin_(origin) {
    table_.place = {1, 1};
  }

  Result<Act> read() {
    const std::size_t equals = line_.find('=');
    if (equals == std::string_view::npos) return fail(1, "'" + std::string(line_) + "' has no '='", "what=value@month");
    const std::size_t month = line_.find('@', equals);
    if (month == std::string_view::npos) return fail(static_cast<int>(line_.size()) + 1, "no date", "@1923-10 at the end");
    const Piece value{line_.substr(equals + 1, month - equals - 1), static_cast<int>(equals) + 2};
    std::vector<Piece> path = split({line_.substr(0, equals), 1}, '.');
    const ActForm* const form = find_form(path, value);
    if (form == nullptr) return faults_;
    add_text("act", form->act, {1, 1});
    add_path(*form, path);
    add_value(*form, value);
    add_dates(add_trigger({line_.substr(month + 1), static_cast<int>(month) + 2}));
    if (!faults_.empty()) return faults_;
    std::optional<Act> act = read_act(table_, origin_, names_, faults_);
    sort_diagnostics(faults_);
    if (!act) return faults_;
    act->column = 1;
    return {std::move(*act), faults_};
  }

 private:
  Diagnostic fail(int column, std::string message, std::string expected, std::string suggestion = {}) {
    faults_.push_back(fault_at(origin_, {1, column}, std::move(message), std::move(expected), std::move(suggestion)));
    return faults_.back();
  }
  void add(std::string_view key, Value value) {
    const Place place = value.place;
    table_.members.push_back({std::string(key), place, std::move(value)});
  }
  void add_text(std::string_view key, std::string_view text, Place place) { add(key, make_text(std::string(text), place)); }

  static std::size_t path_length(const ActForm& form) {
    return form.path.empty() ? 0 : static_cast<std::size_t>(std::count(form.path.begin(), form.path.end(), ' ')) + 1;
  }

  const ActForm* find_form(const std::vector<Piece>& path, Piece value) {
    std::vector<std::string> heads;
    const ActForm* near = nullptr;
    for (const ActForm& form : kActForms) {
      heads.emplace_back(form.head);
      if (form.head != path[0].text) continue;
      near = &form;
      const bool open = form.path.ends_with('*');
      if (open ? path.size() < 2 : path.size() - 1 != path_length(form)) continue;
      // A region and a zone are written alike.
      if (form.path == "region" && position_of(names_.regions, path[1].text) < 0 &&
          position_of(names_.zones, path[1].text) >= 0)
        continue;
      if (form.act == "appoint" && value.text == kVacant) continue;
      return &form;
    }
    if (near == nullptr) {
      fail(1, "unknown act '" + std::string(path[0].text) + "'", "an act such as lever.NAME=VALUE@MONTH",
           meant_by(std::string(path[0].text), std::move(heads)));
    } else if (near->head == "post") {
      return vacate(path);
    } else {
      fail(path.back().column, "'" + std::string(near->head) + "' names too much or too little", line_form(*near));
    }
    return nullptr;
  }

  // How the line of an act begins that bears another name in files, or is asked for by what it does: post for "appoint".
  static std::string meant_by(const std::string& wrong, std::vector<std::string> heads) {
    std::vector<std::pair<std::string, std::string>> others = {
        {"death", "health"}, {"illness", "health"}, {"stroke", "health"}, {"recovery", "health"}};
    for (const ActForm& form : kActForms) {
      if (form.act != form.head) others.emplace_back(form.act, form.head);
    }
    for (const auto& [name, head] : others) heads.push_back(name);
    const std::string near = nearest_name(wrong, heads);
    const auto found = std::find_if(others.begin(), others.end(), [&near](const auto& other) { return other.first == near; });
    return found != others.end() ? found->second : near;
  }

  // post.NAME=vacant@MONTH
  const ActForm* vacate(const std::vector<Piece>& path) {
    if (path.size() == 2) {
      for (const ActForm& form : kActForms) {
        if (form.act != "vacate") continue;
        vacated_ = path[1];
        return &form;
      }
    }
    fail(path.back().column, "'post' names too much or too little", "post.POST=LEADER@MONTH or post.POST=vacant@MONTH");
    return nullptr;
  }

  static std::string line_form(const ActForm& form) {
    std::string text(form.head);
    std::string_view path = form.path;
    while (!path.empty()) {
      const std::size_t end = std::min(path.find(' '), path.size());
      text += ".";
      for (const char c : path.substr(0, end)) text += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
      path.remove_prefix(std::min(end + 1, path.size()));
    }
    return text + "=...@MONTH";
  }

  void add_path(const ActForm& form, const std::vector<Piece>& path) {
    if (form.act == "vacate" && vacated_.column > 1) return;
    if (form.path.ends_with('*')) {
      const std::size_t start = static_cast<std::size_t>(path[1].column) - 1;
      return add_text(form.path.substr(0, form.path.size() - 1), line_.substr(start, line_.find('=') - start),
                      {1, path[1].column});
    }
    const std::vector<Piece> keys = split({form.path, 1}, ' ');
    for (std::size_t i = 0; i < path_length(form); ++i) {
      const Place place{1, path[i + 1].column};
      if (keys[i].text == "leaders") {
        add("leaders", leaders(path[i + 1]));
      } else {
        add_text(keys[i].text, path[i + 1].text, place);
      }
    }
  }

  static Value leaders(Piece piece) {
    Value list;
    list.kind = ValueKind::array;
    list.place = {1, piece.column};
    for (const Piece& name : split(piece, '+')) list.items.push_back(make_text(std::string(name.text), {1, name.column}));
    return list;
  }

  void add_value(const ActForm& form, Piece piece) {
    const Place place{1, piece.column};
    if (vacated_.column > 1) return add_text("post", vacated_.text, {1, vacated_.column});
    const std::string_view key = form.line_value;
    if (key == "value" || key == "rung" || key == "months") return add_number(key, piece);
    if (key == "leaders") return add("leaders", leaders(piece));
    if (key == "on") {
      if (!piece.text.empty() && piece.text[0] >= '0' && piece.text[0] <= '9') return add_number("value", piece);
      if (piece.text != "on" && piece.text != "off") {
        fail(piece.column, "'" + std::string(piece.text) + "' is neither on nor off", "on, off or a strength");
        return;
      }
      Value flag;
      flag.kind = ValueKind::flag;
      flag.place = place;
      flag.flag = piece.text == "on";
      return add(key, flag);
    }
    if (key == "event") {
      const std::vector<Piece> parts = split(piece, ':', 2);
      add_text("event", parts[0].text, place);
      if (parts.size() == 2) add_number("months", parts[1]);
      return;
    }
    add_text(key, piece.text, place);
  }

  void add_number(std::string_view key, Piece piece) {
    double number = 0;
    const char* const end = piece.text.data() + piece.text.size();
    const auto [stop, error] = std::from_chars(piece.text.data(), end, number);
    if (error != std::errc() || stop != end || !(number - number == 0)) {
      fail(piece.column, "'" + std::string(piece.text) + "' is no number", "a number");
      return;
    }
    add(key, make_number(number, {1, piece.column}));
  }

  // Takes "repeat monthly" and "when ..." off the end; what stands before them is left.
  Piece add_trigger(Piece piece) {
    const std::size_t when = piece.text.find(" when ");
    if (when != std::string_view::npos) {
      Value text = make_text(std::string(piece.text.substr(when + 6)), {1, piece.column + static_cast<int>(when) + 5});
      text.text_offset = 1;
      add("when", std::move(text));
      piece.text = piece.text.substr(0, when);
    }
    const std::size_t repeat = piece.text.find(" repeat ");
    if (repeat != std::string_view::npos) {
      add_text("repeat", piece.text.substr(repeat + 8), {1, piece.column + static_cast<int>(repeat) + 8});
      piece.text = piece.text.substr(0, repeat);
    }
    const std::size_t blank = piece.text.find(' ');
    if (blank != std::string_view::npos) {
      const std::string word(piece.text.substr(blank + 1, piece.text.find(' ', blank + 1) - blank - 1));
      fail(piece.column + static_cast<int>(blank) + 1, "unexpected '" + word + "' after the date",
           "repeat monthly, repeat yearly or when CONDITION", nearest_name(word, {"when", "repeat"}));
    }
    return piece;
  }

  void add_dates(Piece piece) {
    const std::size_t dots = piece.text.find("..");
    add_text("at", piece.text.substr(0, dots), {1, piece.column});
    if (dots == std::string_view::npos || dots + 2 == piece.text.size()) return;
    add_text("until", piece.text.substr(dots + 2), {1, piece.column + static_cast<int>(dots) + 2});
  }

  std::string_view line_;
  const Names& names_;
  const std::string& origin_;
  Value table_;
  Piece vacated_;
  Diagnostics faults_;
};

template <class AnyId>
std::string name_of(const Names& names, AnyId id) {
  const std::vector<std::string>& list = names.of(AnyId{});
  return id.valid() && id.index() < list.size() ? list[id.index()] : std::string(kUnnamed);
}

// What stands for one key of an act in one line.
std::string written(const Act& act, std::string_view key, const Names& names) {
  const bool forced = act.kind == ActKind::forced;
  const std::vector<LeaderId>& leaders = act.forced.leaders;
  if (key == "lever") return kLeverNames[static_cast<std::size_t>(forced ? act.forced.lever : act.lever)];
  if (key == "instrument") return kInstrumentNames[static_cast<std::size_t>(act.instrument)];
  if (key == "organ") return name_of(names, forced ? act.forced.organ : act.organ);
  if (key == "post") return name_of(names, act.forced.post);
  if (key == "region") return name_of(names, act.region);
  if (key == "leader") return name_of(names, !forced ? act.leader : leaders.empty() ? LeaderId{} : leaders[0]);
  if (key == "target") return name_of(names, leaders.size() < 2 ? LeaderId{} : leaders[1]);
  if (key == "event") {
    const bool lasts = act.health == HealthKind::illness || act.health == HealthKind::stroke;
    return std::string(kHealthNames[static_cast<std::size_t>(act.health)]) + (lasts ? ":" + std::to_string(act.months) : "");
  }
  if (key == "on") return act.value == 0 ? "off" : act.value == 1 ? "on" : format_number(act.value);
  if (key == "value" || key == "rung" || key == "months") return format_number(forced ? act.forced.value : act.value);
  if (key == "leaders") {
    std::string text;
    for (const LeaderId leader : leaders) text += (text.empty() ? "" : "+") + name_of(names, leader);
    return text;
  }
  return act.name;  // name, zone, what
}

const ActForm& form_of(const Act& act) {
  const ActForm* found = &kActForms[0];
  for (const ActForm& form : kActForms) {
    if (form.kind != act.kind || (act.kind == ActKind::forced && form.forced != act.forced.kind)) continue;
    if (form.path == "region" && !act.region.valid()) continue;
    if (form.path == "zone" && act.name.empty()) continue;
    if (form.path == "name leader" && !act.leader.valid()) continue;
    if (form.path == "leader what" && act.forced.leaders.empty()) continue;
    found = &form;
    break;
  }
  return *found;
}

}  // namespace

Result<Act> parse_act_line(std::string_view line, const Names& names, const std::string& origin) {
  Result<Act> act = LineReader(line, names, origin).read();
  if (!act || !has_errors(act.diagnostics())) return act;
  return act.diagnostics();
}

std::string format_act(const Act& act, const Names& names) {
  const ActForm& form = form_of(act);
  std::string text(form.head);
  std::string_view path = form.path;
  while (!path.empty()) {
    const std::size_t end = std::min(path.find(' '), path.size());
    std::string_view key = path.substr(0, end);
    if (key.ends_with('*')) key.remove_suffix(1);
    text += "." + written(act, key, names);
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  text += "=" + written(act, form.line_value, names) + "@" + format_month(act.at);
  if (act.until != Month{}) text += ".." + format_month(act.until);
  if (act.repeat != Repeat::once) text += " repeat " + std::string(kRepeatNames[static_cast<std::size_t>(act.repeat)]);
  if (!act.when.empty()) text += " when " + act.when.text;
  return text;
}

}  // namespace thermidor::scenario
