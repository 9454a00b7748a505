#!/usr/bin/env bash
# Installs what peers.cpp is built from, on Debian and its kin: a C++ compiler, OpenBLAS,
# FFLAS-FFPACK with Givaro, FLINT and NTL. Asks for root through sudo where needed.
set -euo pipefail

packages=(g++ pkg-config libopenblas-dev fflas-ffpack libgivaro-dev libgmp-dev libflint-dev libntl-dev)

if ! command -v apt-get >/dev/null; then
  echo "install.sh: no apt-get here; install by hand: ${packages[*]}" >&2
  exit 1
fi
as_root=()
if [ "$(id -u)" -ne 0 ]; then
  as_root=(sudo)
fi
"${as_root[@]}" apt-get update
"${as_root[@]}" apt-get install -y --no-install-recommends "${packages[@]}"
