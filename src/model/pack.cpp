#include "model/pack.hpp"

namespace thermidor {

std::string save_pack(const Pack& pack) { return save_archive(pack); }

ArchiveFault load_pack(std::string_view bytes, Pack& pack) { return load_archive(bytes, pack); }

}  // namespace thermidor
