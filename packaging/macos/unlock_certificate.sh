#!/usr/bin/env bash
# Put the certificate in $CERTIFICATE (a .p12, base64, with its $PASSWORD) where codesign finds it, and name it to
# the steps that follow as MILEPOST_SIGNING_IDENTITY.
#
# Unproven here: Apple's keychain is on macOS alone.
set -euo pipefail

keychain=$RUNNER_TEMP/milepost.keychain-db
p12=$RUNNER_TEMP/milepost.p12
trap 'rm -f "$p12"' EXIT
secret=$(openssl rand -hex 24)

base64 --decode <<< "$CERTIFICATE" > "$p12"
security create-keychain -p "$secret" "$keychain"
security set-keychain-settings -lut 21600 "$keychain"
security unlock-keychain -p "$secret" "$keychain"
security import "$p12" -P "$PASSWORD" -A -t cert -f pkcs12 -k "$keychain"
# Without this, codesign asks a person whether it may.
security set-key-partition-list -S apple-tool:,apple: -s -k "$secret" "$keychain" > /dev/null
security list-keychains -d user -s "$keychain" login.keychain-db

identity=$(security find-identity -v -p codesigning "$keychain" | awk '/Developer ID Application/ { print $2; exit }')
[ -n "$identity" ] || { echo "The certificate is no Developer ID Application."; exit 1; }
echo "MILEPOST_SIGNING_IDENTITY=$identity" >> "$GITHUB_ENV"
