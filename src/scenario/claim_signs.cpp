#include "scenario/claim_signs.hpp"

#include "scenario/binding.hpp"
#include "scenario/row_reader.hpp"

namespace thermidor::scenario {

std::vector<ClaimSign> read_claim_signs(const Document& document, const Vocabulary& vocabulary,
                                        const std::vector<Claim>& claims, Diagnostics& diagnostics) {
  detail::check_unknown_keys(document.root, document.file, {"sign"}, "key", diagnostics);
  std::vector<std::string> known;
  for (const Claim& claim : claims) known.push_back(claim.id);
  std::vector<ClaimSign> signs;
  UniqueIds ids(document.file, diagnostics);
  for (const Value* row : tables_of(document.root, "sign", document.file, diagnostics)) {
    RowReader reader(*row, document.file, diagnostics);
    ClaimSign sign;
    sign.place = row->place;
    sign.claim = reader.choice("claim", known);
    sign.title = reader.text("title", true);
    sign.when = reader.expression("when", vocabulary, true);
    if (sign.when.gives_month) reader.fail(reader.place("when"), "a month where a condition belongs", "such as hunger > 0.1");
    reader.finish();
    ids.add(sign.claim, row->place);
    signs.push_back(std::move(sign));
  }
  return signs;
}

}  // namespace thermidor::scenario
