# The short way to everything. Needs make and, on Debian 12, root or sudo: what is missing is installed (tools/setup.sh).

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
PYTHON ?= python3
INNER := core population signals economy party society model api

.PHONY: help setup build run test check bench tidy format wasm check-all clean

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 20

setup: ## install everything that building and testing need
	@tools/setup.sh run test clang wasm

build: ## the command: build/release/thermidor
	@tools/setup.sh run
	@cmake --preset release --log-level=WARNING
	@cmake --build --preset release --target thermidor

run: build ## an example: what if Trotsky had joined Zinoviev and Kamenev in 1925 (C39)
	build/release/thermidor whatif C39

test: setup ## all that must hold before a change is taken; at most a quarter of an hour on two cores
	@tools/test.sh

check: ## the checks that take seconds: layers, sizes, names, data, format
	@$(PYTHON) tools/check_layers.py
	@$(PYTHON) tools/check_sizes.py
	@$(PYTHON) tools/check_names.py
	@$(PYTHON) tools/check_data.py
	@tools/format.sh --check

bench: setup ## timings on this machine
	@cmake --preset release --log-level=WARNING
	@cmake --build --preset release --target thermidor_bench
	build/release/thermidor_bench

tidy: ## clang-tidy over all sources
	@tools/setup.sh run test clang
	@cmake --preset clang-release --log-level=WARNING
	@$(PYTHON) tools/run_tidy.py build/clang-release

format: ## rewrite all C++ files in the project's style
	@tools/setup.sh clang
	@tools/format.sh

wasm: ## the WebAssembly modules, and proof that their numbers are the native ones
	@tools/setup.sh run wasm
	@cmake --preset wasm --log-level=WARNING
	@cmake --build --preset wasm
	node tools/check_wasm.mjs build/wasm

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
