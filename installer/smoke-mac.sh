#!/bin/sh
# Proves a dmg on macOS: copies the program out of it, serves, chats with the demo, opens the window.
#
#   installer/smoke-mac.sh target/installer/dist/Prosa-*.dmg
set -eu

work="$(mktemp -d)"
mount="$work/mount"
app="$work/Prosa.app"
prosa="$app/Contents/app/bin/prosa"
serving=

die() {
  printf 'FAILED: %s\n' "$*" >&2
  exit 1
}

clean() {
  if [ -n "$serving" ]; then kill "$serving" 2>/dev/null || :; fi
  hdiutil detach -quiet "$mount" 2>/dev/null || :
  rm -rf "$work"
}
trap clean EXIT

# $1 seconds, the rest a command that must succeed within them
within() {
  left="$1"
  shift
  until "$@"; do
    left=$((left - 1))
    [ "$left" -gt 0 ] || return 1
    sleep 1
  done
}

healthy() { curl -fsS http://127.0.0.1:3001/health 2>/dev/null | grep -q '"ok"'; }

hdiutil attach -quiet -nobrowse -mountpoint "$mount" "$1"
cp -R "$mount/Prosa.app" "$app"

"$prosa" --version
JDK_JAVA_OPTIONS=-XX:AOTMode=on "$prosa" --version || die "the AOT cache is not taken"

"$prosa" serve --port 3001 --data "$work/data" >"$work/hub.log" 2>&1 &
serving=$!
within 60 healthy || die "no hub: $(cat "$work/hub.log")"
curl -fsS http://127.0.0.1:3001/api/chat -H 'Content-Type: application/json' \
  -d '{"user_id":"ana","channel":"web","text":"Hello"}' | grep -q '"ai_response"' || die "no answer of the demo"
kill "$serving"
wait "$serving" || die "the hub ended with $?"
serving=

JDK_JAVA_OPTIONS=-Dprosa.report.firstPaint=true "$prosa" desktop --data "$work/data" >"$work/window.log" 2>&1 &
serving=$!
within 60 grep -q '^ready ' "$work/window.log" || die "no window: $(cat "$work/window.log")"
echo "All of it works"
