// What several subcommands share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"
#include "experiment/results_folder.hpp"
#include "options.hpp"
#include "terminal.hpp"

namespace thermidor::cli {

std::string engine_name();  // "thermidor 0.1.0"

// Prints what is wrong with the input, one fault a line, on standard error; with `json` as a list on standard output. Returns
// kRefused.
int refuse(const Terminal& terminal, const Diagnostics& diagnostics, bool json);

// Prints warnings only.
void warn(const Terminal& terminal, const Diagnostics& diagnostics);

// One fault made here.
Diagnostics fault(std::string message, std::string expected = {}, std::string suggestion = {});

// A word of the command line as the shell needs it.
std::string shell_word(const std::string& word);

// Reports and manifests are UTF-8 and name what was typed.
bool is_utf8(std::string_view text);

// Splits like a shell: blanks separate, quotes hold together.
std::vector<std::string> split_words(const std::string& text);

// Where a study of this key keeps its finished members, in its results folder.
std::string journal_path(const std::string& folder, const std::string& key);

// Says why an ensemble did not finish: what is wrong with its journal, or an interrupt. Returns kRunFailed.
int stopped(const Terminal& terminal, const std::string& error);

// The exit code of what was played to its end: runs that broke off are told on standard error.
int ended(const Terminal& terminal, int faulted, const std::string& first_fault, std::string_view runs = "runs");

// Writes files into a folder, which is made if need be. Says what could not be written and is false then.
bool write_results(const Terminal& terminal, const std::string& folder, const std::vector<experiment::FolderFile>& files);

}  // namespace thermidor::cli
