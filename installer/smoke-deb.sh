#!/bin/bash
# Proves a deb on a bare Debian: installs it with apt-get, opens the window on an X server, chats with the demo and with a
# model behind the OpenAI API, serves, upgrades over an older version with its data, and removes it.
# Needs root, debootstrap and a mirror that apt can reach; leaves nothing behind.
#
#   installer/smoke-deb.sh target/installer/dist/prosa_*.deb [older.deb]
#
# Without an older one, the same deb under an older number stands in for it. SMOKE_SUITE chooses another release than
# bookworm, SMOKE_ROOT a folder that a bare system of it already lies in (it is copied and stays as it is).
set -euo pipefail

deb="$(realpath "$1")"
older="${2:+$(realpath "$2")}"
suite="${SMOKE_SUITE:-bookworm}"
work="$(mktemp -d)"
root="$work/root"
export LC_ALL=C.UTF-8

say() { printf '\n== %s\n' "$*"; }

die() {
  printf 'FAILED: %s\n' "$*" >&2
  exit 1
}

in_root() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/home/ana LC_ALL=C.UTF-8 PROSA_LANGUAGE=en "$@"; }

# As a person, not as root: the window and the hub need nothing else.
as_ana() { in_root setpriv --reuid=1000 --regid=1000 --clear-groups "$@"; }

# Only what was started here: each process whose root is ours.
processes() {
  for each in /proc/[0-9]*; do
    if [ "$(readlink "$each/root" 2>/dev/null)" = "$root" ]; then
      echo "${each#/proc/}"
    fi
  done
}

clean() {
  for id in $(processes); do kill "$id" 2>/dev/null || :; done
  sleep 1
  for id in $(processes); do kill -9 "$id" 2>/dev/null || :; done
  for place in dev/pts dev/shm dev proc tmp; do
    while mountpoint -q "$root/$place"; do umount -l "$root/$place"; done
  done
  rm -rf --one-file-system "$work"
}
trap clean EXIT

# $1 seconds, the rest a command that must succeed within them
within() {
  local until=$((SECONDS + $1))
  shift
  until "$@"; do
    [ "$SECONDS" -lt "$until" ] || return 1
    sleep 0.1
  done
}

# $1 the port, $2 a file for what it says
serve() { as_ana prosa serve --port "$1" >"$2" 2>&1 & }

healthy() { curl -fsS "http://127.0.0.1:$1/health" 2>/dev/null | grep -q '"ok"'; }

# $1 the port, $2 the text
chat() {
  curl -fsS "http://127.0.0.1:$1/api/chat" -H 'Content-Type: application/json' \
    -d "{\"user_id\":\"ana\",\"channel\":\"web\",\"text\":\"$2\"}"
}

# The one JVM of ours, told to end; it must end well and soon.
end() {
  local id
  for id in $(processes); do
    if [ "$(readlink "/proc/$id/exe")" = "$root/opt/prosa/runtime/bin/java" ]; then kill "$id"; fi
  done
  wait
}

install() { in_root apt-get install -y --no-install-recommends "$@" >"$work/apt.log" 2>&1 || { tail -20 "$work/apt.log" >&2; die "apt-get install $*"; }; }

say "A bare Debian ($suite)"
if [ -n "${SMOKE_ROOT-}" ]; then cp -a "$SMOKE_ROOT" "$root"; else debootstrap --variant=minbase "$suite" "$root" >"$work/debootstrap.log"; fi
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mount --make-rslave "$root/dev"
mount -t tmpfs tmpfs "$root/tmp"
cp -L /etc/resolv.conf "$root/etc/resolv.conf"
for conf in /etc/apt/apt.conf.d/*proxy*; do if [ -e "$conf" ]; then cp "$conf" "$root/etc/apt/apt.conf.d/"; fi; done
in_root useradd --uid 1000 --create-home ana
in_root apt-get update -qq

say "An older version, installed with apt-get"
if [ -z "$older" ]; then
  older="$work/older.deb"
  dpkg-deb --raw-extract "$deb" "$work/older"
  sed -i 's/^Version: .*/Version: 0.0.0~older/' "$work/older/DEBIAN/control"
  dpkg-deb --root-owner-group -Znone --build "$work/older" "$older" >/dev/null
  rm -rf "$work/older"
