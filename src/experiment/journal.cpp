#include "experiment/journal.hpp"

#include <sqlite3.h>

#include <cstring>
#include <filesystem>

#include "core/digest.hpp"

namespace thermidor::experiment {
namespace {

namespace fs = std::filesystem;

constexpr const char* kTables =
    "CREATE TABLE IF NOT EXISTS study(key TEXT NOT NULL);"
    "CREATE TABLE IF NOT EXISTS members(member INTEGER PRIMARY KEY, payload BLOB NOT NULL, checksum TEXT NOT NULL);";

std::string checksum_of(std::size_t member, std::string_view payload) {
  // Eight bytes a step: payloads are read back several times.
  Digest digest;
  digest.add(member);
  digest.add(payload.size());
  for (std::size_t i = 0; i < payload.size(); i += 8) {
    std::uint64_t word = 0;
    for (std::size_t b = 0; b < 8 && i + b < payload.size(); ++b)
      word |= static_cast<std::uint64_t>(static_cast<unsigned char>(payload[i + b])) << 8 * b;
    digest.add(word);
  }
  return format_digest(digest.value());
}

std::string_view column_text(sqlite3_stmt* statement, int column) {
  const void* data = sqlite3_column_blob(statement, column);
  const int size = sqlite3_column_bytes(statement, column);
  return data == nullptr ? std::string_view()
                         : std::string_view(static_cast<const char*>(data), static_cast<std::size_t>(size));
}

void bind_text(sqlite3_stmt* statement, int place, std::string_view text) {
  // The text outlives the step that reads it.
  sqlite3_bind_blob64(statement, place, text.data() == nullptr ? "" : text.data(), text.size(), SQLITE_STATIC);
}

bool spoilt(int code) { return code == SQLITE_NOTADB || code == SQLITE_CORRUPT; }

}  // namespace

Journal::~Journal() { close(); }

std::string Journal::say(int code) const {
  const int system = database_ == nullptr ? 0 : sqlite3_system_errno(database_);
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return "another process is at work on " + path_ + ": wait until it ends, or name another folder";
    case SQLITE_FULL:
      return "the disk is full: " + path_ +
             " cannot grow; members that were finished are kept. Free some space and give the same command again";
    default:
      return "cannot write " + path_ + ": " + (system != 0 ? std::strerror(system) : sqlite3_errstr(code)) +
             "; members that were finished are kept";
  }
}

bool Journal::run(const char* sql) { return sqlite3_exec(database_, sql, nullptr, nullptr, nullptr) == SQLITE_OK; }

