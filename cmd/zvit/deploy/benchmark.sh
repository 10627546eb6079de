#!/bin/bash
# Measures a batch of generated documents of mixed formats: documents and rows a
# second, the greatest memory of the program with its readers and how it grows,
# and how much faster a second run over the same folder is.
#
#   cmd/zvit/deploy/benchmark.sh [COUNT [FOLDER]]     (20000, a temporary folder)
#
# COUNT is compared with a tenth of it, which shows whether memory is flat.
# ZVIT_ARGS are given to every run, such as --jobs 2.
set -euo pipefail
cd "$(dirname "$0")/../../.."
count=${1:-20000}
work=${2:-$(mktemp -d)}
mkdir -p "$work"
[ $# -ge 2 ] || trap 'rm -rf "$work"' EXIT

go build -o "$work/zvit" ./cmd/zvit
go build -o "$work/write" ./cmd/zvit/internal/batch/generated/write

# resident prints the memory of a process and all below it, in KiB: each page is
# counted once (PSS), as readers share the program's own.
resident() {
	local total=0 pid pss
	for pid in $1 $(pgrep -P "$1" || true); do
		pss=$(awk '/^Pss:/ {print $2}' "/proc/$pid/smaps_rollup" 2>/dev/null || true)
		total=$((total + ${pss:-0}))
	done
	echo $total
}

# run COMMAND... prints its result and sets seconds and peak (KiB).
run() {
	local begin end now
	peak=0
	begin=$(date +%s%N)
	"$@" >"$work/out" 2>"$work/err" &
	local pid=$!
	while kill -0 $pid 2>/dev/null; do
		now=$(resident $pid)
		[ "$now" -le "$peak" ] || peak=$now
		sleep 0.5
	done
	wait $pid || { cat "$work/err" >&2; exit 1; }
	end=$(date +%s%N)
	seconds=$(awk "BEGIN {printf \"%.2f\", ($end - $begin) / 1e9}")
}

rate() { awk "BEGIN {printf \"%.0f\", $1 / $2}"; }

printf '%s, %s processors, load %s\n' "$(uname -m)" "$(nproc)" "$(cut -d' ' -f1 /proc/loadavg)"
for n in $((count / 10)) "$count"; do
	"$work/write" "$work/reports-$n" "$n"
	rm -f "$work/a.db"*
	run "$work/zvit" ingest ${ZVIT_ARGS:-} --db "$work/a.db" "$work/reports-$n"
	first=$seconds
	rows=$("$work/zvit" query --db "$work/a.db" --format csv "SELECT
		(SELECT count(*) FROM documents) + (SELECT count(*) FROM reports) + (SELECT count(*) FROM measures) +
		(SELECT count(*) FROM indicators) + (SELECT count(*) FROM lines) + (SELECT count(*) FROM amounts) +
		(SELECT count(*) FROM evidence) + (SELECT count(*) FROM findings) + (SELECT count(*) FROM cells) +
		(SELECT count(*) FROM paragraphs)" | tail -1)
	printf '%7d documents: %8s s, %5s documents/s, %7s rows/s, peak memory %4d MiB, database %d MiB\n' \
		"$n" "$first" "$(rate "$n" "$first")" "$(rate "$rows" "$first")" $((peak / 1024)) $(($(stat -c %s "$work/a.db") >> 20))
	run "$work/zvit" ingest ${ZVIT_ARGS:-} --db "$work/a.db" "$work/reports-$n"
	printf '%7s again:     %8s s, %5s documents/s, %s times faster, peak memory %4d MiB\n' \
		"" "$seconds" "$(rate "$n" "$seconds")" "$(rate "$first" "$seconds")" $((peak / 1024))
done
