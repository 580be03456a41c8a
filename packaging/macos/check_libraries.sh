#!/usr/bin/env bash
# Check that every library of a bundle is for a machine, and runs on the oldest macOS that its Info.plist names.
#
#   packaging/macos/check_libraries.sh Milepost.app arm64|x86_64
#
# Unproven here: Apple's tools are on macOS alone.
set -euo pipefail

bundle=$1
machine=$2
oldest=$(/usr/libexec/PlistBuddy -c "Print LSMinimumSystemVersion" "$bundle/Contents/Info.plist")
plutil -lint "$bundle/Contents/Info.plist"
codesign --verify --deep --strict "$bundle"

bad=0
while IFS= read -r -d '' file; do
    file --brief "$file" | grep --quiet Mach-O || continue
    if ! lipo -archs "$file" | grep --quiet --word-regexp "$machine"; then
        echo "$file is not for $machine."
        bad=1
    fi
    # Older libraries name it as LC_VERSION_MIN_MACOSX's version, newer ones as LC_BUILD_VERSION's minos.
    needs=$(otool -arch "$machine" -l "$file" |
        awk '$1 == "minos" { print $2 }
             /LC_VERSION_MIN_MACOSX/ { old = 1 }
             old && $1 == "version" { print $2; old = 0 }' |
        sort -V | tail -n 1)
    if [ -n "$needs" ] && [ "$(printf '%s\n%s\n' "$needs" "$oldest" | sort -V | tail -n 1)" != "$oldest" ]; then
        echo "$file needs macOS $needs; Info.plist names $oldest."
        bad=1
    fi
done < <(find "$bundle" -type f -print0)
exit "$bad"
