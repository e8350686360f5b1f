// A scenario as one binary: parameters, chronicle and acts, for hosts that cannot read text (the WebAssembly module, other
// languages).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/archive.hpp"
#include "model/act.hpp"
#include "model/params.hpp"

namespace thermidor {

struct Pack {
  Params params;
  std::vector<Act> chronicle;
  std::vector<Act> acts;  // done in every run

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"params", "struct", 0, 0, "", "constants"}, self.params);
    visit(Field{"chronicle", "acts", 0, 0, "", "the record as acts"}, self.chronicle);
    visit(Field{"acts", "acts", 0, 0, "", "done in every run"}, self.acts);
  }
};

std::string save_pack(const Pack& pack);

// The fault says why the bytes are no pack of this engine; `pack` is then untouched.
ArchiveFault load_pack(std::string_view bytes, Pack& pack);

}  // namespace thermidor
