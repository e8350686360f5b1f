#include <fmt/format.h>

#include <algorithm>

#include "report/charts.hpp"
#include "report/party_charts.hpp"
#include "report/sections.hpp"
#include "report/text.hpp"

namespace thermidor::report {
namespace {

bool is_paired(const ReportInput& input) { return input.kind == ReportKind::question; }

std::string section(const char* id, const char* title, const std::string& body) {
  return body.empty() ? std::string() : fmt::format("<section id=\"{}\"><h2>{}</h2>\n{}</section>\n", id, title, body);
}

std::string origin(const ReportInput& input, const char* more) {
  if (input.party.origin.empty()) return {};
  return "<p class=\"small origin\">Simulated: " + escape(input.party.origin) + ". " + more + "</p>\n";
}

std::string arm_title(const ReportInput& input, bool twin) {
  if (!is_paired(input)) return fmt::format("Run with seed {}", input.shown_seed);
  return fmt::format("{} (run with seed {})", twin ? "Counterfactual" : "Baseline", input.shown_seed);
}

std::string people_key(const PersonColours& colours) {
  std::string out = "<ul class=\"people\">";
  for (const std::string& person : colours.persons()) {
    out += fmt::format("<li><i style=\"background:{}\"></i>{}</li>", colours.of(person), escape(person));
  }
  return out + "</ul>\n";
}

// "1 censure, 2 loss of offices"
std::string rung_list(const std::vector<std::string>& rungs) {
  std::string list;
  for (std::size_t rung = 0; rung < rungs.size(); ++rung)
    list += fmt::format("{}{} {}", rung == 0 ? "" : ", ", rung + 1, escape(rungs[rung]));
  return list;
}

std::string bureau_section(const ReportInput& input, const PersonColours& colours) {
  std::string body = bureau_chart(input.baseline_story, colours, arm_title(input, false), input);
  if (is_paired(input)) body += bureau_chart(input.counterfactual_story, colours, arm_title(input, true), input);
  if (body.empty()) return {};
  const std::string key =
      "<p>A bar is a seat, in the colour of the strongest man of the bloc its holder belongs to; one colour stands for one man "
      "on "
      "the whole page.</p>" +
      people_key(colours) +
      "<p class=\"legend\"><i style=\"border-bottom:3px solid var(--ink);background:#c9c5bb;margin-left:0\"></i>dark edge: his "
      "bloc "
      "rules<i style=\"background:#e3dfd5;border:1px solid #b9b4a8\"></i>in no bloc; pale or dashed: candidate member; "
      "numbers: rung of "
      "sanction (" +
      rung_list(input.rungs) + ")</p>";
  return section("bureau", "The chief bureau through time",
                 key + body + origin(input, "Blocs follow from leaders' choices (leaders)."));
}

std::string divisions_section(const ReportInput& input) {
  const auto figures = [](const ArmStory& story) {
    std::string out;
    for (const RollCall& call : story.divisions) out += division_figure(call);
    return out.empty() ? out : "<div class=\"votes\">" + out + "</div>\n";
  };
  const std::string baseline = figures(input.baseline_story);
  const std::string twin = figures(input.counterfactual_story);
  if (baseline.empty() && twin.empty()) return {};
  std::string body =
      "<p>The weightiest votes and the closest, seat by seat; hover a seat for its holder and what weighed most with him.</p>"
      "<p class=\"legend\"><i style=\"background:var(--rule);border-radius:50%;width:.75em;margin-left:0\"></i>for"
      "<i style=\"background:#a0473f;border-radius:50%;width:.75em\"></i>against"
      "<i style=\"background:#c9c5bb;border-radius:50%;width:.75em\"></i>abstained or absent"
      "<i style=\"border:2px solid var(--ink);border-radius:50%;width:.75em\"></i>pivotal: his vote alone turned would have "
      "turned "
      "the result; pale: generated members (provincial secretaries and clients without a name in the data)</p>";
  if (is_paired(input)) {
    if (!baseline.empty()) body += "<h3>Baseline</h3>" + baseline;
    if (!twin.empty()) body += "<h3>Counterfactual</h3>" + twin;
  } else {
    body += baseline;
  }
  return section("divisions", "How they voted",
                 body + origin(input, "Votes are cast by persons (organs); the record's own tallies are not drawn."));
}

std::string ladder_section(const ReportInput& input) {
  std::string body = ladder_chart(input.baseline_story, arm_title(input, false), input.start, input.end, input.question.fork);
  if (is_paired(input))
    body += ladder_chart(input.counterfactual_story, arm_title(input, true), input.start, input.end, input.question.fork);
  if (body.empty()) return {};
  std::string key =
      "<p>Who stood on which rung of the ladder of sanctions, and when; a thin line: seated or bargaining, unpunished.</p>"
      "<p class=\"legend\">";
  for (std::size_t rung = 0; rung < input.rungs.size(); ++rung)
    key += fmt::format("<i class=\"rung{0}\"{1}></i>{0} {2}", rung + 1, rung == 0 ? " style=\"margin-left:0\"" : "",
                       escape(input.rungs[rung]));
  key += "</p>";
  return section("ladder", "The ladder of falls",
                 key + body + origin(input, "One rung at a time, each with an offence (sanctions)."));
}

std::string patronage_section(const ReportInput& input, const PersonColours& colours) {
  const std::vector<PatronageYear>& years = input.party.baseline.patronage;
  if (years.empty()) return {};
  std::string body =
      "<p>Whose men run the provinces. A square fills with the share of a province's officials who are clients of the man at "
      "the "
      "left, in his colour; a ring says that the secretary is his, too. What is empty is nobody's. At the right: officials and "
      "secretaries in all.</p><div class=\"tabs\" role=\"group\" aria-label=\"Year\">";
  for (std::size_t i = 0; i < years.size(); ++i) {
    body += fmt::format(
        "<input type=\"radio\" name=\"patrons\" id=\"patrons{0}\"{1}><label for=\"patrons{0}\">{2}</label><div "
        "class=\"panel\">",
        i, i + 1 == years.size() ? " checked" : "", escape(years[i].title));
    body += patronage_chart(years[i], colours, arm_title(input, false) + ", end of " + years[i].title);
    const std::vector<PatronageYear>& twins = input.party.counterfactual.patronage;
    if (i < twins.size()) body += patronage_chart(twins[i], colours, arm_title(input, true) + ", end of " + twins[i].title);
    body += "</div>";
  }
  return section(
      "patronage", "Whose men: the network of patronage",
      body + "</div>\n" + origin(input, "Officials are counted, not named; places follow the provinces' size (appointments)."));
}

std::string pyramid_section(const ReportInput& input) {
  const PartyPictures& party = input.party;
  if (party.baseline.pyramid.empty()) return {};
  double most = 0;
  for (const PartyArm* arm : {&party.baseline, &party.counterfactual}) {
    for (const PyramidYear& year : arm->pyramid) {
      for (std::size_t g = 0; g < year.full.size(); ++g)
        most = std::max(most, static_cast<double>(year.full[g] + year.candidates[g]));
    }
  }
  std::string body =
      "<p>Members by the date at which they joined, at the end of each year and on one scale; pale: candidates on "
      "probation.</p><p class=\"legend\">";
  for (std::size_t g = 0; g < party.generations.size(); ++g) {
    body +=
        fmt::format("<i class=\"gen{}\"{}></i>{}", g, g == 0 ? " style=\"margin-left:0\"" : "", escape(party.generations[g]));
  }
  body += "</p>";
  body += pyramid_chart(party.baseline.pyramid, party.generations, arm_title(input, false), most);
  if (is_paired(input)) body += pyramid_chart(party.counterfactual.pyramid, party.generations, arm_title(input, true), most);
  return section("pyramid", "The party by generation",
                 body + origin(input, "Members are counted to the person (members); Committee and bureau are seats."));
}

}  // namespace

std::string party_sections(const ReportInput& input) {
  const PersonColours colours(input);
  return bureau_section(input, colours) + divisions_section(input) + ladder_section(input) + patronage_section(input, colours) +
         pyramid_section(input);
}

std::string dossier_section(const ReportInput& input) {
  if (input.party.dossiers.empty()) return {};
  const PersonColours colours(input);
  return section(
      "dossiers", "Dossiers",
      "<p>What became of the foremost, what they did and why, and what they were made of: values with their status and "
      "source; <i>hindsight</i> and <i>assumed</i> say so.</p>" +
          dossier_list(input.party, colours, is_paired(input)) +
          origin(input, "Anybody else: <code>thermidor show NAME --run DIR</code>."));
}

}  // namespace thermidor::report
