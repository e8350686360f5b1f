#include "core/archive.hpp"

#include <array>
#include <utility>

namespace thermidor {
namespace {

std::uint64_t little_endian(std::string_view bytes) {
  std::uint64_t word = 0;
  for (std::size_t i = bytes.size(); i-- > 0;) word = word << 8 | static_cast<unsigned char>(bytes[i]);
  return word;
}

// Eight bytes at a time: archives of a whole country are long.
std::uint64_t digest_bytes(std::string_view bytes) {
  Digest digest;
  digest.add(bytes.size());
  while (bytes.size() >= 8) {
    digest.add(little_endian(bytes.substr(0, 8)));
    bytes.remove_prefix(8);
  }
  digest.add(little_endian(bytes));
  return digest.value();
}

}  // namespace

// Widths are at most eight bytes.
void ArchiveWriter::put(std::uint64_t word, std::size_t width) {
  std::array<char, 8> buffer{};
  for (std::size_t i = 0; i < width; ++i) buffer[i] = static_cast<char>(static_cast<unsigned char>(word >> (8 * i)));
  bytes_.append(buffer.data(), width);
}

void ArchiveWriter::put_text(std::string_view text) {
  put(text.size(), 8);
  bytes_ += text;
}

std::string ArchiveWriter::finish() {
  put(digest_bytes(bytes_), 8);
  return std::exchange(bytes_, {});
}

std::uint64_t ArchiveReader::get(std::size_t width) {
  if (left() < width) {
    failed_ = true;
    return 0;
  }
  const std::uint64_t word = little_endian(bytes_.substr(position_, width));
  position_ += width;
  return word;
}

std::string ArchiveReader::get_text() {
  const std::size_t length = get_count(1);
  const std::string text(bytes_.substr(position_, length));
  position_ += length;
  return text;
}

std::size_t ArchiveReader::get_count(std::size_t least) {
  const std::uint64_t count = get(8);
  if (count > left() / (least == 0 ? 1 : least)) {
    failed_ = true;
    return 0;
  }
  return static_cast<std::size_t>(count);
}

bool check_archive(std::string_view bytes, std::string_view& content) {
  if (bytes.size() < 24) return false;
  content = bytes.substr(0, bytes.size() - 8);
  return digest_bytes(content) == little_endian(bytes.substr(bytes.size() - 8));
}

std::string_view describe(ArchiveFault fault) {
  switch (fault) {
    case ArchiveFault::none: return "loaded";
    case ArchiveFault::damaged: return "damaged or not an archive: its check digest does not fit";
    case ArchiveFault::other_version: return "written by another version of the archive format";
    case ArchiveFault::other_layout: return "written by a version with other fields";
    case ArchiveFault::wrong_length: return "longer or shorter than its fields";
  }
  return "unknown fault";
}

}  // namespace thermidor
