#!/bin/sh
# Starts the installed Prosa on its own Java, with the flags of the window or of the hub, wherever its folder lies.
set -eu

here="$0"
while [ -L "$here" ]; do
  target="$(readlink "$here")"
  case "$target" in
  /*) here="$target" ;;
  *) here="${here%/*}/$target" ;;
  esac
done
home="$(CDPATH='' cd "${here%/*}/.." && pwd -P)"
lib="$home/@LIB@"

hub=
for argument in "$@"; do
  if [ "$argument" = serve ]; then
    hub="@$lib/hub.options"
  fi
done

# What C's library keeps of what was given back to it, 7 to 9 MB after a start: of Linux's this can be asked.
trim=
if [ -e /proc/self/statm ]; then
  export MALLOC_ARENA_MAX="${MALLOC_ARENA_MAX:-2}"
  trim=-XX:TrimNativeHeapInterval=10000
fi

exec "$home/@RUNTIME@/bin/java" "@$lib/java.options" ${hub:+"$hub"} ${trim:+"$trim"} "-XX:AOTCache=$lib/prosa.aot" \
  -cp "$lib/prosa.jar:$lib/training.jar" app.prosa.Main "$@"
