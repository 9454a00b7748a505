#!/usr/bin/env bash
# Lagrid on a real standalone cluster of Spark's on this machine, beside Spark's own ways:
# bench/spark.sh [Stragglers|BlockMatrix|Rounds]…
# Runs those benchmarks of spark/src/test/java/io/lagrid/spark/speed (default: all three) and prints
# what they found; it stays in spark/target/spark-speed.txt. JDK 17 to 23: the build's Spark is 3.5.
# Takes some minutes each; the machine should be idle otherwise.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly figures=spark/target/spark-speed.txt
names=("$@")
[ $# -gt 0 ] || names=(Stragglers BlockMatrix Rounds)
tests=$(printf '%sBenchmark,' "${names[@]}")

mkdir -p spark/target
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
