// Digest of state: 64 bits over the raw bits of every field, equal on every compiler, level, thread count and platform.
#pragma once

#include <array>
#include <bit>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "core/calendar.hpp"
#include "core/fields.hpp"
#include "core/ids.hpp"
#include "core/quantity.hpp"

namespace thermidor {

// Order-dependent 64-bit mixer (multiply-xor, as in wyhash's finaliser); little-endian by construction, not by memory layout.
class Digest {
 public:
  void add(std::uint64_t word) {
    state_ ^= word;
    state_ *= 0x9E3779B97F4A7C15ULL;
    state_ ^= state_ >> 32;
  }
  void add_text(std::string_view text) {
    add(text.size());
    for (const char c : text) add(static_cast<std::uint64_t>(static_cast<unsigned char>(c)));
  }
  std::uint64_t value() const {
    std::uint64_t x = state_;
    x ^= x >> 29;
    x *= 0xBF58476D1CE4E5B9ULL;
    x ^= x >> 32;
    return x;
  }

 private:
  std::uint64_t state_ = 0x243F6A8885A308D3ULL;
};

template <class T>
void digest_value(Digest& digest, const T& value);

namespace detail {
struct DigestField {
  Digest& digest;
  template <class Member>
  void operator()(const Field&, const Member& member) const {
    digest_value(digest, member);
  }
};
template <class T>
struct DigestPart {
  static void add(Digest& digest, const T& value) {
    if constexpr (std::same_as<T, double>) {
      digest.add(std::bit_cast<std::uint64_t>(value));
    } else if constexpr (std::same_as<T, float>) {
      digest.add(std::bit_cast<std::uint32_t>(value));
    } else if constexpr (std::integral<T> || std::is_enum_v<T>) {
      digest.add(static_cast<std::uint64_t>(value));
    } else if constexpr (HasFields<T>) {
      T::visit_fields(value, DigestField{digest});
    } else {
      static_assert(HasFields<T>, "type without visit_fields in a digest");
    }
  }
};
template <class Tag>
struct DigestPart<Quantity<Tag>> {
  static void add(Digest& digest, const Quantity<Tag>& value) { digest.add(static_cast<std::uint64_t>(value.count)); }
};
template <class Tag>
struct DigestPart<Id<Tag>> {
  static void add(Digest& digest, const Id<Tag>& value) { digest.add(value.value); }
};
template <>
struct DigestPart<Month> {
  static void add(Digest& digest, const Month& value) { digest.add(static_cast<std::uint64_t>(value.index)); }
};
template <>
struct DigestPart<std::string> {
  static void add(Digest& digest, const std::string& value) { digest.add_text(value); }
};
template <class T, std::size_t N>
struct DigestPart<std::array<T, N>> {
  static void add(Digest& digest, const std::array<T, N>& values) {
    for (const T& value : values) digest_value(digest, value);
  }
};
template <class T>
struct DigestPart<std::vector<T>> {
  static void add(Digest& digest, const std::vector<T>& values) {
    digest.add(values.size());
    for (const T& value : values) digest_value(digest, value);
  }
};
}  // namespace detail

template <class T>
void digest_value(Digest& digest, const T& value) {
  detail::DigestPart<T>::add(digest, value);
}

template <class T>
std::uint64_t digest_of(const T& value) {
  Digest digest;
  digest_value(digest, value);
  return digest.value();
}

// Sixteen lower-case hexadecimal digits.
std::string format_digest(std::uint64_t digest);

}  // namespace thermidor
