#include "report/sections.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/digest.hpp"
#include "report/charts.hpp"
#include "report/text.hpp"

namespace thermidor::report {
namespace {

bool is_paired(const ReportInput& input) { return input.kind == ReportKind::question; }

std::string section(const char* id, const char* title, const std::string& body) {
  return body.empty() ? std::string() : fmt::format("<section id=\"{}\"><h2>{}</h2>\n{}</section>\n", id, title, body);
}

std::string arm_legend(bool paired) {
  std::string out =
      "<p class=\"legend\"><i style=\"background:var(--base);margin-left:0\"></i>baseline: median, half and nine tenths of "
      "runs";
  if (paired) {
    out +=
        "<i style=\"background:var(--alt)\"></i>counterfactual (dashed)"
        "<i style=\"border-left:2px dashed var(--ink);width:.2em\"></i>the decision";
  }
  return out +
         "<i style=\"background:var(--ink);border-radius:50%;width:.7em\"></i>recorded, read in the source named"
         "<i style=\"border:1.5px solid var(--ink);border-radius:50%;width:.7em\"></i>recorded, not checked against a page</p>";
}

// Acts in words, with the line that repeats each in small type.
std::string act_list(const std::vector<ActLine>& acts) {
  std::string out = "<ul class=\"acts\">";
  for (const ActLine& act : acts) {
    out += "<li>";
    if (!act.title.empty()) out += escape(capitalised(act.title)) + "<br>";
    if (!act.note.empty()) out += "<span class=\"small\">" + escape(act.note) + "</span><br>";
    out += "<code>" + escape(act.line) + "</code></li>";
  }
  return out + "</ul>";
}

// The fans under one heading: the main ones, then the others folded away.
std::string heading_block(const ReportInput& input, const std::string& heading) {
  const bool paired = is_paired(input);
  std::string main;
  std::string others;
  int folded = 0;
  for (const Fan& fan : input.fans) {
    if (fan.heading != heading) continue;
    folded += fan.main ? 0 : 1;
    (fan.main ? main : others) += fan_chart(fan, input.question.fork, paired);
  }
  std::string out = heading.empty() ? std::string() : "<h3>" + escape(heading) + "</h3>\n";
  if (!main.empty()) out += "<div class=\"grid2\">\n" + main + "</div>\n";
  if (folded == 0) return out;
  return out + fmt::format("<details><summary>{} more</summary><div class=\"grid2\">\n{}</div></details>\n", folded, others);
}

// Links to the sections that the page has.
std::string navigation(const ReportInput& input) {
  struct Stop {
    const char* id;
    const char* title;
    bool there;
  };
  const bool country = !input.fans.empty();
  const bool story = !input.baseline_story.events.empty() || !input.baseline_story.roll_calls.empty();
  const Stop stops[] = {{"effects", "Effects", !input.outcomes.empty()},
                        {"grain", "Follow the grain", !input.economy.grain.baseline.empty()},
                        {"scissors", "Scissors", !input.economy.scissors.months.empty()},
                        {"regions", "Regions", !input.economy.tiles.series.empty()},
                        {"accumulation", "Who paid", !input.economy.accumulation.baseline.empty()},
                        {"country", "The country", country},
                        {"bureau", "The bureau", !input.baseline_story.standings.empty()},
                        {"divisions", "How they voted", !input.baseline_story.divisions.empty()},
                        {"ladder", "Falls", !input.baseline_story.standings.empty()},
                        {"patronage", "Whose men", !input.party.baseline.patronage.empty()},
                        {"pyramid", "Generations", !input.party.baseline.pyramid.empty()},
                        {"endings", "Endings", !input.endings.empty()},
                        {"bands", "Bands", !input.economy.bands.empty()},
                        {"checks", "Checks", !input.checks.empty()},
                        {"story", "One story", story},
                        {"dossiers", "Dossiers", !input.party.dossiers.empty()},
                        {"limits", "Limits", !input.notes.empty() || !input.question.cannot_tell.empty()},
                        {"repeat", "Repeat it", true},
                        {"sources", "Sources", !input.sources.empty()}};
  std::string out = "<nav>";
  for (const Stop& stop : stops) {
    if (stop.there) out += fmt::format("<a href=\"#{}\">{}</a>", stop.id, stop.title);
  }
  return out + "</nav>\n";
}

}  // namespace

std::string answer_section(const ReportInput& input) {
  std::string out = fmt::format("<p class=\"kicker\">{}</p><h1>{}</h1>", escape(input.scenario_title), escape(input.title));
  if (!input.answer.empty()) {
    out += "<div class=\"answer\">";
    for (const std::string& sentence : input.answer) out += "<p>" + escape(sentence) + "</p>";
    out += "</div>\n";
  }
  if (!input.extrapolation.empty()) out += "<p class=\"answer\"><b>" + escape(input.extrapolation) + "</b></p>\n";
  out += paragraphs(input.question.background);
  if (!input.question.acts.empty()) {
    out += "<h3>What was changed</h3>" + act_list(input.question.acts);
  }
  if (!input.question.essay.empty()) out += "<h3>What the essay says</h3>" + paragraphs(input.question.essay);
  return out + navigation(input);
}

std::string unit_note(const std::string& unit) {
  const std::string words = plain_unit(unit);
  return words.empty() ? "" : " <span class=\"unit\">" + escape(words) + "</span>";
}

std::string effects_section(const ReportInput& input) {
  if (input.outcomes.empty()) return {};
  std::string body = fmt::format(
      "<p>{} pairs of runs; the question applies to {} of them. Both runs of a pair share every chance event until the "
      "decision, and after it wherever the decision does not reach.</p>\n",
      input.runs, input.applicable);
  body += effect_chart(input.outcomes);
  body +=
      "<details><summary>Weighted by how probable the forced history was, and errors in parts</summary><div "
      "class=\"scroll\"><table><thead>"
      "<tr><th>Outcome</th><th>Unweighted</th><th>Weighted</th><th>Effective sample</th><th>Monte Carlo s.e.</th>"
      "<th>Spread over parameters</th><th>Spread over explanations</th></tr></thead><tbody>";
  for (const OutcomeRow& row : input.outcomes) {
    const bool share = row.unit.starts_with("share");
    const auto changed = [share](double v) { return share ? points(v) + " points" : signed_number(v); };
    const auto error = [share](const std::optional<double>& v) {
      return v ? "±" + number(share ? 100 * *v : *v) : std::string("not computed");
    };
    body +=
        fmt::format("<tr><th>{}{}</th><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
                    escape(row.title), share ? "" : unit_note(row.unit), changed(row.difference),
                    row.difference_weighted ? changed(*row.difference_weighted) : "not computed", number(row.effective_sample),
                    error(row.error_monte_carlo), error(row.error_parameters), error(row.error_explanations));
  }
  body += "</tbody></table></div></details>\n";
  if (!input.question.look_at.empty()) {
    body += "<h3>What to look at</h3><ul>";
    for (const std::string& title : input.question.look_at) body += "<li>" + escape(title) + "</li>";
    body += "</ul>";
  }
  return section("effects", "What difference it makes", body);
}

std::string series_section(const ReportInput& input) {
  if (input.fans.empty()) return {};
  std::string body = arm_legend(is_paired(input));
  std::vector<std::string> headings;
  for (const Fan& fan : input.fans) {
    if (std::find(headings.begin(), headings.end(), fan.heading) == headings.end()) headings.push_back(fan.heading);
  }
  for (const std::string& heading : headings) body += heading_block(input, heading);
  return section("country", "The country, month by month", body);
}

std::string endings_section(const ReportInput& input) {
  if (input.endings.empty()) return {};
  return section("endings", "Endings",
                 "<p>Who leads, in what form, and what happens to losers, read off the last month. A run may meet "
                 "several.</p>" +
                     endings_chart(input.endings, is_paired(input)));
}

std::string checks_section(const ReportInput& input) {
  if (input.checks.empty()) return {};
  std::string body =
      "<div class=\"scroll\"><table "
      "class=\"stack\"><thead><tr><th>Check</th><th>Kind</th><th>Value</th><th>Band</th><th></th><th>Source of the "
      "band</th></tr></thead><tbody>";
  for (const CheckLine& check : input.checks) {
    const char* verdict = !check.held ? "not judged" : (*check.held ? "held" : "failed");
    const std::string band = check.low || check.high
                                 ? (check.low ? number(*check.low) : "…") + " – " + (check.high ? number(*check.high) : "…")
                                 : std::string();
    // With a band the numbers say why; without one the reason does.
    body += fmt::format(
        "<tr><th>{} <span class=\"unit\">{}</span></th><td>{}</td><td data-label=\"Value\">{}</td>"
        "<td data-label=\"Band\">{}</td><td class=\"{}\">{}<span class=\"small\"> {}</span></td>"
        "<td data-label=\"Source\" class=\"small\">{}</td></tr>",
        escape(check.title), escape(check.id), escape(check.kind), check.value ? number(*check.value) : "–", band, verdict,
        verdict, band.empty() || !check.held ? escape(check.reason) : "", escape(check.source));
  }
  return section("checks", "Other checks against the record", body + "</tbody></table></div>\n");
}

std::string limits_section(const ReportInput& input) {
  std::string body = paragraphs(input.question.cannot_tell);
  if (!input.notes.empty()) {
    body += "<ul>";
    for (const std::string& note : input.notes) body += "<li>" + escape(note) + "</li>";
    body += "</ul>";
  }
  return section("limits", "What this cannot tell", body);
}

std::string repeat_section(const ReportInput& input) {
  std::string body = fmt::format(
      "<p>The same command gives the same bytes on any machine:</p><p><code>{}</code></p><table><tbody>"
      "<tr><th>Engine</th><td>{}</td></tr><tr><th>Scenario</th><td>{}, digest <code>{}</code></td></tr>"
      "<tr><th>Seeds</th><td>from {}</td></tr><tr><th>Sampling</th><td>one simulated farm or household stands for {}</td></tr>"
      "<tr><th>Outside world</th><td>{}</td></tr><tr><th>Result digest</th><td><code>{}</code></td></tr></tbody></table>\n",
      escape(input.command), escape(input.engine), escape(input.scenario_id), escape(input.scenario_digest), input.seed,
      input.sample, escape(input.outside), escape(input.result_digest));
  if (!input.forced.empty()) {
    body += fmt::format(
        "<details><summary>{} decisions were imposed, and how probable the model held each</summary>"
        "<p class=\"small\">Summed log probability {}; effective sample size of the weights {}.</p><div "
        "class=\"scroll\"><table>"
        "<thead><tr><th>Month</th><th>Decision</th><th>Probability</th></tr></thead><tbody>",
        input.forced.size(), number(input.log_probability), number(input.effective_sample));
    for (const ForcedLine& line : input.forced) {
      body += fmt::format("<tr><td>{}</td><td>{}{}{}</td><td>{}</td></tr>", format_month(line.month),
                          line.title.empty() ? std::string() : escape(capitalised(line.title)) + "<br>",
                          "<code>" + escape(line.act) + "</code>", line.from_history ? "" : " <b>(the question)</b>",
                          percent(line.probability));
    }
    body += "</tbody></table></div></details>\n";
  }
  return section("repeat", "How to repeat it", body);
}

std::string sources_section(const ReportInput& input) {
  if (input.sources.empty()) return {};
  std::string body =
      "<p class=\"small\"><i>Read</i>: the number was seen in the source named, which does not make it right. <i>Recalled</i>: "
      "from memory of the literature, not yet checked against a page.</p><table class=\"sources\"><thead><tr>"
      "<th>Key</th><th>Source</th><th>Status</th></tr></thead><tbody>";
  for (const SourceLine& source : input.sources) {
    body += fmt::format("<tr><th>{}</th><td>{} <span class=\"unit\">{}</span></td><td>{}</td></tr>", escape(source.key),
                        escape(source.text), escape(source.used_for), escape(source.status));
  }
  return section("sources", "Sources of the recorded numbers", body + "</tbody></table>\n");
}

}  // namespace thermidor::report
