#!/usr/bin/env bash
# Sign programs for Windows, with the certificate in $CERTIFICATE (a .pfx, base64) and its $PASSWORD.
#
#   packaging/windows/sign.sh FILE...
#
# Unproven here: signtool runs on Windows alone.
set -euo pipefail

pfx=$(mktemp)
trap 'rm -f "$pfx"' EXIT
base64 --decode <<< "$CERTIFICATE" > "$pfx"

# It comes with the Windows SDK, in a folder named by its version: the newest.
kits="/c/Program Files (x86)/Windows Kits/10/bin"
signtool=$(printf '%s\n' "$kits"/*/x64/signtool.exe | sort --version-sort | tail -n 1)
# The time stamp keeps the signature good when the certificate has run out.
"$signtool" sign /fd SHA256 /td SHA256 /tr http://timestamp.digicert.com \
    /f "$(cygpath --windows "$pfx")" /p "$PASSWORD" "$@"
"$signtool" verify /pa "$@"
