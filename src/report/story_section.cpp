#include <fmt/format.h>

#include "report/charts.hpp"
#include "report/sections.hpp"
#include "report/text.hpp"

namespace thermidor::report {
namespace {

std::string feed(const ArmStory& story, Month from) {
  std::string out = "<ul class=\"feed\">";
  for (const EventLine& event : story.events) {
    if (event.month < from) continue;
    out += fmt::format("<li><time>{}</time><span>{} <span class=\"unit\">{}</span></span></li>", format_month(event.month),
                       escape(event.title), escape(event.claims));
  }
  return out + "</ul>";
}

std::string votes_line(const RollCall& call) {
  return fmt::format("{} for, {} against{}: {}{}", number(call.votes_for), number(call.votes_against),
                     call.abstained > 0 ? ", " + number(call.abstained) + " abstained" : std::string(),
                     call.carried ? "carried" : "lost", call.forced ? " (imposed)" : "");
}

std::string roll_calls(const ArmStory& story, Month from) {
  std::string out;
  for (const RollCall& call : story.roll_calls) {
    if (call.month < from) continue;
    out += fmt::format("<details><summary>{} · {} · {} · {}</summary>{}", format_month(call.month), escape(call.organ),
                       escape(call.question), votes_line(call), hemicycle(call));
    for (const auto& [choice, title] : {std::pair{1, "For"}, std::pair{-1, "Against"}, std::pair{0, "Abstained or absent"}}) {
      std::string names;
      for (const BallotLine& ballot : call.ballots) {
        if (ballot.choice == choice) names += (names.empty() ? "" : ", ") + escape(ballot.voter);
      }
      if (!names.empty()) out += fmt::format("<p class=\"small\"><b>{}</b>: {}</p>", title, names);
    }
    out += "</details>\n";
  }
  return out;
}

std::string arm(const ArmStory& story, const char* title, Month from) {
  if (story.events.empty() && story.roll_calls.empty()) return {};
  std::string out = fmt::format("<div><h3>{}</h3>", title);
  if (!story.ending_title.empty()) {
    out += fmt::format("<p class=\"small\">Ends as: {} ({})</p>", escape(story.ending_title), escape(story.ending_id));
  }
  out += feed(story, from);
  const std::string calls = roll_calls(story, from);
  return out + (calls.empty() ? "" : "<h3>Roll calls</h3>" + calls) + "</div>\n";
}

}  // namespace

std::string story_section(const ReportInput& input) {
  const bool paired = input.kind == ReportKind::question;
  const Month from = paired ? input.question.fork : input.start;
  std::string body = arm(input.baseline_story, paired ? "Baseline" : "Events", from);
  if (paired) body += arm(input.counterfactual_story, "Counterfactual", from);
  if (body.empty()) return {};
  const std::string head = paired ? fmt::format("One story out of {}", input.runs) : std::string("What happened");
  const std::string intro =
      paired ? fmt::format(
                   "The pair with seed {}, from the decision on: the weightiest events and the last roll calls; the tables "
                   "beside this "
                   "page have all. Any single story is one draw; what holds over many stands above.",
                   input.shown_seed)
             : std::string("The weightiest events and the last roll calls; the tables beside this page have all.");
  return fmt::format("<section id=\"story\"><h2>{}</h2><p>{}</p><div class=\"grid2\">{}</div></section>\n", head, intro, body);
}

}  // namespace thermidor::report
