#!/usr/bin/env bash
# Install Milepost on Windows as a person would, use it, and take it away again.
#
#   packaging/windows/prove.sh VERSION
#
# Unproven here: with the program itself, on Windows. Under Wine, stand-ins were installed and uninstalled so.
set -euo pipefail

version=$1
setup=dist/milepost-$version-windows-x86_64-setup.exe
installed=$(cygpath --unix "$LOCALAPPDATA")/Programs/Milepost
mine=$(cygpath --unix "$LOCALAPPDATA")/Milepost

"$setup" /VERYSILENT /SUPPRESSMSGBOXES /NORESTART
packaging/prove_verbs.sh "$version" "$installed/milepost.com"
# Windows asks the registry what opens a plan.
reg query 'HKCU\Software\Classes\Milepost.Plan\shell\open\command' /ve | grep --fixed-strings 'Milepost.exe'

# The window opens: it stays until it is ended.
mkdir -p "$mine"
echo "; the person's own" > "$mine/milepost.ini"
"$installed/Milepost.exe" --new-plan &
window=$!
sleep 10
kill -0 "$window"
kill "$window"

# The uninstaller goes on in a copy of itself, which removes the folder a moment later.
"$installed/unins000.exe" /VERYSILENT /SUPPRESSMSGBOXES
for _ in $(seq 30); do
    [ ! -e "$installed" ] && break
    sleep 1
done
[ ! -e "$installed" ]
[ -e "$mine/milepost.ini" ]
if reg query 'HKCU\Software\Classes\Milepost.Plan'; then
    echo "The type of plans is still in the registry."
    exit 1
fi
echo "Installed, used, and gone."
