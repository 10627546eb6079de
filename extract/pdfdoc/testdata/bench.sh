#!/bin/bash
# CPU seconds and peak memory of whole processes, medians of interleaved rounds, against `pdftotext -layout`.
# usage: bench.sh ZVIT FILE.pdf...      (GNU time and poppler-utils must be installed; large samples: make.py OUT 900)
set -euo pipefail
zvit=$1
shift
rounds=${ROUNDS:-7}
median() { sort -n | awk '{a[NR]=$1} END{print a[int((NR+1)/2)]}'; }
printf '| file | pdftotext, s | zvit, s | ratio | pdftotext, MB | zvit, MB |\n|---|---|---|---|---|---|\n'
for f in "$@"; do
  tmp=$(mktemp -d)
  for _ in $(seq "$rounds"); do
    /usr/bin/time -a -o "$tmp/p" -f '%U %S %M' pdftotext -layout "$f" /dev/null
    /usr/bin/time -a -o "$tmp/z" -f '%U %S %M' "$zvit" tables --format json "$f" >/dev/null
  done
  p=$(awk '{print $1+$2}' "$tmp/p" | median) z=$(awk '{print $1+$2}' "$tmp/z" | median)
  pm=$(awk '{print int($3/1024)}' "$tmp/p" | median) zm=$(awk '{print int($3/1024)}' "$tmp/z" | median)
  printf '| %s | %s | %s | %s | %s | %s |\n' "$(basename "$f")" "$p" "$z" "$(awk -v a="$z" -v b="$p" 'BEGIN{printf "%.2f", b ? a/b : 0}')" "$pm" "$zm"
  rm -r "$tmp"
done
