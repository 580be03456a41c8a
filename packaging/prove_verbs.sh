#!/usr/bin/env bash
# Use the verbs of an installed Milepost as a person would, on any system, without a window.
#
#   packaging/prove_verbs.sh VERSION COMMAND [ARGUMENTS...]
#
# VERSION is what it must say of itself. Everything it writes lies in a new folder, under a name with a space and
# a letter beyond ASCII.
set -euo pipefail

version=$1
shift
milepost=("$@")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# Every system's own way to say where a person's files are.
export MILEPOST_HOME="$folder/home"
cd "$folder"

said=$("${milepost[@]}" --version | tr -d '\r')
[ "$said" = "Milepost $version" ] || { echo "It says '$said', not 'Milepost $version'."; exit 1; }
"${milepost[@]}" new "mein Plan ñ.milepost" --start 2027-01-04 --background engineer --hours 10
"${milepost[@]}" show "mein Plan ñ.milepost" > shown.txt
grep -q "Job-ready" shown.txt
"${milepost[@]}" check "mein Plan ñ.milepost"
"${milepost[@]}" week "mein Plan ñ.milepost" --date 2027-01-04 --pdf week.pdf
[ "$(head -c 4 week.pdf)" = "%PDF" ]
"${milepost[@]}" export --format ics "mein Plan ñ.milepost" path.ics
[ "$(head -c 15 path.ics)" = "BEGIN:VCALENDAR" ]
echo "All verbs answered."