std::string Journal::try_open(std::string_view key) {
  if (const int code = sqlite3_open_v2(path_.c_str(), &database_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
      code != SQLITE_OK)
    return say(code);
  // The lock is taken by the first write and kept until closing.
  run("PRAGMA locking_mode = EXCLUSIVE");
  if (!run("PRAGMA journal_mode = WAL") || !run("PRAGMA synchronous = NORMAL") || !run("BEGIN EXCLUSIVE") || !run(kTables))
    return say(sqlite3_errcode(database_));
  sqlite3_stmt* stored = nullptr;
  bool own = false;
  if (sqlite3_prepare_v2(database_, "SELECT key FROM study", -1, &stored, nullptr) == SQLITE_OK &&
      sqlite3_step(stored) == SQLITE_ROW)
    own = column_text(stored, 0) == key;
  sqlite3_finalize(stored);
  if (!own) {
    sqlite3_stmt* note = nullptr;
    if (!run("DELETE FROM study; DELETE FROM members") ||
        sqlite3_prepare_v2(database_, "INSERT INTO study VALUES(CAST(? AS TEXT))", -1, &note, nullptr) != SQLITE_OK)
      return say(sqlite3_errcode(database_));
    bind_text(note, 1, key);
    const int code = sqlite3_step(note);
    sqlite3_finalize(note);
    if (code != SQLITE_DONE) return say(code);
  }
  if (!run("COMMIT") ||
      sqlite3_prepare_v2(database_, "INSERT OR REPLACE INTO members VALUES(?, ?, ?)", -1, &insert_, nullptr) != SQLITE_OK ||
      sqlite3_prepare_v2(database_, "SELECT payload, checksum FROM members WHERE member = ?", -1, &select_, nullptr) !=
          SQLITE_OK)
    return say(sqlite3_errcode(database_));
  return {};
}

std::string Journal::open(const std::string& path, std::string_view key) {
  close();
  path_ = path;
  std::string wrong = try_open(key);
  if (wrong.empty()) return {};
  const bool no_journal = database_ != nullptr && spoilt(sqlite3_errcode(database_) & 0xff);
  close();
  if (!no_journal) return wrong;
  std::error_code error;
  fs::rename(path, path + ".spoilt", error);
  fs::remove(path + "-wal", error);
  wrong = try_open(key);
  if (!wrong.empty()) close();
  return wrong;
}

std::vector<std::size_t> Journal::members() {
  const std::lock_guard lock(mutex_);
  std::vector<std::size_t> sound;
  std::vector<std::size_t> unsound;
  sqlite3_stmt* all = nullptr;
  if (sqlite3_prepare_v2(database_, "SELECT member, payload, checksum FROM members ORDER BY member", -1, &all, nullptr) ==
      SQLITE_OK) {
    while (sqlite3_step(all) == SQLITE_ROW) {
      const auto member = static_cast<std::size_t>(sqlite3_column_int64(all, 0));
      (checksum_of(member, column_text(all, 1)) == column_text(all, 2) ? sound : unsound).push_back(member);
    }
  }
  sqlite3_finalize(all);
  for (const std::size_t member : unsound) run(("DELETE FROM members WHERE member = " + std::to_string(member)).c_str());
  return sound;
}

std::optional<std::string> Journal::read(std::size_t member) {
  const std::lock_guard lock(mutex_);
  std::optional<std::string> payload;
  sqlite3_bind_int64(select_, 1, static_cast<sqlite3_int64>(member));
  if (sqlite3_step(select_) == SQLITE_ROW && checksum_of(member, column_text(select_, 0)) == column_text(select_, 1))
    payload = std::string(column_text(select_, 0));
  sqlite3_reset(select_);
  return payload;
}

std::string Journal::append(std::size_t member, std::string_view payload) {
  const std::string checksum = checksum_of(member, payload);
  const std::lock_guard lock(mutex_);
  if (database_ == nullptr) return "the journal is not open";
  sqlite3_bind_int64(insert_, 1, static_cast<sqlite3_int64>(member));
  bind_text(insert_, 2, payload);
  bind_text(insert_, 3, checksum);
  // A statement outside BEGIN and COMMIT is a transaction of its own.
  const int code = sqlite3_step(insert_);
  const std::string wrong = code == SQLITE_DONE ? std::string() : say(sqlite3_errcode(database_));
  sqlite3_reset(insert_);
  sqlite3_clear_bindings(insert_);
  return wrong;
}

void Journal::forget_all() {
  const std::lock_guard lock(mutex_);
  run("DELETE FROM members");
}

void Journal::close() {
  sqlite3_finalize(insert_);
  sqlite3_finalize(select_);
  sqlite3_close(database_);
  insert_ = nullptr;
  select_ = nullptr;
  database_ = nullptr;
}

std::string refuse_another(const std::string& path) {
  std::error_code error;
  if (fs::exists(path, error)) return {};
  const fs::path folder = fs::path(path).parent_path();
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().extension() == fs::path(path).extension())
      return folder.string() +
             " holds an unfinished run of another request: --resume needs the same command, --out another folder";
  }
  return {};
}

void remove_journal(const std::string& path) {
  if (path.empty()) return;
  std::error_code error;
  // The log first: a journal without it is whole, a log without its journal is not.
  for (const char* part : {"-wal", "-shm", "-journal", ""}) fs::remove(path + part, error);
}

}  // namespace thermidor::experiment
