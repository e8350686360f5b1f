#include "experiment/streamed_file.hpp"

#include <array>
#include <filesystem>

#include "core/digest.hpp"

namespace thermidor::experiment {

StreamedFile::StreamedFile(std::string path) : path_(std::move(path)) { file_ = std::fopen((path_ + ".new").c_str(), "wb"); }

StreamedFile::~StreamedFile() {
  if (file_ != nullptr) std::fclose(file_);
}

void StreamedFile::write(std::string_view text) {
  good_ = good_ && file_ != nullptr && std::fwrite(text.data(), 1, text.size(), file_) == text.size();
}

bool StreamedFile::finish() {
  if (file_ == nullptr) return false;
  good_ = std::fclose(file_) == 0 && good_;
  file_ = nullptr;
  std::error_code error;
  if (good_) std::filesystem::rename(path_ + ".new", path_, error);
  if (!good_) std::filesystem::remove(path_ + ".new", error);
  return good_ && !error;
}

bool digest_file(const std::string& path, std::uint64_t& bytes, std::uint64_t& digest) {
  std::error_code error;
  bytes = std::filesystem::file_size(path, error);
  std::FILE* const file = error ? nullptr : std::fopen(path.c_str(), "rb");
  if (file == nullptr) return false;
  // As Digest::add_text of the whole text.
  Digest sum;
  sum.add(bytes);
  std::array<char, 65536> buffer{};
  std::uint64_t read = 0;
  for (std::size_t got = 0; (got = std::fread(buffer.data(), 1, buffer.size(), file)) > 0; read += got) {
    for (std::size_t i = 0; i < got; ++i) sum.add(static_cast<std::uint64_t>(static_cast<unsigned char>(buffer[i])));
  }
  std::fclose(file);
  digest = sum.value();
  return read == bytes;
}

}  // namespace thermidor::experiment
