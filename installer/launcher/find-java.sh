# Sourced by mvnw, .ci/run and bin/prosa: finds a Java that is new enough, or says what to install.
# POSIX sh, and at home in dash, busybox and bash 3, under "set -euf" as well as without.

prosa_oldest_java=25

# $1 a Java home, $2 the tool that must be in it: java, or javac where something is compiled
prosa_java_fits() {
  [ -n "$1" ] && [ -x "$1/bin/$2" ] && [ -x "$1/bin/java" ] || return 1
  prosa_version=""
  if [ -r "$1/release" ]; then
    # Read here: to start a JVM and ask it would cost a tenth of a second for each.
    while IFS= read -r prosa_line || [ -n "$prosa_line" ]; do
      case "$prosa_line" in
      JAVA_VERSION=*) prosa_version="${prosa_line#JAVA_VERSION=}" ;;
      esac
    done <"$1/release"
  elif [ -r "$1/lib/jvm.cfg" ]; then
    prosa_version="$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p')"
  else
    # Not a Java home: macOS has a /usr/bin/java that only offers to install one.
    return 1
  fi
  prosa_version="${prosa_version#\"}"
  prosa_version="${prosa_version%%[!0-9]*}"
  [ -n "$prosa_version" ] && [ "$prosa_version" -ge "$prosa_oldest_java" ]
}

# The Java home that the command "java" on the path belongs to, symbolic links followed.
prosa_java_on_path() {
  prosa_java="$(command -v java)" || return 1
  while [ -L "$prosa_java" ]; do
    prosa_target="$(readlink "$prosa_java")"
    case "$prosa_target" in
    /*) prosa_java="$prosa_target" ;;
    *) prosa_java="$(dirname "$prosa_java")/$prosa_target" ;;
    esac
  done
  dirname "$(dirname "$prosa_java")"
}

# $1 the tool; the rest are Java homes to try, in this order
prosa_first_that_fits() {
  prosa_tool="$1"
  shift
  for prosa_home in "$@"; do
    if prosa_java_fits "$prosa_home" "$prosa_tool"; then
      printf '%s\n' "$prosa_home"
      return 0
    fi
  done
  return 1
}

# Where systems, package managers and tools put it. PROSA_JAVA_ROOT stands before the system's own folders,
# so that a test can search a small system of its own.
prosa_usual_java() {
  (
    set +f
    root="${PROSA_JAVA_ROOT-}"
    home="${HOME-}"
    prosa_first_that_fits "$1" \
      "$root"/usr/lib/jvm/* "$root"/usr/lib64/jvm/* "$root"/usr/java/* "$root"/usr/local/*jdk* \
      "$root"/opt/java/* "$root"/opt/*jdk* "$root"/opt/*/jdk* \
      "$root"/Library/Java/JavaVirtualMachines/*/Contents/Home \
      "$root"/opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
      "$root"/usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
      "$home"/Library/Java/JavaVirtualMachines/*/Contents/Home \
      "$home"/.sdkman/candidates/java/* "$home"/.jdks/* "$home"/.gradle/jdks/* \
      "$home"/.asdf/installs/java/* "$home"/.local/share/mise/installs/java/*
  )
}

prosa_say_what_to_install() {
  case "${PROSA_LANGUAGE:-${LC_ALL:-${LC_MESSAGES:-${LANG-}}}}" in
  pt*) echo "O Prosa precisa de um JDK do Java $prosa_oldest_java ou mais novo e não encontrou nenhum: instale um (por exemplo o Eclipse Temurin, de adoptium.net) ou aponte JAVA_HOME para o que você tem, e tente de novo." ;;
  *) echo "Prosa needs a JDK of Java $prosa_oldest_java or newer and found none: install one (for example Eclipse Temurin, from adoptium.net) or point JAVA_HOME to the one you have, then try again." ;;
  esac >&2
}

# Exports JAVA_HOME. $1 is the tool that is needed, java or javac.
prosa_find_java() {
  if prosa_found="$(prosa_first_that_fits "$1" "${JAVA_HOME-}" "$(prosa_java_on_path || :)")" ||
    prosa_found="$(prosa_usual_java "$1")"; then
    JAVA_HOME="$prosa_found"
    export JAVA_HOME
    return 0
  fi
  prosa_say_what_to_install
  return 1
}
