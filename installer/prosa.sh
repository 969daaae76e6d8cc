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

exec "$home/@RUNTIME@/bin/java" "@$lib/java.options" ${hub:+"$hub"} "-XX:AOTCache=$lib/prosa.aot" \
  -cp "$lib/prosa.jar:$lib/training.jar" app.prosa.Main "$@"
