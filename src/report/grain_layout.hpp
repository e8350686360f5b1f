// Where the knots, ribbons and labels of a grain picture stand.
#pragma once

#include <string>
#include <vector>

#include "report/grain_flow.hpp"

namespace thermidor::report {

struct KnotBox {
  double x = 0, y = 0, height = 0;
};

struct LinkBand {
  double x_from = 0, y_from = 0, x_to = 0, y_to = 0, thickness = 0;  // y at the upper edge
};

struct KnotLabel {
  double x = 0, y = 0;             // of the first line's foot
  bool centred = false;            // else it starts at x
  std::vector<std::string> lines;  // name and amount, on one line or two
};

struct GrainLayout {
  double width = 0, height = 0, knot_width = 0;
  std::vector<KnotBox> boxes;     // one a knot
  std::vector<LinkBand> bands;    // one a link
  std::vector<KnotLabel> labels;  // one a knot
};

// `scale`: units of height a million tonnes; the same for all pictures that are compared.
GrainLayout lay_out_grain(const GrainNet& net, double scale);

// Million tonnes in as many digits as a label bears: "56.9", "0.42".
std::string short_megatonnes(std::int64_t kilograms);

}  // namespace thermidor::report
