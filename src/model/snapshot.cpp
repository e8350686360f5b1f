#include "model/snapshot.hpp"

#include "core/compare.hpp"
#include "core/digest.hpp"
#include "party/cards.hpp"

namespace thermidor {

namespace {

// Behind a world with cards: the length of the world's own archive, and this word in place of a digest.
constexpr std::uint64_t kCardsFollow = 0x5344524143204E45ULL;
constexpr std::size_t kTail = 16;

std::string word_bytes(std::uint64_t word) {
  std::string bytes;
  for (int i = 0; i < 8; ++i) bytes.push_back(static_cast<char>(word >> (8 * i) & 255U));
  return bytes;
}

std::uint64_t word_at(std::string_view bytes, std::size_t place) {
  std::uint64_t word = 0;
  for (std::size_t i = 8; i-- > 0;) word = (word << 8) | static_cast<unsigned char>(bytes[place + i]);
  return word;
}

}  // namespace

// A world whose members are only counted has the same digest and the same bytes as if nobody could list them.
std::uint64_t digest(const World& world) {
  const std::uint64_t counted = digest_of(world);
  if (!party::kept(world.cards)) return counted;
  Digest both;
  both.add(counted);
  both.add(party::digest_cards(world.cards));
  return both.value();
}

std::string save_world(const World& world) {
  std::string bytes = save_archive(world);
  if (!party::kept(world.cards)) return bytes;
  const std::size_t length = bytes.size();
  bytes += save_archive(party::compact(world.cards));
  return bytes + word_bytes(length) + word_bytes(kCardsFollow);
}

ArchiveFault load_world(std::string_view bytes, World& world) {
  World loaded;
  if (bytes.size() < kTail || word_at(bytes, bytes.size() - 8) != kCardsFollow) {
    const ArchiveFault fault = load_archive(bytes, loaded);
    if (fault == ArchiveFault::none) world = std::move(loaded);
    return fault;
  }
  const std::uint64_t length = word_at(bytes, bytes.size() - kTail);
  if (length > bytes.size() - kTail) return ArchiveFault::damaged;
  const ArchiveFault fault = load_archive(bytes.substr(0, length), loaded);
  if (fault != ArchiveFault::none) return fault;
  party::CardIndex cards;
  const ArchiveFault of_cards = load_archive(bytes.substr(length, bytes.size() - kTail - length), cards);
  if (of_cards != ArchiveFault::none) return of_cards;
  loaded.cards = std::move(cards);
  loaded.setup.one_by_one = true;
  world = std::move(loaded);
  return ArchiveFault::none;
}

std::string world_difference(const World& a, const World& b) {
  std::string difference = first_difference(a, b);
  if (!difference.empty()) return difference;
  if (party::kept(a.cards) != party::kept(b.cards)) return "cards: kept in one world only";
  difference = first_difference(party::compact(a.cards), party::compact(b.cards));
  return difference.empty() ? difference : "cards." + difference;
}

}  // namespace thermidor
