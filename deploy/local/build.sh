#!/bin/sh
# Packages the suite without its tests, if it is not packaged yet or a source is newer than it.
stamp=target/packaged
modules="platform *-service deploy/local deploy/benchmarks"

is_packaged() {
  [ -f "$stamp" ] && [ -f deploy/local/target/milepost-local.jar ] || return 1
  [ -f deploy/benchmarks/target/runtime.classpath ] || return 1
  for service in *-service; do
    [ -f "$service/target/quarkus-app/quarkus-run.jar" ] || return 1
  done
  # shellcheck disable=SC2086 # a list of folders
  [ -z "$(find pom.xml $modules -name target -prune -o -type f -newer "$stamp" -print | head -n 1)" ]
}

if ! is_packaged; then
  echo "Building Milepost; the first time this takes a few minutes" >&2
  mvn -B -q -Dmaven.test.skip=true -Dspotless.check.skip package >&2 && mkdir -p target && touch "$stamp"
fi
