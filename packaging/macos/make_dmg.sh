#!/usr/bin/env bash
# Put a bundle into a disk image, beside the way to Applications. Where $MILEPOST_SIGNING_IDENTITY is set, the image
# is signed, and judged by Apple with the key in $NOTARY_KEY (a .p8, base64), $NOTARY_KEY_ID and $NOTARY_ISSUER.
#
#   packaging/macos/make_dmg.sh Milepost.app TARGET.dmg
#
# Unproven here: Apple's tools are on macOS alone, and its notary takes members' keys only.
set -euo pipefail

bundle=$1
target=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

mkdir "$work/image"
# ditto keeps what the signature covers.
ditto "$bundle" "$work/image/$(basename "$bundle")"
ln -s /Applications "$work/image/Applications"
hdiutil create -volname Milepost -srcfolder "$work/image" -fs HFS+ -format UDZO -ov "$target"

if [ -z "${MILEPOST_SIGNING_IDENTITY:-}" ]; then
    echo "Without a certificate: this image is for trying out."
    exit 0
fi
codesign --sign "$MILEPOST_SIGNING_IDENTITY" --timestamp "$target"
base64 --decode <<< "$NOTARY_KEY" > "$work/key.p8"
xcrun notarytool submit "$target" --key "$work/key.p8" --key-id "$NOTARY_KEY_ID" --issuer "$NOTARY_ISSUER" --wait
# With the judgement in it, the image opens on a Mac without a network, too.
xcrun stapler staple "$target"
xcrun stapler validate "$target"
spctl --assess --type open --context context:primary-signature --verbose "$target"
