// Finished members of an ensemble on disk: an SQLite file, one transaction per member. Whatever ends the process, members that
// were committed stay, and none is there by half. One process at a time: the file is locked from opening to closing.
//
// Why a write-ahead log (WAL): a member is one append instead of rewriting pages in place, so a commit costs 0.2 ms. It is not
// forced to the platter at each commit (synchronous = NORMAL): a killed process loses nothing, a power cut at most the last
// members, which come out the same when they are computed again. With the exclusive lock SQLite needs no shared memory file, so
// journals work on network file systems too.
#pragma once

#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace thermidor::experiment {

class Journal {
 public:
  Journal() = default;
  ~Journal();
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;

  // Opens the journal of one study (`key`), or makes it. What is wrong, in words for the user; empty if all is well. A file
  // that is no journal is put aside as PATH.spoilt; members of another study are forgotten.
  std::string open(const std::string& path, std::string_view key);
  bool is_open() const { return database_ != nullptr; }

  // Numbers of the members it holds, in order. Those whose checksum is wrong are dropped.
  std::vector<std::size_t> members();
  std::optional<std::string> read(std::size_t member);
  // One transaction; any thread may call it. What is wrong, in words; empty if the member is safe.
  std::string append(std::size_t member, std::string_view payload);
  void forget_all();
  void close();

 private:
  std::string try_open(std::string_view key);
  std::string say(int code) const;
  bool run(const char* sql);

  std::string path_;
  sqlite3* database_ = nullptr;
  sqlite3_stmt* insert_ = nullptr;
  sqlite3_stmt* select_ = nullptr;
  std::mutex mutex_;
};

// For --resume: what is wrong, in words, if the folder has journals but not this one; empty otherwise.
std::string refuse_another(const std::string& path);

// Deletes a journal and what SQLite keeps beside it: its study's results are written.
void remove_journal(const std::string& path);

}  // namespace thermidor::experiment
