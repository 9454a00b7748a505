#!/usr/bin/env bash
# Simulated rounds against rounds of threads that sleep: bench/forecast.sh [ROUNDS]
# Prints a table and fails if a mean differs by more than a tenth. Takes about a minute; the machine
# should be idle otherwise.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

mvn --quiet --projects engine --also-make -DskipTests -Dspotless.check.skip -Djacoco.skip package
mkdir -p bench/target/forecast
classes=engine/target/classes:codes/target/classes:algebra/target/classes
for name in org/slf4j/slf4j-api org/jspecify/jspecify; do
  classes=$classes:$(find ~/.m2/repository/"$name" -name '*.jar' | sort | tail -1)
done
javac -d bench/target/forecast -cp "$classes" bench/src/main/java/io/lagrid/bench/forecast/*.java
java -cp "bench/target/forecast:$classes" io.lagrid.bench.forecast.ForecastCampaign "${1:-20}"
