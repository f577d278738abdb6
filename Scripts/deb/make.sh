#!/usr/bin/env bash
# Makes the Debian package of what `make build man` made, in .build/deb. Who makes it is its maintainer: DEBFULLNAME and
# DEBEMAIL, as the tools of Debian have it, else the author of the last commit.
set -euo pipefail
cd "$(dirname "$0")/../.."
export PROJECT=$PWD
stage=.build/deb

version=$(.build/release/praticario --version)
# What stands between two releases comes after the one and before the other.
git tag --points-at HEAD | grep -qx "v$version" ||
  version+="~$(TZ=UTC git log -1 --date=format-local:%Y%m%d%H%M --format=%cd.%h)"
maintainer="${DEBFULLNAME:-$(git log -1 --format=%an)} <${DEBEMAIL:-$(git log -1 --format=%ae)}>"
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH

rm -rf "$stage"
mkdir -p "$stage"
cp -r Scripts/deb/debian "$stage/debian"
sed -i "s/\${maintainer}/$maintainer/" "$stage/debian/control"
{
  printf 'praticario (%s) bookworm; urgency=medium\n\n' "$version"
  sed -n 's/^- //p' CHANGELOG.md | while read -r line; do
    fold -s -w 74 <<<"$line" | sed -e 's/ *$//' -e '1s/^/  * /' -e '2,$s/^/    /'
  done
  printf '\n -- %s  %s\n' "$maintainer" "$(date -u -R -d "@$SOURCE_DATE_EPOCH")"
} >"$stage/debian/changelog"

(cd "$stage" && debian/rules binary) >"$stage/log" 2>&1 || { tail -30 "$stage/log" >&2; exit 1; }
mv .build/praticario_*.deb "$stage/"
ls "$stage"/*.deb
