#!/usr/bin/env bash
# Counts the instructions of a build with callgrind: the same on a busy machine as on a quiet one. Compares them with
# `benches/instructions.txt` and fails where there are more than 3 of a hundred more. `--write` writes the file anew.
set -euo pipefail
cd "$(dirname "$0")/.."
command -v valgrind >/dev/null || { echo 'valgrind is not installed' >&2; exit 2; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cargo run --quiet --example generate -- "$work/site" --locales 4 --articles 75 >"$work/generated"
articles=$(grep -oE '^[0-9]+' "$work/generated" | head -n 1)
cargo build --quiet --release
faqtory="${CARGO_TARGET_DIR:-target}/release/faqtory"

# count NAME COMMAND…: instructions an article.
count() {
  local name=$1
  shift
  valgrind --tool=callgrind --callgrind-out-file=/dev/null "$faqtory" "$@" >/dev/null 2>"$work/valgrind" || [ $? -eq 1 ]
  local all
  all=$(sed -n 's/.*Collected *: *\([0-9]*\).*/\1/p' "$work/valgrind")
  echo "$name $((all / articles))"
}

{
  count check check "$work/site"
  count build build "$work/site" --jobs 1 --out "$work/public"
} | tee "$work/counts"

if [ "${1:-}" = --write ]; then
  cp "$work/counts" benches/instructions.txt
  exit
fi
status=0
while read -r name known; do
  now=$(sed -n "s/^$name //p" "$work/counts")
  if [ $((now * 100)) -gt $((known * 103)) ]; then
    echo "$name: $now instructions an article, $known before" >&2
    status=1
  fi
done <benches/instructions.txt
exit $status
