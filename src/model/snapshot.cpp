#include "model/snapshot.hpp"

#include "core/compare.hpp"
#include "core/digest.hpp"

namespace thermidor {

std::uint64_t digest(const World& world) { return digest_of(world); }

std::string save_world(const World& world) { return save_archive(world); }

ArchiveFault load_world(std::string_view bytes, World& world) { return load_archive(bytes, world); }

std::string world_difference(const World& a, const World& b) { return first_difference(a, b); }

}  // namespace thermidor
