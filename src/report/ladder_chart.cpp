#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "report/party_charts.hpp"
#include "report/svg.hpp"
#include "report/text.hpp"

namespace thermidor::report {
namespace {

constexpr double kWidth = 920, kLeft = 160, kRight = 10, kRow = 17, kTop = 10;

struct Climber {
  std::string leader;
  std::vector<const StandingRow*> rows;
  int highest = 0;
  Month first{1 << 20};
};

std::vector<Climber> climbers_of(const ArmStory& story) {
  std::map<std::string, Climber> by_leader;
  for (const StandingRow& row : story.standings) {
    Climber& climber = by_leader[row.leader];
    climber.leader = row.leader;
    climber.rows.push_back(&row);
    climber.highest = std::max(climber.highest, row.rung);
    if (row.rung > 0) climber.first = std::min(climber.first, row.month);
  }
  std::vector<Climber> climbers;
  for (auto& [name, climber] : by_leader) {
    if (climber.highest > 0) climbers.push_back(std::move(climber));
  }
  std::stable_sort(climbers.begin(), climbers.end(), [](const Climber& a, const Climber& b) {
    return a.highest != b.highest ? a.highest > b.highest : a.first < b.first;
  });
  constexpr std::size_t kMost = 26;
  if (climbers.size() > kMost) climbers.resize(kMost);
  return climbers;
}

std::string draw_climber(const Climber& climber, double top, const Scale& x) {
  std::string out = fmt::format("<text class=\"name\" x=\"{:.0f}\" y=\"{:.1f}\" text-anchor=\"end\">{}</text>", kLeft - 8,
                                top + 12.5, escape(climber.leader));
  const double month_width = x(1) - x(0);
  for (std::size_t i = 0; i < climber.rows.size();) {
    const StandingRow& head = *climber.rows[i];
    std::size_t end = i + 1;
    while (end < climber.rows.size() && climber.rows[end]->rung == head.rung &&
           climber.rows[end]->month - climber.rows[end - 1]->month == 1) {
      ++end;
    }
    const double left = x(head.month.index);
    const double width = month_width * static_cast<double>(end - i);
    if (head.rung > 0) {
      out += fmt::format(
          "<rect class=\"rung{}\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.0f}\"><title>{}: rung {} "
          "from {}</title></rect>",
          head.rung, left, top + 2, width, kRow - 3, escape(climber.leader), head.rung, format_month(head.month));
      if (width > 9) {
        out += fmt::format("<text class=\"rungno{}\" x=\"{:.1f}\" y=\"{:.1f}\">{}</text>", head.rung >= 4 ? " light" : "",
                           left + 3, top + 12.5, head.rung);
      }
    } else {
      out += fmt::format("<line class=\"upright\" x1=\"{:.1f}\" x2=\"{:.1f}\" y1=\"{:.1f}\" y2=\"{:.1f}\"/>", left,
                         left + width, top + kRow / 2, top + kRow / 2);
    }
    i = end;
  }
  return out;
}

}  // namespace

std::string ladder_chart(const ArmStory& story, const std::string& title, Month start, Month end, Month fork) {
  const std::vector<Climber> climbers = climbers_of(story);
  if (climbers.empty()) return {};
  const double bottom = kTop + kRow * static_cast<double>(climbers.size());
  const Scale x{static_cast<double>(start.index), static_cast<double>(end.index + 1), kLeft, kWidth - kRight};
  std::string out = fmt::format(
      "<figure class=\"bureau\"><figcaption><b>{}</b></figcaption><div class=\"scroll\">"
      "<svg viewBox=\"0 0 {:.0f} {:.0f}\" role=\"img\" aria-label=\"Ladder of sanctions: {}\">",
      escape(title), kWidth, bottom + 20, escape(title));
  out += month_axis(x, start, end, kTop, bottom, 1);
  for (std::size_t i = 0; i < climbers.size(); ++i) out += draw_climber(climbers[i], kTop + kRow * static_cast<double>(i), x);
  if (fork > start) {
    out += fmt::format("<line class=\"fork\" x1=\"{0:.1f}\" x2=\"{0:.1f}\" y1=\"{1:.0f}\" y2=\"{2:.0f}\"/>", x(fork.index),
                       kTop, bottom);
  }
  return out + "</svg></div></figure>\n";
}

}  // namespace thermidor::report
