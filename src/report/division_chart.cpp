#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "report/party_charts.hpp"
#include "report/text.hpp"

namespace thermidor::report {
namespace {

const char* tone(int choice) { return choice > 0 ? "for" : choice < 0 ? "against" : "none"; }

struct Place {
  double angle, radius;
};

// Seats in rings, filled by angle, so that each choice is one sector.
std::vector<Place> places(std::size_t count, double outer, double pitch) {
  constexpr double kPi = 3.14159265358979;
  std::vector<double> radii;
  std::size_t room = 0;
  for (double radius = outer; room < count && radius > outer * 0.3; radius -= pitch) {
    radii.push_back(radius);
    room += static_cast<std::size_t>(kPi * radius / pitch) + 1;
  }
  double length = 0;
  for (const double radius : radii) length += radius;
  std::vector<Place> list;
  std::size_t left = count;
  for (std::size_t r = 0; r < radii.size(); ++r) {
    const bool last = r + 1 == radii.size();
    const auto share = static_cast<std::size_t>(std::lround(static_cast<double>(count) * radii[r] / length));
    const std::size_t seats = last ? left : std::min(left, share);
    for (std::size_t i = 0; i < seats; ++i) {
      list.push_back({kPi * (1 - (static_cast<double>(i) + 0.5) / static_cast<double>(seats)), radii[r]});
    }
    left -= seats;
  }
  std::stable_sort(list.begin(), list.end(), [](const Place& a, const Place& b) { return a.angle > b.angle; });
  return list;
}

std::string half_circle(const std::vector<const SeatMark*>& seats) {
  const double pitch = seats.size() > 120 ? 9.5 : seats.size() > 50 ? 12 : seats.size() > 20 ? 17 : 34;
  const double radius = pitch * 0.42;
  const std::vector<Place> where = places(seats.size(), 150, pitch);
  std::string out = "<svg class=\"division\" viewBox=\"0 0 320 168\" role=\"img\" aria-label=\"seats by vote\">";
  for (std::size_t i = 0; i < seats.size() && i < where.size(); ++i) {
    const SeatMark& seat = *seats[i];
    const double x = 160 + where[i].radius * std::cos(where[i].angle);
    const double y = 160 - where[i].radius * std::sin(where[i].angle);
    out += fmt::format("<circle class=\"{}{}{}\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{:.1f}\"><title>{}{}{}</title></circle>",
                       tone(seat.choice), seat.generated ? " generated" : "", seat.pivotal ? " pivotal" : "", x, y, radius,
                       escape(seat.title), seat.why.empty() ? "" : ": ", escape(seat.why));
  }
  return out + "</svg>";
}

std::string name_lists(const std::vector<SeatMark>& seats) {
  std::string out;
  for (const auto& [choice, title] : {std::pair{1, "For"}, std::pair{-1, "Against"}, std::pair{0, "Abstained or absent"}}) {
    std::string names;
    int generated = 0;
    for (const SeatMark& seat : seats) {
      if (seat.choice != choice) continue;
      if (seat.generated) {
        ++generated;
      } else {
        names += (names.empty() ? "" : ", ") + escape(seat.title);
      }
    }
    if (names.empty() && generated == 0) continue;
    if (generated > 0) names += fmt::format("{}{} generated", names.empty() ? "" : " and ", generated);
    out += fmt::format("<p class=\"small\"><b>{}</b>: {}</p>", title, names);
  }
  return out;
}

}  // namespace

std::string division_figure(const RollCall& call) {
  // The named outside, the generated towards the middle.
  constexpr std::pair<int, bool> kOrder[] = {{1, false}, {1, true}, {0, false}, {0, true}, {-1, true}, {-1, false}};
  std::vector<const SeatMark*> seats;
  for (const auto& [choice, generated] : kOrder) {
    for (const SeatMark& seat : call.seats) {
      if (seat.choice == choice && seat.generated == generated) seats.push_back(&seat);
    }
  }
  if (seats.empty()) return {};
  std::string out = fmt::format(
      "<figure class=\"vote\"><figcaption><b>{}</b><br>{} · {} · {} for, {} against: {}</figcaption>{}", escape(call.question),
      format_month(call.month), escape(call.organ), number(call.votes_for), number(call.votes_against),
      (call.carried ? "carried" : "lost") + (call.majority > 0.51 ? ", needed " + percent(call.majority) : std::string()),
      half_circle(seats));
  out += "<p class=\"small\">Could have tipped it: " + escape(call.swing) + ".</p>";
  out += "<details><summary>Who voted how</summary>" + name_lists(call.seats);
  if (!call.proposer.empty()) out += "<p class=\"small\">Proposed by " + escape(call.proposer) + ".</p>";
  if (!call.decision.empty())
    out += "<p class=\"small\">Every seat with its reasons: <code>thermidor why " + call.decision + " --run DIR</code></p>";
  return out + "</details></figure>\n";
}

std::string dossier_list(const PartyPictures& party, const PersonColours& colours, bool paired) {
  const auto table = [](const DossierTable& t) {
    std::string out = "<h4>" + escape(t.title) + "</h4><div class=\"scroll\"><table><thead><tr>";
    for (const std::string& column : t.columns) out += "<th>" + escape(column) + "</th>";
    out += "</tr></thead><tbody>";
    for (const auto& row : t.rows) {
      out += "<tr>";
      for (const std::string& cell : row) out += "<td>" + escape(cell) + "</td>";
      out += "</tr>";
    }
    return out + "</tbody></table></div>\n";
  };
  std::string out;
  for (const Dossier& dossier : party.dossiers) {
    out += fmt::format("<details class=\"dossier\"><summary><i style=\"background:{}\"></i><b>{}</b> · {}</summary>",
                       colours.of(dossier.name), escape(dossier.name), escape(dossier.end));
    for (const auto& [label, text] : dossier.facts)
      out += fmt::format("<p class=\"small\"><b>{}</b>: {}</p>", escape(label), escape(text));
    if (paired && !dossier.twin_tables.empty()) out += "<h3>Baseline</h3>";
    for (const DossierTable& t : dossier.tables) out += table(t);
    if (paired && !dossier.twin_tables.empty()) out += "<h3>Counterfactual</h3>";
    for (const DossierTable& t : dossier.twin_tables) out += table(t);
    out += "</details>\n";
  }
  return out;
}

}  // namespace thermidor::report
