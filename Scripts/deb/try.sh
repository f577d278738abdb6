#!/usr/bin/env bash
# Tries the package of `make deb` in a bare Debian 12 made for it: what it needs is what it says it needs, the three jobs, the
# service in a system that has started, and that nothing is left when it goes. Needs root, mmdebstrap, systemd-container and
# curl; the folder is .build/deb/root, and the machine's own system is not touched.
set -euo pipefail
cd "$(dirname "$0")/../.."
package=$(ls .build/deb/praticario_*.deb)
root=$PWD/.build/deb/root
environment=(env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 HOME=/root DEBIAN_FRONTEND=noninteractive)
inside=(systemd-nspawn --quiet --register=no --keep-unit --timezone=off --pipe -D "$root" "${environment[@]}")

say() { printf '\n== %s\n' "$*"; }
fail() { echo "NO: $*" >&2; exit 1; }

# `expect WORDS COMMAND…`: that the command goes well and says these words.
expect() {
  local words=$1
  shift
  "$@" >"$root.said" 2>&1 && grep -qF -- "$words" "$root.said" || { cat "$root.said"; fail "«$words»: $*"; }
  echo "ok: $*" | sed -E 's/ok: .* (PATH=[^ ]*( [A-Z_]+=[^ ]*)*|-n) /ok: /'
}

# `works COMMAND…`: that it goes well, whatever it says.
works() { "$@" >>"$root.log" 2>&1 || { tail -20 "$root.log"; fail "$*"; }; }

# What lies on the disk, but what packages and their system keep of every package.
files() {
  (cd "$root" && find . -xdev \( -path ./proc -o -path ./sys -o -path ./dev -o -path ./tmp -o -path ./run \) -prune -o -print) |
    grep -vE '^\./(var/(cache/(apt|debconf|ldconfig)|lib/(apt|dpkg)|log)/|etc/ld\.so\.cache|.*[-~]$)' | sort
}

