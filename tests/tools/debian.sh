#!/usr/bin/env bash
# Makes sure that the named commands are here for the tests: installs Debian's packages where it may, and
# otherwise says in one sentence what to install.
set -euo pipefail

# Where Debian keeps nginx, which is not on everybody's path.
PATH="$PATH:/usr/sbin"

missing=()
for name in "$@"; do
  # A package is called as its command, but for systemd-analyze.
  command -v "$name" >/dev/null || missing+=("${name%-analyze}")
done
[ ${#missing[@]} -eq 0 ] && exit 0

if [ "$(id -u)" -eq 0 ]; then
  as_root=()
elif sudo -n true 2>/dev/null; then
  as_root=(sudo -n)
else
  as_root=(false)
fi

if command -v apt-get >/dev/null && [ "${as_root[*]:-}" != false ]; then
  echo "Installing ${missing[*]} for the tests..."
  export DEBIAN_FRONTEND=noninteractive
  if "${as_root[@]}" apt-get update -qq && "${as_root[@]}" apt-get install -y -qq "${missing[@]}" >/dev/null; then
    exit 0
  fi
fi
echo "The tests need ${missing[*]}. On Debian: apt-get install ${missing[*]}"
exit 1
