/**
 * What a client is told when a request fails: RFC 9457 problem documents.
 *
 * <p>Owns: the form of a problem, the problems every service shares ({@link
 * dev.milepost.runtime.problem.CommonProblem}), the choice of language, and the translation of
 * every failure of the HTTP layer (bodies, parameters, validation, authentication, the unexpected)
 * into a problem. Owns no service's own problems: those are an enum {@code implements ProblemType}
 * in the service.
 *
 * <p>A service refuses a request with {@code throw ProblemException.of(GoalsProblem.GOAL_CLOSED,
 * goalId)}. Texts live in {@code messages/problems.properties} (English) and {@code
 * messages/problems_zh.properties} (Simplified Chinese) of the service, under these keys:
 *
 * <ul>
 *   <li>{@code <slug>.title}: required; the same for every occurrence.
 *   <li>{@code <slug>.detail}: optional; may hold {@code {0}}, {@code {1}}, … for the arguments.
 *   <li>{@code violation.<code>}: the message of a violation; arguments likewise, or by name for
 *       attributes of a Bean Validation constraint ({@code {max}}).
 * </ul>
 *
 * <p>Slugs and codes are stable and never translated; texts may change at any time. A client never
 * sees a stack trace, SQL, a class name, nor the value that was refused.
 */
@NullMarked
package dev.milepost.runtime.problem;

import org.jspecify.annotations.NullMarked;
