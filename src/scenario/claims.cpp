#include "scenario/claims.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "scenario/binding.hpp"
#include "scenario/row_reader.hpp"

namespace thermidor::scenario {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> parts;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(separator, start), text.size());
    parts.push_back(text.substr(start, end - start));
    start = end + separator.size();
  }
  return parts;
}

// Takes a number of at least one digit off the front.
bool take_number(std::string_view& text) {
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  text.remove_prefix(digits);
  return digits > 0;
}

bool take(std::string_view& text, char wanted) {
  if (!text.starts_with(wanted)) return false;
  text.remove_prefix(1);
  return true;
}

bool is_span(std::string_view text) {
  if (!take(text, 'L') || !take_number(text)) return false;
  if (take(text, '.') && !take_number(text)) return false;
  if (take(text, '-') && !take_number(text)) return false;
  return text.empty();
}

std::string kinds_in_words() {
  std::string words;
  for (const ClaimKind& kind : kClaimKinds)
    words += (words.empty() ? "" : ", ") + std::string(1, kind.letter) + " " + kind.name;
  return words;
}

void check_id(const Claim& claim, RowReader& reader) {
  if (claim.id.empty()) return;
  if (kind_of_claim(claim.id) == nullptr) {
    return reader.fail(reader.place("id"), "unknown kind of claim '" + claim.id.substr(0, 1) + "'",
                       "an id that begins with one of " + kinds_in_words());
  }
  const std::string_view digits = std::string_view(claim.id).substr(1);
  if (digits.size() < 2 || digits.size() > 3 || !std::all_of(digits.begin(), digits.end(), is_digit))
    reader.fail(reader.place("id"), "id '" + claim.id + "' is no id of a claim", "a letter and two or three digits");
}

struct Voices {
  std::vector<std::string> keys;
  std::vector<std::string> words;
};

Voices read_voices(const Document& document, Diagnostics& diagnostics) {
  Voices voices;
  const Value* const table = document.root.find("voices");
  if (table == nullptr) return voices;
  RowReader reader(*table, document.file, diagnostics);
  for (const Member& member : table->members) {
    voices.keys.push_back(member.name);
    voices.words.push_back(reader.text(member.name.c_str(), true));
  }
  return voices;
}

// Keys become words: "E D" is "the essayist's own judgement; as Deutscher argues".
std::string voice_in_words(const std::string& given, const Voices& voices, RowReader& reader) {
  std::string words;
  if (given.empty()) return words;
  for (const std::string_view part : split(given, " ")) {
    const std::string key(part);
    const int found = position_of(voices.keys, key);
    if (found < 0) {
      reader.fail(reader.place("voice"), "unknown voice '" + key + "'", "keys of [voices] with blanks between",
                  nearest_name(key, voices.keys));
      continue;
    }
    words += (words.empty() ? "" : "; ") + voices.words[static_cast<std::size_t>(found)];
  }
  return words;
}

const Claim* find_claim(const std::vector<Claim>& claims, std::string_view id) {
  const auto found = std::find_if(claims.begin(), claims.end(), [id](const Claim& claim) { return claim.id == id; });
  return found != claims.end() ? &*found : nullptr;
}

}  // namespace

const char* kind_of_claim(std::string_view id) {
  for (const ClaimKind& kind : kClaimKinds) {
    if (id.starts_with(kind.letter)) return kind.name;
  }
  return nullptr;
}

bool is_reference(std::string_view text) {
  const std::vector<std::string_view> spans = split(text, ", ");
  return std::all_of(spans.begin(), spans.end(), is_span);
}

std::vector<Claim> read_claims(const Document& document, Diagnostics& diagnostics) {
  detail::check_unknown_keys(document.root, document.file, {"claim", "voices"}, "key", diagnostics);
  const Voices voices = read_voices(document, diagnostics);
  std::vector<Claim> claims;
  UniqueIds ids(document.file, diagnostics);
  for (const Value* row : tables_of(document.root, "claim", document.file, diagnostics)) {
    RowReader reader(*row, document.file, diagnostics);
    Claim claim{reader.text("id", true), reader.text("ref", true), {}, {}, row->place};
    claim.voice = voice_in_words(reader.text("voice"), voices, reader);
    claim.text = reader.text("text", true);
    reader.finish();
    check_id(claim, reader);
    if (!claim.reference.empty() && !is_reference(claim.reference))
      reader.fail(reader.place("ref"), "'" + claim.reference + "' is no reference",
                  "lines and sentences such as \"L9.5, L11.7-9, L81-85\"");
    ids.add(claim.id, reader.place("id"));
    claims.push_back(std::move(claim));
  }
  return claims;
}

Result<std::vector<ClaimUse>> parse_claim_uses(std::string_view text, const std::string& file,
                                               const std::vector<Claim>& claims) {
  std::vector<ClaimUse> uses;
  Diagnostics diagnostics;
  const std::vector<std::string> known(kClaimUses.begin(), kClaimUses.end());
  int line = 0;
  for (const std::string_view row : split(text, "\n")) {
    ++line;
    if (row.empty() || row.starts_with('#')) continue;
    const std::vector<std::string_view> cells = split(row, "\t");
    if (cells.size() != 4) {
      diagnostics.push_back(fault_at(file, {line, 1}, "a line of " + std::to_string(cells.size()) + " cells",
                                     "claim, use, name and what with tabs between"));
      continue;
    }
    ClaimUse use{std::string(cells[0]), std::string(cells[1]), std::string(cells[2]), std::string(cells[3])};
    if (find_claim(claims, use.claim) == nullptr)
      diagnostics.push_back(fault_at(file, {line, 1}, "unknown claim '" + use.claim + "'", "the id of a row of claims.toml"));
    if (position_of(known, use.use) < 0)
      diagnostics.push_back(fault_at(file, {line, static_cast<int>(cells[0].size()) + 2}, "unknown use '" + use.use + "'",
                                     "rule, check, page, ...", nearest_name(use.use, known)));
    uses.push_back(std::move(use));
  }
  if (has_errors(diagnostics)) return diagnostics;
  return uses;
}

Result<std::vector<ClaimUse>> read_claim_uses(const std::string& folder, const std::vector<Claim>& claims) {
  const std::filesystem::path path = std::filesystem::path(folder) / "claim_index.tsv";
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return std::vector<ClaimUse>{};
  const std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  return parse_claim_uses(text, path.string(), claims);
}

}  // namespace thermidor::scenario
