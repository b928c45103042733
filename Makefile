# Everything a newcomer types. The tools put in place first stand in scripts/setup.sh.
SHELL := /bin/bash
export PATH := $(CURDIR)/.tools/bin:$(CURDIR)/node_modules/.bin:$(PATH):$(or $(CARGO_HOME),$(HOME)/.cargo)/bin
# Trunk reads NO_COLOR as true or false only.
unexport NO_COLOR

# Folders stand beside files so that a file taken away counts as a change.
sources := $(shell find src crates/*/src crates/*/Cargo.toml crates/*/build.rs styles locales sets exercises docs/*.md scripts/page 2>/dev/null)
packing := $(addprefix scripts/,pack.mjs bindgen.mjs build-paths.mjs offline.mjs icons.mjs)
browser_tests := $(wildcard tests/*.test.mjs) $(wildcard tests/browser/*.test.mjs)

.PHONY: help start dev build test test-one bench fuzz screenshots setup setup-tests setup-fuzz check unit browser clean

help: ## Show this list
	@echo 'Tự chấm'
	@sed -nE 's/^([a-z-]+):[^#]*## (.*)/  make \1@\2/p' $(MAKEFILE_LIST) | column -t -s @

start: build ## Build if needed, then serve the page on http://127.0.0.1:8080/ until Ctrl+C
	@node scripts/serve.mjs dist

dev: setup ## Serve a debug build on http://127.0.0.1:8080/, built and loaded again at every saved change
	@trunk serve --address 127.0.0.1 --port 8080 --dist target/dev

build: setup dist/tu-cham.html ## Build dist/tu-cham.html (single file) and dist/index.html (hosted)

dist/tu-cham.html: $(sources) Cargo.toml Cargo.lock Trunk.toml index.html $(packing) package-lock.json
	@echo 'Building the release (about a minute the first time)…'
	@trunk build --release --quiet
	@touch $@

test: setup-tests check unit dist/tu-cham.html browser ## Check formatting and lints, run all tests, the browsers included

test-one: setup-tests ## Run the tests of one feature: make test-one F=importing
	cargo test --locked --workspace --all-features -- $(F)
	$(if $(wildcard tests/browser/$(F).test.mjs),$(MAKE) dist/tu-cham.html && node --test tests/browser/$(F).test.mjs)

bench: setup-tests build ## Measure sizes, times, memory and Lighthouse's scores on the built product, beside their budgets
	@scripts/setup.sh bench
	@node scripts/bench.mjs

fuzz: setup-fuzz ## Look for input that breaks a reader, FUZZ_SECONDS (1800) for each
	@scripts/fuzz.sh

screenshots: setup-tests dist/tu-cham.html ## Make docs/screenshot.png anew from the built single file
	@node scripts/screenshots.mjs

setup: ## Put in place what a build needs (only what is missing)
	@scripts/setup.sh build

setup-tests: ## Put in place what the tests need, browsers included (only what is missing)
	@scripts/setup.sh test

setup-fuzz: ## Put in place what fuzzing needs (only what is missing)
	@scripts/setup.sh fuzz

check: setup-tests
	cargo fmt --check
	cargo clippy --locked --workspace --all-targets --all-features --quiet -- -D warnings
	RUSTDOCFLAGS='-D warnings -A rustdoc::private_intra_doc_links' cargo doc --locked --workspace --no-deps --quiet

unit: check
	cargo test --locked --workspace --all-features
	python3 -m unittest discover --quiet -s tests/scorer

browser: setup-tests dist/tu-cham.html ## Run the browser tests alone
	node --test --test-concurrency=2 $(browser_tests)

clean: ## Remove what builds and tests have made (the tools stay)
	rm -rf dist tests/browser/.output tests/browser/.profiles fuzz/target
	cargo clean
