#!/usr/bin/env bash
# Tries the readers with bytes that libFuzzer makes up, beginning with those of the fixtures.
#
#   Tests/Fuzz/run.sh [TARGET …]      all targets without one; FUZZ_SECONDS (600) for each
#
# What is found lies in .build-fuzz/found; it becomes a fixture.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${FUZZ_SECONDS:-600}
PRATICARIO_FUZZ=1 swift build --scratch-path .build-fuzz --product Fuzz -c release \
  -Xswiftc -sanitize=fuzzer,address -Xswiftc -parse-as-library -Xswiftc -use-ld=lld
targets=("$@")
[ $# -gt 0 ] || targets=(sheet table collection community settings themes query territory index)
mkdir -p .build-fuzz/found

seeds() { # TARGET FOLDER: what people write, and what is known to be broken
  case $1 in
    sheet) find corpus/schede Tests/PraticarioCorpusTests/Fixtures/broken -name '*.md' ;;
    table) find corpus/tabelle Tests -name '*.csv' -size -20k ;;
    collection) find corpus/raccolte -name '*.md' ;;
    community) find corpus/comunita Tests -path '*comunita*' -name '*.yaml' ;;
    settings) find corpus Tests -name 'praticario.yaml' ;;
    themes) find corpus/vocabolari Tests -name 'destinatari.yaml' ;;
    query) grep -rhoE "^\S[^	]{3,80}" Benchmarks/relevance/*.tsv | head -200 | split -l 1 - "$2/line-" ;;
    territory) cut -f2 corpus/vocabolari/territori.tsv | shuf -n 200 --random-source=<(yes) | split -l 1 - "$2/line-" ;;
    index) FUZZ_TARGET=index FUZZ_INDEX=$2/two.sqlite ASAN_OPTIONS=detect_leaks=0 .build-fuzz/release/Fuzz -runs=0 \
      >/dev/null 2>&1 ;;
    cases) find ../shared/cases -type f -size -20k ;;
  esac | while read -r file; do cp "$file" "$2/$(echo "$file" | tr '/ ' '__')"; done
}

failed=0
for target in "${targets[@]}"; do
  corpus=.build-fuzz/seeds/$target
  mkdir -p "$corpus"
  seeds "$target" "$corpus"
  [ ! -d ../shared/cases ] || [ "$target" = index ] || seeds cases "$corpus"
  count=$(find "$corpus" -type f | wc -l)
  [ "$count" -gt 0 ] || { echo "$target: no seeds" >&2; exit 1; }
  # A whole index must fit.
  length=20000
  [ "$target" != index ] || length=1000000
  echo "== $target: $seconds s, $count seeds"
  # One input may take ten seconds and a gigabyte. Foundation keeps what it has allocated: leaks are not looked for.
  FUZZ_TARGET=$target SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0 .build-fuzz/release/Fuzz \
    -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1024 -max_len="$length" -print_final_stats=1 \
    -artifact_prefix=".build-fuzz/found/$target-" "$corpus" 2>".build-fuzz/$target.log" || failed=1
  grep -E "stat::number_of_executed_units|stat::peak_rss_mb|SUMMARY|^ERROR|==.*ERROR" ".build-fuzz/$target.log" || true
done
exit $failed
