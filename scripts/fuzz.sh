#!/usr/bin/env bash
# Fuzzes the readers with libFuzzer, one after another. `fuzz.sh` runs each for FUZZ_SECONDS (1800), or those alone that
# are named; `fuzz.sh keep` then keeps in crates/formats/tests/corpus what reaches code that nothing kept before did.
#
# An input that breaks a reader ends the run and stands in fuzz/artifacts/<target>/: copy it to crates/formats/tests/corpus/<target>/
# under a name that says what it is, and `cargo test -p formats corpus` replays it.
set -euo pipefail
cd "$(dirname "$0")/.."

# target, dictionary, longest input in bytes
readers='assessment json 16384
exercises json 16384
figures figures 4096
link link 16384
pasted_table figures 4096
shared_copy html 16384
target_set json 65536
workbook html 16384'

# What is larger, in bytes, is not taken into the repository.
LARGEST_KEPT=2500

task=run
if [ "${1:-}" = keep ]; then
  task=keep
  shift
fi
wanted=("$@")
[ ${#wanted[@]} -gt 0 ] || mapfile -t wanted < <(cut -d ' ' -f 1 <<<"$readers")

# The coverage that libFuzzer is led by is there in a stable compiler; the address sanitizer is not, and this code is
# free of `unsafe`.
fuzz() { cargo fuzz run --sanitizer none "$@"; }

for target in "${wanted[@]}"; do
  line=$(grep "^$target " <<<"$readers") || { echo "No reader is called $target. There are:" $(cut -d ' ' -f 1 <<<"$readers") >&2; exit 1; }
  read -r target dictionary longest <<<"$line"
  found=fuzz/corpus/$target kept=crates/formats/tests/corpus/$target
  mkdir -p "$found" "$kept"
  if [ "$task" = keep ]; then
    before=$(ls "$kept" | wc -l)
    small=$(mktemp -d)
    find "$found" -type f -size "-${LARGEST_KEPT}c" -exec cp -t "$small" {} +
    # What is kept already comes first: only what reaches other code is taken over.
    fuzz "$target" "$kept" "$small" -- -merge=1 -use_counters=0 -max_len="$longest" 2>/dev/null
    rm -rf "$small"
    echo "$target: $before kept before, $(ls "$kept" | wc -l) now, $(du -sb "$kept" | cut -f 1) bytes"
  else
    echo "Fuzzing $target for ${FUZZ_SECONDS:=1800} seconds; what it says stands in fuzz/$target.log…"
    fuzz "$target" "$found" "$kept" -- -dict="fuzz/dictionaries/$dictionary.dict" -max_len="$longest" \
      -timeout=10 -rss_limit_mb=2048 -max_total_time="$FUZZ_SECONDS" -print_final_stats=1 >"fuzz/$target.log" 2>&1 ||
      { tail -n 40 "fuzz/$target.log"; exit 1; }
    grep -E '^(#[0-9]+\s+DONE|Done|stat::number_of_executed_units)' "fuzz/$target.log"
  fi
done