fi
cp "$older" "$root/tmp/older.deb"
cp "$deb" "$root/tmp/prosa.deb"
install /tmp/older.deb

say "It serves, and keeps what was said"
serve 3001 "$work/older.log"
within 30 healthy 3001 || die "no hub: $(cat "$work/older.log")"
chat 3001 'said to the older one' | grep -q '"ai_response"' || die "no answer of the demo"
end

say "The upgrade keeps it"
install /tmp/prosa.deb
version="$(dpkg-deb -f "$deb" Version)"
[ "$(as_ana prosa --version)" = "Prosa $version" ] || die "$(as_ana prosa --version) is not $version"
serve 3001 "$work/hub.log"
within 30 healthy 3001 || die "no hub: $(cat "$work/hub.log")"
curl -fsS http://127.0.0.1:3001/api/conversation/ana/web | grep -q 'said to the older one' || die "what was said is gone"

say "A model behind the OpenAI API answers: the demo of the first hub, asked by a second"
as_ana env OPENAI_BASE_URL=http://127.0.0.1:3001/v1 OPENAI_API_KEY=none OPENAI_MODEL=demo \
  prosa serve --port 3002 --data /tmp/second >"$work/second.log" 2>&1 &
within 30 healthy 3002 || die "no second hub: $(cat "$work/second.log")"
chat 3002 'through two hubs' | grep -q '"ai_response"' || die "no answer through the API: $(cat "$work/second.log")"
! grep -q 'VerifyError\|NoClassDefFoundError\|ClassNotFoundException' "$work"/*.log || die "the cut jar lacks something"
end

say "The AOT cache is taken, by the window's flags and by the hub's"
for options in '' @/opt/prosa/lib/hub.options; do
  # shellcheck disable=SC2086 # one word or none
  in_root /opt/prosa/runtime/bin/java @/opt/prosa/lib/java.options $options -XX:AOTMode=on -XX:AOTCache=/opt/prosa/lib/prosa.aot \
    -cp /opt/prosa/lib/prosa.jar:/opt/prosa/lib/training.jar app.prosa.Main --version >"$work/aot.log" 2>&1 ||
    die "the cache is not taken: $(cat "$work/aot.log")"
done

say "A customer is played on the terminal"
printf 'Hello\n' | as_ana prosa simulate | grep -q '\[read\]' || die "prosa simulate"

say "The window opens on an X server"
install xvfb xauth
as_ana xvfb-run -a env JDK_JAVA_OPTIONS=-Dprosa.report.firstPaint=true prosa desktop >"$work/window.log" 2>&1 &
within 60 grep -qs '^first-paint ' "$work/window.log" || die "no window: $(cat "$work/window.log")"
within 60 grep -q '^ready ' "$work/window.log" || die "a window that is not ready: $(cat "$work/window.log")"
end

say "The menu, the software centre and the shell find it"
for file in /usr/bin/prosa /usr/share/applications/app.prosa.Prosa.desktop /usr/share/metainfo/app.prosa.Prosa.metainfo.xml \
  /usr/share/icons/hicolor/256x256/apps/app.prosa.Prosa.png /usr/share/doc/prosa/copyright; do
  [ -s "$root$file" ] || [ -L "$root$file" ] || die "$file is not there"
done

say "Removed, it leaves the data and nothing else"
in_root apt-get purge -y prosa >"$work/apt.log" 2>&1 || die "$(tail -20 "$work/apt.log")"
left="$(find "$root/opt" "$root/usr/bin" "$root/usr/share" -iname "*prosa*" 2>/dev/null || :)"
[ -z "$left" ] || die "left behind: $left"
[ -s "$root/home/ana/.local/share/prosa/prosa.mv.db" ] || die "the data is gone"

say "All of it works"
printf 'package %.1f MB, installed %s MB\n' "$(stat -c %s "$deb" | awk '{print $1 / 1e6}')" \
  "$(dpkg-deb -f "$deb" Installed-Size | awk '{print int($1 * 1024 / 1e6)}')"
