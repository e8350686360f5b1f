# The short way to everything. Needs make and, on Debian 12, root or sudo: what is missing is installed (tools/setup.sh).

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
PYTHON ?= python3
INNER := core population signals economy party society model api

.PHONY: help setup build run test check claims pages bench bench-quick instructions tidy format wasm digests update-digest fuzz check-all clean

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 22

setup: ## install everything that building and testing need
	@tools/setup.sh run test clang wasm

build: ## the command: build/release/thermidor
	@tools/setup.sh run
	@cmake --preset release --log-level=WARNING
	@cmake --build --preset release --target thermidor

run: build ## an example: what if Trotsky had joined Zinoviev and Kamenev in 1925 (C39)
	build/release/thermidor whatif C39

test: setup ## all that must hold before a change is taken; a quarter of an hour on two fast cores, up to three quarters of one on slow ones
	@tools/test.sh

check: ## the checks that take seconds: layers, sizes, names, types, state, data, sources, format
	@$(PYTHON) tools/check_layers.py
	@$(PYTHON) tools/check_sizes.py
	@$(PYTHON) tools/check_names.py
	@$(PYTHON) tools/check_types.py
	@$(PYTHON) tools/check_state.py
	@$(PYTHON) tools/check_data.py
	@$(PYTHON) tools/sync_defaults.py --check
	@$(PYTHON) tools/check_sources.py
	@$(PYTHON) tools/make_claim_index.py --check
	@tools/format.sh --check

claims: ## where the essay's claims are used: claim_index.tsv of the scenario and docs/claims.md
	@$(PYTHON) tools/make_claim_index.py

pages: build ## what docs/ says of runs, written again after results have changed: an hour, goes on where it was interrupted
	@cmake --build --preset release --target thermidor_run_probe
	@tools/make_pages.sh

bench: ## timings on this machine, the whole country farm by farm among them: bench/README.md
	@THERMIDOR_BENCH_ALL=1 $(MAKE) --no-print-directory bench-quick

bench-quick: ## the same without the whole country
	@tools/setup.sh run test
	@cmake --preset release --log-level=WARNING
	@cmake --build --preset release --target thermidor_bench
	@mkdir -p bench/results
	@build/release/thermidor_bench --benchmark_out=bench/results/latest.json --benchmark_out_format=json >/dev/null
	@$(PYTHON) bench/print_table.py bench/results/latest.json

instructions: ## instruction counts, which do not depend on load: bench/results/instructions.csv
	@tools/setup.sh run test bench
	@cmake --preset release --log-level=WARNING
	@cmake --build --preset release --target thermidor thermidor_run_probe
	@bench/count_instructions.sh

tidy: ## clang-tidy over all sources
	@tools/setup.sh run test clang
	@cmake --preset clang-release --log-level=WARNING
	@$(PYTHON) tools/run_tidy.py build/clang-release

format: ## rewrite all C++ files in the project's style
	@tools/setup.sh clang
	@tools/format.sh

wasm: build ## the WebAssembly modules, and proof that their numbers are the native ones
	@tools/setup.sh wasm
	@cmake --preset wasm --log-level=WARNING
	@cmake --build --preset wasm
	build/release/thermidor pack soviet-1921 --out build/wasm/soviet-1921.pack
	node tools/check_wasm.mjs build/wasm build/wasm/soviet-1921.pack

digests: setup build ## both compilers, no and full optimisation, one and two threads, WebAssembly: one digest
	@tools/check_digests.sh

update-digest: build ## accept changed results: tests/golden/run_digest.txt (say so in commit and changelog)
	@tools/setup.sh run test
	@cmake --build --preset release --target thermidor_run_probe
	@tools/play_worlds.sh build/release
	@cp build/release/run_digest.txt build/release/world_digest.txt tests/golden/
	@cat tests/golden/run_digest.txt tests/golden/world_digest.txt
	@echo 'Now write "Results: <new digest>, because <reason>" into the commit message, and a line under "Results changed" in CHANGELOG.md.'

FUZZ_SECONDS ?= 600
fuzz: ## ten minutes of libFuzzer on everything that reads users' text; FUZZ_SECONDS=60 for one
	@tools/setup.sh run test clang
	@cmake --preset fuzz --log-level=WARNING
	@cmake --build --preset fuzz --target thermidor_fuzz_loader
	@$(PYTHON) tools/fuzz_seeds.py build/fuzz/seeds
	@mkdir -p build/fuzz/corpus
	build/fuzz/thermidor_fuzz_loader -max_total_time=$(FUZZ_SECONDS) -max_len=16384 -timeout=25 -rss_limit_mb=4096 \
	  -print_final_stats=1 -artifact_prefix=build/fuzz/ build/fuzz/corpus build/fuzz/seeds

check-all: test tidy ## also the slow ones: all tests by the other compiler, threads, sanitizers over everything
	cmake --build --preset clang-release
	ctest --preset clang-release
	cmake --build --preset asan-ubsan
	ctest --preset asan-ubsan
	cmake --preset tsan --log-level=WARNING
	cmake --build --preset tsan
	ctest --preset tsan

clean: ## remove the build folder
	rm -rf build
