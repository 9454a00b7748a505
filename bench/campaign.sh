#!/usr/bin/env bash
# The fault campaign at length: bench/campaign.sh [SCHEDULES [FIRST_SEED [FILE.md]]]
# Runs that many random schedules (default 1,000,000), on all cores or $CORES of them, writes the tally
# as Markdown, fails at the first broken promise and prints the schedule that broke it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly schedules=${1:-1000000} first=${2:-1} file=${3:-docs/reliability-tally.md}
readonly chunk=20000 cores=${CORES:-$(getconf _NPROCESSORS_ONLN)}

mvn --quiet --projects engine --also-make -DskipTests -Dspotless.check.skip -Djacoco.skip package
classes=engine/target/test-classes:engine/target/classes
classes=$classes:codes/target/classes:algebra/target/classes
classes=$classes:$(find ~/.m2/repository/org/slf4j/slf4j-api -name '*.jar' | sort | tail -1)
export classes

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export work

start=$SECONDS
for ((done = 0; done < schedules; done += chunk)); do
  left=$((schedules - done))
  echo "$((first + done)) $((left < chunk ? left : chunk))"
done |
  xargs -P "$cores" -L 1 sh -c \
    'java -XX:TieredStopAtLevel=4 -cp "$classes" io.lagrid.engine.campaign.LongCampaign "$0" "$1" \
       >"$work/$0" 2>"$work/$0.err" || { cat "$work/$0.err"; grep "^violation" "$work/$0"; exit 255; }'
readonly seconds=$((SECONDS - start))

{
  printf '%s schedules, seeds %s to %s, in %d min on %d cores: no violation.\n\n' \
    "$schedules" "$first" "$((first + schedules - 1))" "$(((seconds + 59) / 60))" "$cores"
  printf '| what | how often |\n| --- | --- |\n'
  find "$work" -type f ! -name '*.err' -exec cat {} + |
    awk -F '\t' '{ sum[$1] += $2 } END { for (name in sum) printf "| %s | %d |\n", name, sum[name] }' |
    sort
} >"$file"
echo "written: $file"
