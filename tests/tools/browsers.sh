#!/usr/bin/env bash
# Makes sure that Chromium and Firefox are here for the browser tests: installs Debian's packages where it
# may, and otherwise says in one sentence what to install.
set -euo pipefail

missing=()
command -v chromium >/dev/null || missing+=(chromium)
command -v firefox-esr >/dev/null || missing+=(firefox-esr)
[ ${#missing[@]} -eq 0 ] && exit 0

if [ "$(id -u)" -eq 0 ]; then
  as_root=()
elif sudo -n true 2>/dev/null; then
  as_root=(sudo -n)
else
  as_root=(false)
fi

if command -v apt-get >/dev/null && [ "${as_root[*]:-}" != false ]; then
  echo "Installing ${missing[*]} for the browser tests..."
  export DEBIAN_FRONTEND=noninteractive
  if "${as_root[@]}" apt-get update -qq && "${as_root[@]}" apt-get install -y -qq "${missing[@]}" >/dev/null; then
    exit 0
  fi
fi
echo "The browser tests need ${missing[*]}. On Debian: apt-get install ${missing[*]}"
exit 1
