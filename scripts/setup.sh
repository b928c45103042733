#!/usr/bin/env bash
# Puts in place what `make build` (argument `build`), `make test` (`test`), `make fuzz` (`fuzz`) or Lighthouse in
# `make bench` (`bench`) needs: only what is missing, saying what and for how long. A second run installs nothing and
# needs no network.
set -euo pipefail
cd "$(dirname "$0")/.."

purpose=${1:-build}
wasm_bindgen=0.2.129
trunk=0.21.14
geckodriver=0.37.1
cargo_fuzz=0.13.2
rust=1.95
node=20

say() { printf '• %s\n' "$*"; }
stop() {
  printf '\nSet-up can go no further: %s\n' "$1" >&2
  shift
  printf '  %s\n' "$@" >&2
  exit 1
}
has() { command -v "$1" >/dev/null 2>&1; }
# at_least 1.96.1 1.95: whether the first version is the second or later.
at_least() { [ "$(printf '%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }

# Debian packages: installed as root on a Debian-like system, elsewhere named.
need_debian() {
  local why=$1
  shift
  if [ "$(id -u)" = 0 ] && has apt-get; then
    say "Installing $why from Debian: $* (one to five minutes)…"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq </dev/null && apt-get install -y -qq --no-install-recommends "$@" </dev/null >/dev/null ||
      stop "apt-get could not install: $*" 'Its own message stands above.'
  elif has apt-get; then
    stop "$why is missing, and installing it needs root." "sudo apt-get install --no-install-recommends $*" 'Then run the same make command again.'
  else
    stop "$why is missing." "On Debian it comes with: $*" 'Install the like of it with your own package manager, then run the same make command again.'
  fi
}

# A tool from the Rust registry at exactly one version. Another version already on this computer stays as it is:
# the pinned one then goes to the project's own .tools folder.
need_cargo_tool() {
  local name=$1 crate=$2 version=$3 minutes=$4 where=()
  shift 4
  local found
  found=$("$name" --version 2>/dev/null | grep -oE '[0-9]+\.[0-9]+\.[0-9]+' | head -n 1 || true)
  [ "$found" = "$version" ] && return
  if has "$name"; then
    where=(--root .tools --force)
    say "Building $crate $version into .tools (about $minutes minutes, once); the version ${found:-unknown} on this computer stays as it is…"
  else
    say "Building $crate $version (about $minutes minutes, once)…"
  fi
  cargo install --quiet --locked "${where[@]}" "$crate@$version" "$@" </dev/null ||
    stop "$crate $version could not be built." 'Its own message stands above. Building it needs the network and a C compiler.'
  hash -r
}

check_rust() {
  has cargo && has rustc || stop 'Rust is not installed (cargo and rustc are not on the PATH).' \
    'Install it as https://rustup.rs says, open a new terminal, then run the same make command again.'
  local version
  version=$(rustc --version | cut -d ' ' -f 2)
  at_least "$version" "$rust" || stop "Rust $version is too old; $rust or later is needed." 'rustup update stable'
  if [ ! -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown" ]; then
    has rustup || stop "this Rust can't compile to WebAssembly, and rustup is not here to add it." \
      'Install Rust as https://rustup.rs says, or add the target wasm32-unknown-unknown by the way you installed Rust.'
    say 'Adding the WebAssembly target to Rust (seconds)…'
    rustup target add wasm32-unknown-unknown </dev/null || stop 'rustup could not add the target wasm32-unknown-unknown.' 'Its own message stands above.'
  fi
}

check_rust_components() {
  local component
  for component in rustfmt clippy; do
    has "cargo-${component/rustfmt/fmt}" && "cargo-${component/rustfmt/fmt}" --version >/dev/null 2>&1 && continue
    has rustup || stop "$component is missing." 'Add it by the way you installed Rust.'
    say "Adding $component to Rust (seconds)…"
    rustup component add "$component" </dev/null || stop "rustup could not add $component." 'Its own message stands above.'
  done
}

check_node() {
  has node && has npm || stop 'Node.js with npm is not installed.' "Install Node.js $node or later (https://nodejs.org), then run the same make command again."
  local version
  version=$(node --version)
  at_least "${version#v}" "$node" || stop "Node.js $version is too old; $node or later is needed." 'See https://nodejs.org.'
}

# The packages of a folder. The list that was installed is kept beside them, so that a changed list is noticed.
check_npm_packages() {
  local folder=$1 what=$2
  cmp -s "$folder/package-lock.json" "$folder/node_modules/.installed-lock" && return
  say "Installing $what (half a minute)…"
  npm ci --prefix "$folder" --no-audit --no-fund --loglevel=error </dev/null || stop "npm could not install $what." 'Its own message stands above.'
  cp "$folder/package-lock.json" "$folder/node_modules/.installed-lock"
}

check_crates() {
  local targets=(--target wasm32-unknown-unknown)
  if [ "$purpose" = test ]; then targets+=(--target "$(rustc -vV | sed -n 's/^host: //p')"); fi
  cargo fetch --quiet --locked --offline "${targets[@]}" 2>/dev/null && return
  say 'Downloading the Rust libraries (half a minute)…'
  cargo fetch --quiet --locked "${targets[@]}" </dev/null || stop 'the Rust libraries could not be downloaded.' \
    'Its own message stands above. If Cargo.toml has changed, run `cargo check` once and commit Cargo.lock.'
}

check_test_tools() {
  local missing=()
  has chromium || missing+=(chromium)
  has chromedriver || missing+=(chromium-driver)
  has firefox-esr || missing+=(firefox-esr)
  has python3 || missing+=(python3)
  if ! has fc-list; then missing+=(fontconfig fonts-noto-core)
  elif ! fc-list :lang=vi | grep -q .; then missing+=(fonts-noto-core); fi
  [ ${#missing[@]} -eq 0 ] || need_debian 'what the browser tests need' "${missing[@]}"
  # Word and Excel files are opened by another program, and what it prints is read back.
  missing=()
  has soffice || missing+=(libreoffice-calc libreoffice-writer)
  { has pdftotext && has pdftoppm; } || missing+=(poppler-utils)
  [ ${#missing[@]} -eq 0 ] || need_debian 'what opens Word and Excel files in the tests' "${missing[@]}"
  need_cargo_tool geckodriver geckodriver "$geckodriver" 2
}

if [ "$purpose" = bench ]; then
  check_node
  check_npm_packages scripts/lighthouse 'Lighthouse from npm'
  exit
fi
has cc || need_debian 'a C compiler' gcc libc6-dev
check_rust
if [ "$purpose" = fuzz ]; then
  # libFuzzer is C++, built with the targets.
  has c++ || need_debian 'a C++ compiler' g++
  need_cargo_tool cargo-fuzz cargo-fuzz "$cargo_fuzz" 1
  exit
fi
check_node
has zopfli || need_debian 'what packs the single file' zopfli
need_cargo_tool wasm-bindgen wasm-bindgen-cli "$wasm_bindgen" 3
need_cargo_tool trunk trunk "$trunk" 5 --no-default-features --features rustls
check_npm_packages . 'the npm packages'
check_crates
if [ "$purpose" = test ]; then
  check_rust_components
  check_test_tools
fi
