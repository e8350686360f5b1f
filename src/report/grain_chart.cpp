#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "report/economy_charts.hpp"
#include "report/grain_layout.hpp"
#include "report/svg.hpp"
#include "report/text.hpp"

namespace thermidor::report {
namespace {

constexpr double kTallest = 250;  // units of height for all the grain of the largest year

constexpr std::array<const char*, 4> kToneNames = {"village", "state", "trade", "lost"};

const char* tone_name(GrainTone tone) { return kToneNames[static_cast<std::size_t>(tone)]; }

std::string year_name(int july) { return fmt::format("{}/{:02}", july, (july + 1) % 100); }

std::string exact_megatonnes(std::int64_t kilograms) { return fmt::format("{:.3f}", static_cast<double>(kilograms) / 1e9); }

std::string ribbon(const LinkBand& band) {
  const double bend = (band.x_from + band.x_to) / 2;
  const double thickness = std::max(band.thickness, 0.5);
  return fmt::format("M{0} {1}C{2} {1} {2} {3} {4} {3}L{4} {5}C{2} {5} {2} {6} {0} {6}Z", coordinate(band.x_from),
                     coordinate(band.y_from), coordinate(bend), coordinate(band.y_to), coordinate(band.x_to),
                     coordinate(band.y_to + thickness), coordinate(band.y_from + thickness));
}

std::string draw_label(const KnotLabel& label) {
  std::string out;
  for (std::size_t line = 0; line < label.lines.size(); ++line) {
    out += fmt::format("<text class=\"knot\" x=\"{}\" y=\"{}\"{}>{}</text>", coordinate(label.x),
                       coordinate(label.y + 12.5 * static_cast<double>(line)), label.centred ? " text-anchor=\"middle\"" : "",
                       escape(label.lines[line]));
  }
  return out;
}

// Recorded harvests at the left of the simulated one, on its scale: a line down from its head, a point for each source.
std::string recorded_harvests(const GrainYear& year, const GrainNet& net, const GrainLayout& layout, double scale) {
  const auto harvest = std::find_if(net.knots.begin(), net.knots.end(), [](const GrainKnot& k) { return k.id == "harvest"; });
  if (harvest == net.knots.end()) return {};
  const double top = layout.boxes[static_cast<std::size_t>(harvest - net.knots.begin())].y;
  std::string out;
  double foot = top;
  for (const RecordedFigure& figure : year.recorded) {
    if (figure.title != "harvest") continue;
    const double at = top + figure.value * scale;
    foot = std::max(foot, at);
    out += fmt::format(
        "<circle class=\"rec{}\" cx=\"3\" cy=\"{:.1f}\" r=\"2.4\"><title>recorded harvest {} {}, {} ({})</title></circle>",
        figure.status == "read" ? "" : " open", at, number(figure.value), escape(figure.unit), escape(figure.date),
        escape(figure.status));
  }
  if (out.empty()) return out;
  return fmt::format("<line class=\"rec\" x1=\"3\" x2=\"3\" y1=\"{:.1f}\" y2=\"{:.1f}\"/>", top, foot) + out;
}

std::string recorded_line(const GrainYear& year) {
  std::string out;
  for (const RecordedFigure& figure : year.recorded) {
    out += fmt::format("{}{} {} ({}, {})", out.empty() ? "" : "; ", escape(figure.title), number(figure.value),
                       escape(figure.status), escape(figure.source));
  }
  return out.empty() ? out : "<p class=\"small\">Recorded, million tonnes: " + out + ".</p>";
}

std::string flow_figure(const GrainYear& year, const std::string& arm, double scale) {
  const GrainNet net = grain_net(year);
  const GrainLayout layout = lay_out_grain(net, scale);
  std::string out = fmt::format(
      "<figure class=\"flow\"><figcaption><b>{}</b> <span class=\"unit\">million tonnes</span>"
      "</figcaption><svg viewBox=\"0 0 {:.0f} {:.0f}\" role=\"img\" aria-label=\"Where the grain of {} "
      "went, {}\">",
      escape(arm), layout.width, layout.height, year_name(year.july), escape(arm));
  for (std::size_t l = 0; l < net.links.size(); ++l) {
    const GrainLink& link = net.links[l];
    out += fmt::format("<path class=\"ribbon {}\" d=\"{}\"><title>{} to {}: {} million tonnes</title></path>",
                       tone_name(link.tone), ribbon(layout.bands[l]), escape(net.knots[link.from].title),
                       escape(net.knots[link.to].title), exact_megatonnes(link.kilograms));
  }
  for (std::size_t k = 0; k < net.knots.size(); ++k) {
    const KnotBox& box = layout.boxes[k];
    out += fmt::format("<rect class=\"knot {}\" x=\"{}\" y=\"{:.1f}\" width=\"{:.0f}\" height=\"{:.1f}\"/>",
                       tone_name(net.knots[k].tone), coordinate(box.x), box.y, layout.knot_width, box.height);
  }
  out += recorded_harvests(year, net, layout, scale);
  for (const KnotLabel& label : layout.labels) out += draw_label(label);
  return out + "</svg>" + recorded_line(year) + "</figure>\n";
}

double all_grain(const GrainYear& year) {
  return static_cast<double>(year.harvest + std::max<std::int64_t>(year.barns_before - year.barns_after, 0)) / 1e9;
}

struct GrainRow {
  const char* title;
  std::int64_t (*amount)(const GrainYear&);
};

// The account of all three holders; receipts first, uses after them.
constexpr std::array<GrainRow, 23> kRows = {
    {{"Harvest", [](const GrainYear& y) { return y.harvest; }},
     {"Sown", [](const GrainYear& y) { return y.seed; }},
     {"Fed to animals", [](const GrainYear& y) { return y.fed; }},
     {"Eaten by villagers", [](const GrainYear& y) { return y.eaten; }},
     {"Lost in barns and on the way", [](const GrainYear& y) { return y.lost_barns; }},
     {"Tax in kind", [](const GrainYear& y) { return y.tax_in_kind; }},
     {"Requisitioned", [](const GrainYear& y) { return y.requisitioned; }},
     {"Taken by force at the state's price", [](const GrainYear& y) { return y.forced; }},
     {"Sold to the state", [](const GrainYear& y) { return y.sold_state; }},
     {"Sold to traders and bazaar", [](const GrainYear& y) { return y.sold_private; }},
     {"Bought back by villagers", [](const GrainYear& y) { return y.bread_bought; }},
     {"Relief to villagers", [](const GrainYear& y) { return y.relief; }},
     {"Seed lent by the state", [](const GrainYear& y) { return y.seed_aid; }},
     {"From abroad", [](const GrainYear& y) { return y.from_abroad; }},
     {"Towns, from the state", [](const GrainYear& y) { return y.town_rations; }},
     {"From state shops to traders and villages", [](const GrainYear& y) { return y.resold; }},
     {"Towns, from traders", [](const GrainYear& y) { return y.town_market; }},
     {"Army and institutions", [](const GrainYear& y) { return y.army; }},
     {"Exports", [](const GrainYear& y) { return y.exported; }},
     {"Lost by state and traders", [](const GrainYear& y) { return y.lost_state + y.lost_traders; }},
     {"Barns fuller by", [](const GrainYear& y) { return y.barns_after - y.barns_before; }},
     {"State's stock larger by", [](const GrainYear& y) { return y.state_after - y.state_before; }},
     {"Traders' stock larger by", [](const GrainYear& y) { return y.traders_after - y.traders_before; }}}};

std::string account_table(const std::vector<GrainYear>& years, const std::string& arm) {
  std::string out = "<h3>" + escape(arm) + "</h3><div class=\"scroll\"><table><thead><tr><th>Million tonnes</th>";
  for (const GrainYear& year : years) out += "<th>" + year_name(year.july) + "</th>";
  out += "</tr></thead><tbody>";
  for (const GrainRow& row : kRows) {
    out += fmt::format("<tr><th>{}</th>", row.title);
    for (const GrainYear& year : years) {
      const std::int64_t amount = row.amount(year);
      out += fmt::format("<td>{}{:.2f}</td>", amount < 0 ? "\xE2\x88\x92" : "",
                         static_cast<double>(amount < 0 ? -amount : amount) / 1e9);
    }
    out += "</tr>";
  }
  return out + "</tbody></table></div>";
}

}  // namespace

std::string grain_chart(const GrainPicture& picture) {
  if (picture.baseline.empty()) return {};
  double largest = 1;
  for (const std::vector<GrainYear>* years : {&picture.baseline, &picture.counterfactual}) {
    for (const GrainYear& year : *years) largest = std::max(largest, all_grain(year));
  }
  const bool paired = !picture.counterfactual.empty();
  std::string out = "<div class=\"tabs\" role=\"group\" aria-label=\"Agricultural year\">";
  for (std::size_t i = 0; i < picture.baseline.size(); ++i) {
    const GrainYear& year = picture.baseline[i];
    out += fmt::format("<input type=\"radio\" name=\"grain\" id=\"grain{0}\"{1}><label for=\"grain{0}\">{2}</label>", i,
                       static_cast<int>(i) == picture.shown_first ? " checked" : "", year_name(year.july));
    const std::string title = "July to June " + year_name(year.july);
    out += "<div class=\"panel\">";
    out += paired ? "<div class=\"grid2\">" : "<div class=\"single\">";
    out += flow_figure(year, paired ? "Baseline, " + title : title, kTallest / largest);
    if (paired && i < picture.counterfactual.size()) {
      out += flow_figure(picture.counterfactual[i], "Counterfactual, " + title, kTallest / largest);
    }
    out += "</div></div>";
  }
  out += "</div><details><summary>Numbers of all years</summary>";
  out += account_table(picture.baseline, paired ? "Baseline" : "This run");
  if (paired) out += account_table(picture.counterfactual, "Counterfactual");
  return out + "</details>\n";
}

}  // namespace thermidor::report
