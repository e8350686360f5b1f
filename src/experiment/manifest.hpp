// A results folder's manifest as it is needed to repeat or to cite what it describes.
#pragma once

#include <string>
#include <vector>

#include "core/result.hpp"

namespace thermidor::experiment {

struct ManifestFile {
  std::string name;
  std::string digest;
};

struct Manifest {
  std::string folder;  // where it lies
  std::string engine;
  std::string scenario;
  std::string scenario_digest;
  std::string kind;               // run, whatif, ensemble
  std::string design;             // of an ensemble
  std::string title;              // of the question, where there is one
  std::string command;            // that made the folder
  std::string digest;             // of the results
  std::string extrapolated_from;  // first month that no record covers, "1930-01"; empty where all are covered
  std::vector<ManifestFile> files;
};

// From a results folder or the manifest in it.
Result<Manifest> load_manifest(const std::string& path);

// The first line of two texts that differs, from 1; 0 where they are equal.
std::size_t first_differing_line(const std::string& first, const std::string& second);

}  // namespace thermidor::experiment
