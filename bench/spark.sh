#!/usr/bin/env bash
# Lagrid on a real standalone cluster of Spark's on this machine, beside Spark's own ways:
# bench/spark.sh [Stragglers|BlockMatrix|Rounds|Iterated|Cancellation]…
# Runs those benchmarks of spark/src/test/java/io/lagrid/spark/speed (default: all five) and prints
# what they found; it stays in spark/target/spark-speed.txt. JDK 17 to 23: the build's Spark is 3.5.
# Takes up to some minutes each; the machine should be idle otherwise.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly figures=spark/target/spark-speed.txt
readonly speed=spark/src/test/java/io/lagrid/spark/speed
names=("$@")
[ $# -gt 0 ] || names=(Stragglers BlockMatrix Rounds Iterated Cancellation)
for name in "${names[@]}"; do
  [ -f "$speed/${name}Benchmark.java" ] || {
    echo "no benchmark $name; there are: $(cd "$speed" && echo *Benchmark.java | sed 's/Benchmark\.java//g')" >&2
    exit 2
  }
done
tests=$(printf '%sBenchmark,' "${names[@]}")

mkdir -p spark/target
trap 'rmdir spark/target/spark-local 2>/dev/null || true' EXIT # Spark empties it
{
  printf 'commit %s, Spark %s, JDK %s, %s cores, load %s\n' \
    "$(git describe --always --dirty)" \
    "$(sed -n 's/.*<version.spark>\(.*\)<.*/\1/p' spark/pom.xml)" \
    "$("${JAVA_HOME:+$JAVA_HOME/bin/}java" -XshowSettings:properties -version 2>&1 |
      sed -n 's/^ *java\.version = //p')" \
    "$(getconf _NPROCESSORS_ONLN)" "$(uptime | sed 's/.*average[s]*: //')"
} >"$figures"
mvn --quiet --projects spark --also-make test -Dtest="${tests%,}" \
  -Dsurefire.failIfNoSpecifiedTests=false -Dspotless.check.skip -Djacoco.skip
cat "$figures"