answers() { "${fetch[@]}" -o /dev/null http://127.0.0.1:8080/ 2>/dev/null; }
until_it_answers() { for _ in $(seq 150); do answers && return; sleep 0.2; done; fail "it does not answer"; }

say "a bare Debian 12"
rm -rf "$root"
mmdebstrap --quiet --variant=minbase bookworm "$root"
files >"$root.before"

say "install, with what it depends on and no more"
cp "$package" "$root/root/praticario.deb"
:>"$root.log"
works "${inside[@]}" apt-get update -qq
works "${inside[@]}" apt-get install -y -qq --no-install-recommends /root/praticario.deb
"${inside[@]}" dpkg -L praticario | grep -v /man1/ | sort
expect "$(.build/release/praticario --version)" "${inside[@]}" praticario --version

say "the three jobs"
cp -r corpus "$root/srv/corpus"
rm -rf "$root/srv/corpus/.praticario"
expect territorio:calabria "${inside[@]}" praticario search territorio:calabria --kb /srv/corpus
expect "tema:anziani" "${inside[@]}" praticario search tipo:soluzione tema:anziani --kb /srv/corpus
for format in csv html site xlsx markdown; do
  works "${inside[@]}" praticario export tema:carcere --kb /srv/corpus --format "$format" --output "/srv/carcere.$format"
  [ -s "$root/srv/carcere.$format" ] || fail "nothing in carcere.$format"
done
("${inside[@]}" praticario export tema:carcere --kb /srv/corpus --format docx --output /srv/carcere.docx 2>&1 || true) |
  grep pandoc || fail "it does not say that pandoc is missing"
expect praticario "${inside[@]}" cat /usr/share/bash-completion/completions/praticario

say "the service, in a system that has started, with a network of its own"
works "${inside[@]}" apt-get install -y -qq --no-install-recommends systemd-sysv libvips-tools
cp -r corpus "$root/var/lib/praticario/archivio"
"${inside[@]}" chown -R praticario: /var/lib/praticario/archivio
systemd-nspawn --quiet --register=no --keep-unit --private-network --boot --console=pipe -D "$root" >"$root.boot" 2>&1 </dev/null &
container=$!
stop() { kill -TERM "$container" 2>/dev/null && wait "$container" || true; }
trap stop EXIT
leader=''
for _ in $(seq 100); do
  leader=$(pgrep -P "$container" | head -1) && [ -n "$leader" ] &&
    nsenter -t "$leader" -a systemctl is-system-running 2>/dev/null | grep -qE 'running|degraded' && break
  sleep 0.3
done
booted=(nsenter -t "$leader" -a "${environment[@]}")
fetch=(nsenter -t "$leader" -n curl -sS --max-time 20)
"${booted[@]}" systemctl is-active praticario && fail "it runs before anybody said so"
works "${booted[@]}" systemctl enable --now praticario
until_it_answers
expect "Praticario" "${fetch[@]}" http://127.0.0.1:8080/
expect "Cerca" "${fetch[@]}" 'http://127.0.0.1:8080/cerca?q=anziani+soli'
expect '"status"' "${fetch[@]}" http://127.0.0.1:8080/api/v1/health
works "${fetch[@]}" -o /dev/null 'http://127.0.0.1:8080/cerca/scarica/xlsx?q=carcere'
"${booted[@]}" systemd-analyze security praticario --no-pager | tail -1
"${booted[@]}" systemd-analyze verify --man=no /lib/systemd/system/praticario.service
process=$("${booted[@]}" systemctl show -P MainPID praticario)
expect praticario "${booted[@]}" stat -c %U "/proc/$process"
expect '"route":"/cerca"' "${booted[@]}" journalctl -u praticario --no-pager

say "people come in, and what they write is written"
expect entra "${booted[@]}" runuser -u praticario -- praticario person add "Anna Verdi" --role gestione \
  --kb /var/lib/praticario/archivio --address http://127.0.0.1:8080
key=$("${booted[@]}" runuser -u praticario -- praticario person key anna-verdi prova --role redazione \
  --kb /var/lib/praticario/archivio | grep -oE '[A-Za-z0-9_-]{32,}' | head -1)
"${booted[@]}" systemctl restart praticario
until_it_answers
expect '"id"' "${fetch[@]}" -X POST -H "Authorization: Bearer $key" -H 'Content-Type: application/json' \
  -d '{"fields":{"title":"Prova del pacchetto","kind":"idea","territories":"Foggia","themes":["sport"]}}' http://127.0.0.1:8080/api/v1/sheets
[ -n "$(find "$root/var/lib/praticario/archivio/schede" -name 'prova-del-pacchetto*')" ] ||
  fail "the sheet is no file"

say "a picture comes in, under all that the service may not do"
{
  printf '[Service]\nType=oneshot\nUser=praticario\nEnvironment=LANG=C.UTF-8\n'
  sed -n '/^StateDirectory=/,/^SystemCallErrorNumber=/p' "$root/lib/systemd/system/praticario.service"
  echo 'ExecStart=praticario attach prova-del-pacchetto /var/lib/praticario/foto.png --description "Un rettangolo nero" --kb /var/lib/praticario/archivio'
} >"$root/etc/systemd/system/foto.service"
works "${booted[@]}" vips black /var/lib/praticario/foto.png 2000 1000
works "${booted[@]}" systemctl daemon-reload
works "${booted[@]}" systemctl start foto
rm "$root/etc/systemd/system/foto.service" "$root/var/lib/praticario/foto.png"
picture=$(find "$root/var/lib/praticario/archivio/schede" -name 'foto*')
[ -s "$picture" ] || fail "the picture is not beside its sheet"
echo "ok: ${picture#"$root"}"

say "an update starts again what runs"
before=$("${booted[@]}" systemctl show -P MainPID praticario)
works "${booted[@]}" dpkg -i /root/praticario.deb
after=$("${booted[@]}" systemctl show -P MainPID praticario)
[ "$after" != 0 ] && [ "$after" != "$before" ] || fail "process $before, then $after"
echo "ok: process $before, then $after"

say "it goes: the archive stays, and with it its user; all else is as it was"
works "${booted[@]}" apt-get purge -y -qq praticario
"${booted[@]}" systemctl is-active praticario && fail "it still runs"
stop
[ -f "$root/var/lib/praticario/archivio/praticario.yaml" ] || fail "the archive went, too"
rm -rf "$root/var/lib/praticario/archivio"
works "${inside[@]}" apt-get install -y -qq --no-install-recommends /root/praticario.deb
works "${inside[@]}" apt-get purge -y -qq praticario systemd-sysv libvips-tools
works "${inside[@]}" apt-get autoremove --purge -y -qq
rm -rf "$root"/srv/* "$root/root/praticario.deb"
grep -r --exclude='*-' praticario "$root/etc" && fail "something in /etc knows it"
files >"$root.after"
diff "$root.before" "$root.after" | grep praticario && fail "files are left"
echo "what other packages that it needed leave in the system:"
diff "$root.before" "$root.after" || true
rm -rf "$root" "$root.before" "$root.after" "$root.said" "$root.boot"

echo "All is as it should be."
