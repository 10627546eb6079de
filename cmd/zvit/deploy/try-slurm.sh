#!/bin/bash
# Runs a batch on a real Slurm: starts one on this machine (one node with two
# slots; needs root and Debian's slurm-wlm and munge), runs an array of 16 shards,
# kills one task in the middle and requeues another, merges, and compares the
# database with that of one ingest.
#
#   cmd/zvit/deploy/try-slurm.sh [DOCUMENTS]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../../.."
documents=${1:-9600}
for program in slurmctld slurmd munged sbatch; do
	command -v $program >/dev/null || { echo "$program is missing: apt-get install slurm-wlm munge" >&2; exit 2; }
done
work=$(mktemp -d)
chmod 755 "$work"
pids=()
finish() {
	for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
	wait
	if [ "${KEEP:-}" ]; then echo "kept: $work"; else rm -rf "$work"; fi
}
trap finish EXIT

echo "== the cluster"
node=$(hostname -s)
mkdir -p "$work"/{state,spool,munge,local}
dd if=/dev/urandom of="$work/munge/key" bs=1 count=1024 2>/dev/null
chmod 600 "$work/munge/key"
munged --force --foreground --num-threads=2 --key-file "$work/munge/key" --socket "$work/munge/socket" \
	--pid-file "$work/munge/pid" --log-file "$work/munge/log" --seed-file "$work/munge/seed" 2>"$work/munge/err" &
pids+=($!)
cat >"$work/slurm.conf" <<EOF
ClusterName=try
SlurmctldHost=$node(127.0.0.1)
SlurmUser=root
SlurmdUser=root
SlurmctldPort=16817
SlurmdPort=16818
AuthType=auth/munge
AuthInfo=socket=$work/munge/socket,cred_expire=5
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd.pid
SlurmctldLogFile=$work/slurmctld.log
SlurmdLogFile=$work/slurmd.log
ProctrackType=proctrack/pgid
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SlurmdParameters=config_overrides
ReturnToService=2
JobRequeue=1
KillWait=2
SchedulerParameters=batch_sched_delay=0,sched_interval=2
MinJobAge=600
NodeName=$node NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
EOF
export SLURM_CONF=$work/slurm.conf
for _ in $(seq 50); do [ -S "$work/munge/socket" ] && break; sleep 0.1; done
slurmctld -D 2>"$work/slurmctld.err" &
pids+=($!)
slurmd -D 2>"$work/slurmd.err" &
pids+=($!)
for _ in $(seq 100); do
	sinfo --noheader --format %T 2>/dev/null | grep -q '^idle$' && break
	sleep 0.2
done
sinfo

echo "== the plan"
go build -o "$work/zvit" ./cmd/zvit
go run ./cmd/zvit/internal/batch/generated/write "$work/reports" "$documents"
# What cannot be read is part of a batch, too.
head -c 700 "$work/reports/000/000018.docx" >"$work/reports/000/cut.docx"
: >"$work/reports/000/empty.txt"
cd "$work"
export ZVIT=$work/zvit PATH=$work:$PATH
zvit plan --out plan --shards 16 reports

echo "== the array"
job=$(TMPDIR=$work/local sbatch --parsable --array=0-15 --mem=0 "$here/slurm.sbatch")
# worker prints the process of a running task.
worker() { pgrep -f "^$work/zvit work .*--temp $work/local" | head -1 || true; }
victim=
for _ in $(seq 300); do
	victim=$(worker) && [ "$victim" ] && break
	sleep 0.1
done
sleep 1
killed=$(tr '\0' '\n' <"/proc/$victim/environ" | sed -n 's/^SLURM_ARRAY_TASK_ID=//p')
kill -9 "$victim"
echo "task $killed: killed with SIGKILL"
sleep 2
for _ in $(seq 100); do
	requeued=$(squeue --noheader --job "$job" --states RUNNING --array --format %K | head -1)
	[ "$requeued" ] && [ "$requeued" != "$killed" ] && break
	sleep 0.2
done
scontrol requeue "${job}_$requeued"
echo "task $requeued: requeued while it ran"
while squeue --noheader --job "$job" 2>/dev/null | grep -q .; do
	printf '%s\n' "$(squeue --noheader --job "$job" --array --format %t | sort | uniq -c | tr -s ' \n' ' ')"
	sleep 5
done
grep -l '"type":"start"' zvit-*.log | wc -l | sed 's/$/ tasks ran/'
for n in "$killed" "$requeued"; do
	echo "task $n was started $(grep -c '"type":"start"' "zvit-${job}_$n.log") times"
done
zvit plan status --plan plan shards

echo "== the merge"
mapfile -t files < <(ls shards/*.db | shuf)
zvit merge --plan plan --db merged.db "${files[@]}"
zvit ingest --db one.db reports >/dev/null 2>&1 || [ $? -eq 3 ]
cd "$here/../../.."
ZVIT_SAME="$work/one.db:$work/merged.db" go test -count=1 -run '^TestSameDump$' -v ./cmd/zvit | grep -v '^=== '
