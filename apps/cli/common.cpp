#include "common.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "experiment/to_json.hpp"

namespace thermidor::cli {

std::string engine_name() { return "thermidor " THERMIDOR_VERSION; }

int refuse(const Terminal& terminal, const Diagnostics& diagnostics, bool json) {
  Diagnostics sorted = diagnostics;
  sort_diagnostics(sorted);
  if (json) terminal.print(experiment::diagnostics_json(sorted));
  for (const Diagnostic& diagnostic : sorted) terminal.complain(format_diagnostic(diagnostic));
  return kRefused;
}

void warn(const Terminal& terminal, const Diagnostics& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.severity == Severity::warning) terminal.complain(format_diagnostic(diagnostic));
  }
}

Diagnostics fault(std::string message, std::string expected, std::string suggestion) {
  Diagnostic diagnostic;
  diagnostic.file = "thermidor";
  diagnostic.message = std::move(message);
  diagnostic.expected = std::move(expected);
  diagnostic.suggestion = std::move(suggestion);
  return {diagnostic};
}

std::string shell_word(const std::string& word) {
  constexpr const char* kPlain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_./:=@,+";
  if (!word.empty() && word.find_first_not_of(kPlain) == std::string::npos) return word;
  std::string quoted = "'";
  for (const char c : word) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i++]);
    const int more = byte < 0x80                   ? 0
                     : byte >= 0xC2 && byte < 0xE0 ? 1
                     : byte >= 0xE0 && byte < 0xF0 ? 2
                     : byte >= 0xF0 && byte < 0xF5 ? 3
                                                   : -1;
    if (more < 0) return false;
    for (int k = 0; k < more; ++k) {
      if (i == text.size() || (static_cast<unsigned char>(text[i++]) & 0xC0U) != 0x80U) return false;
    }
  }
  return true;
}

std::vector<std::string> split_words(const std::string& text) {
  std::vector<std::string> words;
  std::string word;
  char quote = 0;
  bool open = false;
  bool literal = false;  // after a backslash, as shell_word writes single quotes
  for (const char c : text) {
    if (literal) {
      word += c;
      literal = false;
    } else if (quote == 0 && c == '\\') {
      literal = open = true;
    } else if (quote != 0) {
      if (c == quote)
        quote = 0;
      else
        word += c;
    } else if (c == '\'' || c == '"') {
      quote = c;
      open = true;
    } else if (c == ' ') {
      if (open || !word.empty()) words.push_back(word);
      word.clear();
      open = false;
    } else {
      word += c;
    }
  }
  if (open || !word.empty()) words.push_back(word);
  return words;
}

std::string journal_path(const std::string& folder, const std::string& key) {
  return (std::filesystem::path(folder) / (key + ".journal")).string();
}

int stopped(const Terminal& terminal, const std::string& error) {
  terminal.complain("thermidor: " + (error.empty() ? "interrupted; the same command goes on where this stopped" : error));
  return kRunFailed;
}

int ended(const Terminal& terminal, int faulted, const std::string& first_fault, std::string_view runs) {
  if (faulted == 0) return kOk;
  terminal.complain(fmt::format("thermidor: {} {} broke off; the first: {}", faulted, runs, first_fault));
  return kRunFailed;
}

bool write_results(const Terminal& terminal, const std::string& folder, const std::vector<experiment::FolderFile>& files) {
  const std::string error = experiment::write_folder(folder, files);
  if (!error.empty()) terminal.complain("thermidor: " + error);
  return error.empty();
}

}  // namespace thermidor::cli
