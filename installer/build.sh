#!/bin/sh
# Makes the installers of this system (Linux: deb, rpm where rpmbuild is there, and an archive; macOS: dmg) in
# target/installer/dist. What is in them is told by runtime.args and prosa.args, the same for all systems.
set -eu
cd "$(dirname "$0")/.."
exec ./mvnw -B -ntp -Pinstaller "$@"
