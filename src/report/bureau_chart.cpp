#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "report/charts.hpp"
#include "report/svg.hpp"
#include "report/text.hpp"

namespace thermidor::report {
namespace {

constexpr double kWidth = 920, kLeft = 160, kRight = 10, kRow = 19, kTop = 10;

// One leader's months in the order of the record.
struct Lane {
  std::string leader;
  std::vector<const StandingRow*> rows;
  Month first_seat{1 << 20};
  int months_seated = 0;
};

std::vector<Lane> lanes_of(const ArmStory& story) {
  std::map<std::string, Lane> by_leader;
  for (const StandingRow& row : story.standings) {
    Lane& lane = by_leader[row.leader];
    lane.leader = row.leader;
    lane.rows.push_back(&row);
    if (row.seat > 0) {
      lane.first_seat = std::min(lane.first_seat, row.month);
      lane.months_seated += row.seat;
    }
  }
  std::vector<Lane> lanes;
  for (auto& [name, lane] : by_leader) {
    if (lane.months_seated > 0) lanes.push_back(std::move(lane));
  }
  std::stable_sort(lanes.begin(), lanes.end(), [](const Lane& a, const Lane& b) {
    return a.first_seat != b.first_seat ? a.first_seat < b.first_seat : a.months_seated > b.months_seated;
  });
  return lanes;
}

bool same_look(const StandingRow& a, const StandingRow& b) {
  return a.seat == b.seat && a.bloc == b.bloc && a.ruling == b.ruling;
}

std::string hover(const StandingRow& first, const StandingRow& last, const std::string& head) {
  const std::string bloc = first.bloc < 0         ? std::string("in no bloc")
                           : head == first.leader ? std::string("heads his bloc")
                                                  : "in the bloc of " + head;
  return fmt::format("{}, {} to {}: {}, {}{}", first.leader, format_month(first.month), format_month(last.month),
                     first.seat == 2 ? "full member" : "candidate", bloc, first.ruling ? ", which rules" : "");
}

// A stretch of months with equal look.
std::string draw_stretch(const StandingRow& first, const StandingRow& last, const std::string& head, const std::string& colour,
                         double left, double width, double top) {
  std::string out = fmt::format("<g><title>{}</title>", escape(hover(first, last, head)));
  out += fmt::format("<rect class=\"{}{}\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.0f}\"{}/>",
                     first.bloc < 0 ? "lone" : "bloc", first.seat == 1 ? " candidate" : "", left, top + 2, width, kRow - 4,
                     first.bloc < 0 ? std::string() : " fill=\"" + colour + "\"");
  if (first.ruling) {
    out += fmt::format("<rect class=\"rules\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"3\"/>", left, top + kRow - 5,
                       width);
  }
  return out + "</g>";
}

// Runs of months with equal look become one rectangle; a change of rung draws a dot.
std::string draw_lane(const Lane& lane, const ArmStory& story, const PersonColours& colours, double top, const Scale& x) {
  std::string out = fmt::format(
      "<rect x=\"{:.0f}\" y=\"{:.1f}\" width=\"9\" height=\"9\" fill=\"{}\"/><text class=\"name\" x=\"{:.0f}\" y=\"{:.1f}\" "
      "text-anchor=\"end\">{}</text>",
      kLeft - 13, top + 5, colours.of(lane.leader), kLeft - 18, top + 13, escape(lane.leader));
  const double month_width = x(1) - x(0);
  int rung = 0;
  for (std::size_t i = 0; i < lane.rows.size();) {
    const StandingRow& first = *lane.rows[i];
    std::size_t end = i + 1;
    while (end < lane.rows.size() && same_look(*lane.rows[end], first) &&
           lane.rows[end]->month - lane.rows[end - 1]->month == 1) {
      ++end;
    }
    const std::string& head = colours.head(story, first.bloc);
    if (first.seat > 0) {
      out += draw_stretch(first, *lane.rows[end - 1], head, colours.of(head), x(first.month.index),
                          month_width * static_cast<double>(end - i), top);
    }
    i = end;
  }
  for (const StandingRow* row : lane.rows) {
    if (row->rung > rung) {
      out += fmt::format(
          "<g class=\"rung\"><circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"6.5\"/><text x=\"{:.1f}\" y=\"{:.1f}\">{}</text></g>",
          x(row->month.index) + month_width / 2, top + kRow / 2, x(row->month.index) + month_width / 2, top + kRow / 2 + 3.2,
          row->rung);
    }
    rung = row->rung;
  }
  return out;
}

}  // namespace

std::string bureau_chart(const ArmStory& story, const PersonColours& colours, const std::string& title,
                         const ReportInput& input) {
  const std::vector<Lane> lanes = lanes_of(story);
  if (lanes.empty()) return {};
  const Month start = input.start;
  const Month end = input.end;
  const Month fork = input.question.fork;
  const double height = kTop + kRow * static_cast<double>(lanes.size()) + 22;
  const Scale x{static_cast<double>(start.index), static_cast<double>(end.index + 1), kLeft, kWidth - kRight};
  const double bottom = height - 20;
  std::string out = fmt::format(
      "<figure class=\"bureau\"><figcaption><b>{}</b></figcaption><div class=\"scroll\">"
      "<svg viewBox=\"0 0 {:.0f} {:.0f}\" role=\"img\" aria-label=\"Seats in the chief bureau: {}\">",
      escape(title), kWidth, height, escape(title));
  out += month_axis(x, start, end, kTop, bottom, 1);
  for (std::size_t i = 0; i < lanes.size(); ++i) {
    out += draw_lane(lanes[i], story, colours, kTop + kRow * static_cast<double>(i), x);
  }
  if (fork > start) {
    out += fmt::format("<line class=\"fork\" x1=\"{0:.1f}\" x2=\"{0:.1f}\" y1=\"{1:.0f}\" y2=\"{2:.0f}\"/>", x(fork.index),
                       kTop, bottom);
  }
  return out + "</svg></div></figure>\n";
}

std::string hemicycle(const RollCall& call) {
  std::vector<const char*> seats;  // whose they are is listed beside the picture
  for (const auto& [choice, tone] : {std::pair{1, "for"}, std::pair{0, "none"}, std::pair{-1, "against"}}) {
    for (const BallotLine& ballot : call.ballots) {
      if (ballot.choice == choice) seats.push_back(tone);
    }
  }
  if (seats.empty()) return {};
  const std::size_t rows = seats.size() > 40 ? 4 : (seats.size() > 18 ? 3 : (seats.size() > 8 ? 2 : 1));
  std::string out = "<svg class=\"hemi\" viewBox=\"0 0 200 108\" role=\"img\" aria-label=\"roll call\">";
  // Seats fill angle by angle over all rows, so that each choice is one sector.
  for (std::size_t i = 0; i < seats.size(); ++i) {
    const double angle = 3.14159265 * (1.0 - (static_cast<double>(i / rows) + 0.5) /
                                                 std::ceil(static_cast<double>(seats.size()) / static_cast<double>(rows)));
    const double radius = 92 - 15 * static_cast<double>(i % rows);
    out += fmt::format("<circle class=\"{}\" cx=\"{:.0f}\" cy=\"{:.0f}\" r=\"5\"/>", seats[i], 100 + radius * std::cos(angle),
                       100 - radius * std::sin(angle));
  }
  return out + "</svg>";
}

}  // namespace thermidor::report
