#!/bin/sh
# Prints the home of a JDK that can build and run Milepost: JAVA_HOME if it will do, else the newest
# one in the places where JDKs are usually installed.
oldest=21.0.8

version() {
  [ -x "$1/bin/javac" ] && sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$1/release" 2>/dev/null
}

will_do() {
  [ -n "$1" ] && [ "$(printf '%s\n' "$oldest" "$1" | sort -V | head -n 1)" = "$oldest" ]
}

if [ -n "$JAVA_HOME" ] && will_do "$(version "$JAVA_HOME")"; then
  echo "$JAVA_HOME"
  exit
fi

newest=$(
  for home in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$(/usr/libexec/java_home 2>/dev/null)" \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    found=$(version "$home")
    if will_do "$found"; then printf '%s %s\n' "$found" "$home"; fi
  done | sort -V | tail -n 1 | cut -d ' ' -f 2-
)

if [ -z "$newest" ]; then
  echo "Milepost needs a JDK $oldest or later, and none was found. Install one (Debian and Ubuntu:" >&2
  echo "apt install openjdk-21-jdk, macOS: brew install openjdk) or set JAVA_HOME to it." >&2
  exit 1
fi
echo "$newest"
