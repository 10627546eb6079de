#!/bin/bash
# Ends a run with SIGKILL at 200 random moments: each time the database is whole,
# and the run that is left alone ends with what an undisturbed one gives.
#
#   cmd/zvit/deploy/kill.sh [COUNT]
set -euo pipefail
cd "$(dirname "$0")/../../.."
ZVIT_KILLS=${1:-200} go test -count=1 -timeout 30m -run '^TestKilled$' -v ./cmd/zvit
