#include "experiment/journal.hpp"

#include <charconv>
#include <filesystem>
#include <fstream>

#include "core/digest.hpp"

namespace thermidor::experiment {
namespace {

constexpr std::string_view kHead = "thermidor-journal 1 ";

std::string checksum_of(std::string_view text) {
  Digest digest;
  digest.add_text(text);
  return format_digest(digest.value());
}

}  // namespace

std::string journal_line(std::size_t member, std::string_view payload) {
  std::string line = std::to_string(member);
  line += ' ';
  line += payload;
  const std::string checksum = checksum_of(line);
  line += ' ';
  line += checksum;
  line += '\n';
  return line;
}

std::map<std::size_t, std::string> read_journal(const std::string& path, std::string_view key) {
  std::map<std::size_t, std::string> members;
  std::ifstream file(path, std::ios::binary);
  std::string line;
  if (!file || !std::getline(file, line) || line != std::string(kHead) + std::string(key)) return members;
  while (std::getline(file, line)) {
    const std::size_t first = line.find(' ');
    const std::size_t last = line.rfind(' ');
    if (first == std::string::npos || last <= first) continue;
    if (checksum_of(std::string_view(line).substr(0, last)) != line.substr(last + 1)) continue;
    std::size_t member = 0;
    const auto [end, error] = std::from_chars(line.data(), line.data() + first, member);
    if (error != std::errc{} || end != line.data() + first) continue;
    members[member] = line.substr(first + 1, last - first - 1);
  }
  return members;
}

Journal::~Journal() { close(); }

bool Journal::open(const std::string& path, std::string_view key, const std::map<std::size_t, std::string>& members) {
  close();
  // Written beside the old file and moved over it: a kill in between loses neither.
  const std::string fresh = path + ".new";
  file_ = std::fopen(fresh.c_str(), "wb");
  if (file_ == nullptr) return false;
  const std::string head = std::string(kHead) + std::string(key) + "\n";
  bool good = std::fwrite(head.data(), 1, head.size(), file_) == head.size();
  for (const auto& [member, payload] : members) good = append(member, payload) && good;
  good = std::fflush(file_) == 0 && good;
  std::error_code error;
  std::filesystem::rename(fresh, path, error);
  return good && !error;
}

bool Journal::append(std::size_t member, std::string_view payload) {
  const std::string line = journal_line(member, payload);
  const std::lock_guard lock(mutex_);
  if (file_ == nullptr) return false;
  return std::fwrite(line.data(), 1, line.size(), file_) == line.size() && std::fflush(file_) == 0;
}

void Journal::close() {
  if (file_ != nullptr) std::fclose(file_);
  file_ = nullptr;
}

}  // namespace thermidor::experiment
