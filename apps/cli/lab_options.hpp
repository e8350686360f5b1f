// Options of the laboratory's instruments: many questions, the clock, prices, circumstances; and what makes a result a
// reference.
#pragma once

#include <CLI/CLI.hpp>

#include "options.hpp"

namespace thermidor::cli {

void add_answers(CLI::App& app, AnswersOptions& options);
void add_clock(CLI::App& app, ClockOptions& options);
void add_price(CLI::App& app, PriceOptions& options);
void add_circumstances(CLI::App& app, CircumstancesOptions& options);
void add_attribute(CLI::App& app, AttributeOptions& options);
void add_repro(CLI::App& app, ReproOptions& options);
void add_cite(CLI::App& app, CiteOptions& options);

}  // namespace thermidor::cli
