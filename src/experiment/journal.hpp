// Finished members of an ensemble on disk, one line each with a checksum, appended as they finish. A line that was cut off or
// spoilt is ignored, so a killed study goes on where it stopped.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace thermidor::experiment {

// The members that a journal holds for one study (`key`); empty if there is no such file or it belongs to another study.
std::map<std::size_t, std::string> read_journal(const std::string& path, std::string_view key);

// One line of a journal, newline included. `payload` holds no line break.
std::string journal_line(std::size_t member, std::string_view payload);

class Journal {
 public:
  Journal() = default;
  ~Journal();
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;

  // Starts the file anew with the members given (so that spoilt lines do not stay). False if it cannot be written.
  bool open(const std::string& path, std::string_view key, const std::map<std::size_t, std::string>& members);
  // Appends and flushes; any thread may call it.
  bool append(std::size_t member, std::string_view payload);
  void close();

 private:
  std::FILE* file_ = nullptr;
  std::mutex mutex_;
};

}  // namespace thermidor::experiment
