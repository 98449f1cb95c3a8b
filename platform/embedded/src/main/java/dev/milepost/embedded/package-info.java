/**
 * The infrastructure of the suite without containers: a real PostgreSQL, a real Kafka broker and a
 * mock OIDC provider, each started from Maven artifacts.
 *
 * <p>Owns: how these three are started, kept and stopped, and how databases, logins and topics are
 * set up on them. Knows no service, no table and no persona. Each server has a {@code main} for a
 * process of its own; {@link dev.milepost.embedded.TestInfrastructure} runs all three in one.
 *
 * <p>{@link dev.milepost.embedded.Databases} and {@link dev.milepost.embedded.Topics} need only the
 * PostgreSQL driver and the Kafka clients, and so may be used on the class path of a service's
 * tests; everything else brings libraries that collide with Quarkus and belongs in its own JVM.
 */
@NullMarked
package dev.milepost.embedded;

import org.jspecify.annotations.NullMarked;
