#include "core/archive.hpp"

#include <gtest/gtest.h>

#include "core/compare.hpp"
#include "core/sample.hpp"

namespace thermidor {
namespace {

SampleWorld changed_world() {
  SampleWorld world;
  world.step = -1;
  world.economy.price = -0.0;
  world.economy.trusts.push_back({Kopecks{77}, std::string("with\0zero", 9)});
  world.economy.flags = {};
  world.economy.colour = Colour::red;
  return world;
}

TEST(Archive, WhatIsSavedIsLoadedToTheLastBit) {
  const SampleWorld saved = changed_world();
  SampleWorld loaded;
  ASSERT_EQ(load_archive(save_archive(saved), loaded), ArchiveFault::none);
  EXPECT_EQ(first_difference(saved, loaded), "");
  EXPECT_EQ(digest_of(saved), digest_of(loaded));
}

TEST(Archive, CutAnywhereItIsRefusedAndTheValueIsUntouched) {
  const std::string bytes = save_archive(changed_world());
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    SampleWorld loaded;
    loaded.step = 42;
    ASSERT_EQ(load_archive(std::string_view(bytes).substr(0, length), loaded), ArchiveFault::damaged) << length;
    EXPECT_EQ(loaded.step, 42);
  }
}

TEST(Archive, AnyChangedByteIsFound) {
  const std::string bytes = save_archive(changed_world());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string damaged = bytes;
    damaged[i] = static_cast<char>(damaged[i] ^ 1);
    SampleWorld loaded;
    ASSERT_EQ(load_archive(damaged, loaded), ArchiveFault::damaged) << i;
  }
}

TEST(Archive, AnotherLayoutIsRefused) {
  Sample loaded;
  EXPECT_EQ(load_archive(save_archive(SampleWorld{}), loaded), ArchiveFault::other_layout);
  EXPECT_NE(layout_fingerprint<Sample>(), layout_fingerprint<SampleWorld>());
}

TEST(Archive, AnotherVersionIsRefused) {
  ArchiveWriter writer;
  writer.put(kArchiveMagic + (1ULL << 56), 8);
  writer.put(layout_fingerprint<Trust>(), 8);
  write_value(writer, Trust{});
  Trust loaded;
  EXPECT_EQ(load_archive(writer.finish(), loaded), ArchiveFault::other_version);
}

TEST(Archive, AValueThatIsTooLongOrTooShortIsRefusedEvenWithARightDigest) {
  Trust loaded;
  ArchiveWriter longer;
  longer.put(kArchiveMagic, 8);
  longer.put(layout_fingerprint<Trust>(), 8);
  write_value(longer, Trust{});
  longer.put(0, 1);
  EXPECT_EQ(load_archive(longer.finish(), loaded), ArchiveFault::wrong_length);
  ArchiveWriter shorter;
  shorter.put(kArchiveMagic, 8);
  shorter.put(layout_fingerprint<Trust>(), 8);
  shorter.put(0, 8);
  EXPECT_EQ(load_archive(shorter.finish(), loaded), ArchiveFault::wrong_length);
}

TEST(Archive, AnAbsurdLengthIsRefusedBeforeMemoryIsAskedFor) {
  ArchiveWriter writer;
  writer.put(kArchiveMagic, 8);
  writer.put(layout_fingerprint<Trust>(), 8);
  writer.put(0, 8);
  writer.put(0xFFFFFFFFFFFFULL, 8);
  Trust loaded;
  EXPECT_EQ(load_archive(writer.finish(), loaded), ArchiveFault::wrong_length);
}

TEST(ArchiveReader, StaysFailedAndReadsZeros) {
  ArchiveReader reader(std::string_view("\1\2\3", 3));
  EXPECT_EQ(reader.get(2), 0x0201U);
  EXPECT_EQ(reader.get(2), 0U);
  EXPECT_TRUE(reader.failed());
  EXPECT_EQ(reader.get(1), 0U);
  EXPECT_EQ(reader.get_text(), "");
  EXPECT_EQ(reader.left(), 0U);
}

TEST(Archive, EveryFaultHasASentence) {
  for (int i = 0; i <= static_cast<int>(ArchiveFault::wrong_length); ++i) {
    EXPECT_FALSE(describe(static_cast<ArchiveFault>(i)).empty());
  }
}

}  // namespace
}  // namespace thermidor
