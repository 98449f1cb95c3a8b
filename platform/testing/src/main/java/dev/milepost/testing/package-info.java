/**
 * What the tests of every service stand on: the real database, broker and OIDC provider, and rules
 * that every service keeps.
 *
 * <p>Owns: the infrastructure process of a module's tests and the clean start of the service on it,
 * real tokens, reading and writing topics, a clock that can be moved, architecture rules. Knows no
 * service and no business rule.
 *
 * <p>A service test is a {@code @QuarkusTest} with {@code @WithTestResource(SuiteResource.class)}.
 */
@NullMarked
package dev.milepost.testing;

import org.jspecify.annotations.NullMarked;
