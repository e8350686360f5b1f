// A file that is written piece by piece and takes its place when it is whole.
#pragma once

#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

namespace thermidor::experiment {

class StreamedFile {
 public:
  explicit StreamedFile(std::string path);
  ~StreamedFile();
  StreamedFile(const StreamedFile&) = delete;
  StreamedFile& operator=(const StreamedFile&) = delete;

  void write(std::string_view text);
  // Moves the file to its place; false if anything could not be written (disk full, say).
  bool finish();

 private:
  std::string path_;
  std::FILE* file_ = nullptr;
  bool good_ = true;
};

// What a manifest notes of a file: its size and digest; false if it cannot be read.
bool digest_file(const std::string& path, std::uint64_t& bytes, std::uint64_t& digest);

}  // namespace thermidor::experiment
