#!/usr/bin/env bash
# Times Lagrid's kernels, residues and rounds beside native and Java peers, in turns on an otherwise
# idle machine, one thread each; prints a table of ratios and writes it to
# bench/target/comparison.md. Needs the packages of peers/install.sh.
#
#   bench/compare.sh [--quick] [--only REGEX]
#
# JAVA_HOME chooses the JDK. --quick takes about three minutes, the whole run about half an hour.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

mode=long
alternations=5
only='io\.lagrid\.bench\..*'
while [ $# -gt 0 ]; do
  case $1 in
    --quick)
      mode=quick
      alternations=1
      ;;
    --only)
      shift
      only=${1:?--only needs a regular expression}
      ;;
    *)
      echo "usage: bench/compare.sh [--quick] [--only REGEX]" >&2
      exit 2
      ;;
  esac
  shift
done

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
out=bench/target
mkdir -p "$out"

echo 'building' >&2
mvn -q -Dquick -pl bench -am package
g++ -O3 -march=native -std=c++17 -w -o "$out/peers" bench/peers/peers.cpp \
  -lflint -lntl -lopenblas -lgivaro -lgmp -lpthread

# OpenBLAS's own choice is no reference: older versions do not know newer processors and fall back
# to kernels of 2004, five times slower.
if [ -z "${OPENBLAS_CORETYPE:-}" ] && [ -r /proc/cpuinfo ]; then
  if grep -q avx512f /proc/cpuinfo; then
    export OPENBLAS_CORETYPE=SkylakeX
  elif grep -q avx2 /proc/cpuinfo; then
    export OPENBLAS_CORETYPE=Haswell
  fi
fi
export OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1

processor=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo 2>/dev/null | head -n 1)
vectors=$(grep -o -m 1 -w -E 'avx512f|avx2' /proc/cpuinfo 2>/dev/null | sort | tail -n 1 || true)
runtime=$("$java" -XshowSettings:properties -version 2>&1 |
  sed -n 's/^ *java\.vm\.version = //p')
commit=$(git rev-parse --short HEAD)
if ! git diff --quiet HEAD; then
  commit="$commit with changes"
fi

"$java" -cp "$out/lagrid-bench.jar" io.lagrid.bench.Comparison "$out/peers" "$out/comparison.md" \
  "${processor:-unknown processor} ${vectors:+($vectors)}, JDK $runtime, commit $commit" \
  "$alternations" "$mode" "$only"
