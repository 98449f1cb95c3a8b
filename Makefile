# make up       builds what is not built, starts everything, loads the demo; Ctrl-C stops it
#               FRESH=1 starts anew; DEMO=0 loads nothing; WITHOUT=goals leaves a service to dev mode
#               TWICE=tracking runs a service as two processes, as behind a load balancer
#               DATA=folder keeps the data elsewhere than in .milepost
#               GOALS_PORT=…, GOALS_HEAP=… and the like for each of
#               postgres, kafka, oidc, goals, tracking, analytics, incentive
# make dev      runs one service in dev mode beside `make up WITHOUT=goals`: make dev SERVICE=goals
#               (Quarkus' dev mode wants Maven 3.9 or later)
# make test     builds and tests everything
# make bench    measures the speed of tracking-service: minutes, on an otherwise idle machine
#               ONLY=ingest|latency|growth, EVENTS=50000, PAIRS=1 and the like for quick passes;
#               BUILD=no measures what is packaged already; see deploy/benchmarks/README.md
# make format   formats the sources
# make token    prints a token: make -s token AS=rep|manager|sales-ops|sales-ops-2|finance|integration

export JAVA_HOME := $(shell deploy/local/find-jdk.sh)

launcher = "$(JAVA_HOME)/bin/java" -Xmx256m -XX:+UseSerialGC -Djdk.console=java.base \
	-cp "deploy/local/target/classes:$$(cat deploy/local/target/runtime.classpath)" dev.milepost.local.Launcher

benchmarks = "$(JAVA_HOME)/bin/java" -Xmx512m -XX:+UseSerialGC -Djdk.console=java.base \
	-cp "deploy/benchmarks/target/classes:$$(cat deploy/benchmarks/target/runtime.classpath)" \
	dev.milepost.benchmarks.Benchmarks

.PHONY: up dev test bench format token jdk

up: jdk
	@deploy/local/build.sh
	@exec $(launcher) up

dev: jdk
	MILEPOST_CLOCK_OFFSET=$$(cat "$(or $(DATA),.milepost)/clock") \
		mvn -B -pl $(SERVICE)-service -am -DskipChecks -Djacoco.skip \
		-Dquarkus.analytics.disabled=true compile quarkus:dev

test: jdk
	mvn -B -T 2 verify

bench: jdk
	@[ "$(BUILD)" = no ] || deploy/local/build.sh
	@exec $(benchmarks)

format: jdk
	mvn -B -q spotless:apply

token: jdk
	@[ -f deploy/local/target/milepost-local.jar ] || deploy/local/build.sh
	@exec $(launcher) token "$(AS)"

jdk:
	@[ -n "$(JAVA_HOME)" ]
