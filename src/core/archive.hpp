// Saving and loading of any value with a field list: little-endian bytes of fixed width, the same on all platforms.
//
//   bytes 0-7   "THERMID" and the version of the format
//   bytes 8-15  fingerprint of the field names and widths, so that a state of another layout is refused
//   bytes 16-   the value; texts and vectors start with their length in 8 bytes
//   last 8      digest of all bytes before
//
// A reader never reads past its end: the first fault sets a flag that stays, and everything after reads as zero.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/layout.hpp"

namespace thermidor {

inline constexpr std::uint64_t kArchiveMagic = 0x0144494D52454854ULL;  // "THERMID", version 1

class ArchiveWriter {
 public:
  // The lowest `width` bytes of the word.
  void put(std::uint64_t word, std::size_t width);
  void put_text(std::string_view text);
  // The bytes with their digest at the end; the writer is empty afterwards.
  std::string finish();

 private:
  std::string bytes_;
};

class ArchiveReader {
 public:
  explicit ArchiveReader(std::string_view bytes) : bytes_(bytes) {}
  std::uint64_t get(std::size_t width);
  std::string get_text();
  // The count of a vector whose elements take at least `least` bytes each; 0 and failed if they cannot be there.
  std::size_t get_count(std::size_t least);
  void fail() { failed_ = true; }
  bool failed() const { return failed_; }
  std::size_t left() const { return failed_ ? 0 : bytes_.size() - position_; }

 private:
  std::string_view bytes_;
  std::size_t position_ = 0;
  bool failed_ = false;
};

// Checks and removes the digest at the end; false if it does not fit.
bool check_archive(std::string_view bytes, std::string_view& content);

template <class T>
void write_value(ArchiveWriter& writer, const T& value);
template <class T>
void read_value(ArchiveReader& reader, T& value);

namespace detail {

// Objects rather than lambdas, here and beside: a lambda is another one in every struct's function, and so is all that it
// calls.
struct WriteField {
  ArchiveWriter& writer;
  template <class Member>
  [[gnu::noinline]] void operator()(const Field&, const Member& member) const {
    write_value(writer, member);
  }
};
struct ReadField {
  ArchiveReader& reader;
  template <class Member>
  [[gnu::noinline]] void operator()(const Field&, Member& member) const {
    read_value(reader, member);
  }
};

}  // namespace detail

template <class T>
void write_value(ArchiveWriter& writer, const T& value) {
  if constexpr (detail::Scalar<T>::kIs) {
    writer.put(detail::Scalar<T>::word(value), detail::Scalar<T>::kWidth);
  } else if constexpr (std::same_as<T, std::string>) {
    writer.put_text(value);
  } else if constexpr (detail::kIsVector<T>) {
    writer.put(value.size(), 8);
    for (const typename T::value_type& element : value) write_value(writer, element);
  } else if constexpr (detail::kIsArray<T>) {
    for (const typename T::value_type& element : value) write_value(writer, element);
  } else {
    static_assert(HasFields<T>, "type without visit_fields in an archive");
    T::visit_fields(value, detail::WriteField{writer});
  }
}

template <class T>
void read_value(ArchiveReader& reader, T& value) {
  if constexpr (detail::Scalar<T>::kIs) {
    const std::uint64_t word = reader.get(detail::Scalar<T>::kWidth);
    if (std::same_as<T, bool> && word > 1) reader.fail();
    detail::Scalar<T>::set(value, word);
  } else if constexpr (std::same_as<T, std::string>) {
    value = reader.get_text();
  } else if constexpr (detail::kIsVector<T>) {
    using Element = typename T::value_type;
    const std::size_t count = reader.get_count(detail::least_bytes<Element>());
    value.clear();
    value.reserve(count);
    for (std::size_t i = 0; i < count && !reader.failed(); ++i) {
      Element element{};
      read_value(reader, element);
      value.push_back(std::move(element));
    }
  } else if constexpr (detail::kIsArray<T>) {
    for (typename T::value_type& element : value) read_value(reader, element);
  } else {
    static_assert(HasFields<T>, "type without visit_fields in an archive");
    T::visit_fields(value, detail::ReadField{reader});
  }
}

template <class T>
std::string save_archive(const T& value) {
  ArchiveWriter writer;
  writer.put(kArchiveMagic, 8);
  writer.put(layout_fingerprint<T>(), 8);
  write_value(writer, value);
  return writer.finish();
}

// Why an archive could not be loaded.
enum class ArchiveFault : unsigned char { none, damaged, other_version, other_layout, wrong_length };

// Loads `value`, which is untouched unless the answer is `none`.
template <class T>
ArchiveFault load_archive(std::string_view bytes, T& value) {
  std::string_view content;
  if (!check_archive(bytes, content)) return ArchiveFault::damaged;
  ArchiveReader reader(content);
  if (reader.get(8) != kArchiveMagic) return ArchiveFault::other_version;
  if (reader.get(8) != layout_fingerprint<T>()) return ArchiveFault::other_layout;
  T loaded{};
  read_value(reader, loaded);
  if (reader.failed() || reader.left() != 0) return ArchiveFault::wrong_length;
  value = std::move(loaded);
  return ArchiveFault::none;
}

// One sentence for people.
std::string_view describe(ArchiveFault fault);

}  // namespace thermidor
