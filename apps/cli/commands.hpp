// The subcommands: one file each. All return an exit code.
#pragma once

#include "options.hpp"
#include "terminal.hpp"

namespace thermidor::cli {

int execute(const RunOptions& options, const Terminal& terminal);
int execute(const WhatIfOptions& options, const Terminal& terminal);
int execute(const AnswersOptions& options, const Terminal& terminal);
int execute(const ClockOptions& options, const Terminal& terminal);
int execute(const PriceOptions& options, const Terminal& terminal);
int execute(const CircumstancesOptions& options, const Terminal& terminal);
int execute(const AttributeOptions& options, const Terminal& terminal);
int execute(const ReproOptions& options, const Terminal& terminal);
int execute(const CiteOptions& options, const Terminal& terminal);
int execute(const WhyOptions& options, const Terminal& terminal);
int execute(const ListOptions& options, const Terminal& terminal);
int execute(const ShowOptions& options, const Terminal& terminal);
int execute(const ValidateOptions& options, const Terminal& terminal);
int execute(const DiffOptions& options, const Terminal& terminal);
int execute(const ChecksOptions& options, const Terminal& terminal);
int execute(const ContrastsOptions& options, const Terminal& terminal);
int execute(const CalibrateOptions& options, const Terminal& terminal);
int execute(const PackOptions& options, const Terminal& terminal);
int execute(const DoctorOptions& options, const Terminal& terminal);
int execute(const NewOptions& options, const Terminal& terminal);
int execute(const ExportOptions& options, const Terminal& terminal);
int execute(const DemoOptions& options, const Terminal& terminal);
int execute(const EnsembleOptions& options, const Terminal& terminal);
int execute(const CompareOptions& options, const Terminal& terminal);
int execute(const SensitivityOptions& options, const Terminal& terminal);
int execute(const ScorecardOptions& options, const Terminal& terminal);

}  // namespace thermidor::cli
