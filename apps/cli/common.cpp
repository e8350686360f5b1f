#include "common.hpp"

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

std::vector<std::string> split_words(const std::string& text) {
  std::vector<std::string> words;
  std::string word;
  char quote = 0;
  bool open = false;
  for (const char c : text) {
    if (quote != 0) {
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

bool write_results(const Terminal& terminal, const std::string& folder, const std::vector<experiment::FolderFile>& files) {
  const std::string error = experiment::write_folder(folder, files);
  if (!error.empty()) terminal.complain("thermidor: " + error);
  return error.empty();
}

}  // namespace thermidor::cli
