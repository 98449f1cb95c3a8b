/**
 * The expressions in which people say which sales events a metric or a rule is about and what they
 * count for. Owns the language: its variables, its numbers, its limits, its error messages. Does
 * not own who may ask what, nor where expressions are kept.
 *
 * <p>The language is <a href="https://github.com/google/cel-spec">CEL</a> with decimals in place of
 * binary floating point:
 *
 * <pre>{@code
 * event.type == 'dev.milepost.sales.deal.won' && event.amount > 0
 * event.product in ['GTX Pro', 'GTX Basic'] && event.attributes.region == 'west'
 * has(event.customer) && event.customer.startsWith('A-')
 * event.amount * 0.2
 * has(event.quantity) ? event.quantity : 1.0
 * event.attributes.answers.filter(a, a.question == 'nps')[0].score
 * }</pre>
 *
 * <p><b>The event.</b> {@code event.type}, {@code participantId} (one seller; a split sale has
 * none), {@code currency}, {@code stage}, {@code customer}, {@code product}, {@code documentId},
 * {@code entityKey}, {@code reason} are strings, {@code amount} and {@code quantity} decimals,
 * {@code occurredAt} is a timestamp; {@code returnOf} is the event that a return names, with {@code
 * source} and {@code id}, so {@code !has(event.returnOf)} leaves such returns out; X ask for
 * something that the event at hand does not have is a failure, not {@code false}: test with {@code
 * has(…)} first.
 *
 * <p><b>Numbers.</b> Whole literals are ints of 64 bits, literals with a point or an exponent are
 * the decimals they look like: {@code 0.1 + 0.2 == 0.3}. Numbers in attributes are decimals. The
 * operators {@code + - * / %} and the comparisons mix decimals and ints; two ints stay ints, so
 * {@code 3 / 2} is 1 and {@code 3.0 / 2} is 1.5. Division of decimals keeps 34 digits, everything
 * else is exact. Equal means numerically equal: {@code 1 == 1.00}, also in lists and attributes.
 * {@code decimal('1.5')}, {@code decimal(2)} and {@code string(1.50)}, which is {@code '1.5'},
 * convert. There is no {@code double}. Both sides of {@code ? :} need the same type.
 *
 * <p><b>Kinds.</b> A {@link dev.milepost.runtime.expression.Condition} is a bool, a {@link
 * dev.milepost.runtime.expression.Value} a decimal or int, a {@link
 * dev.milepost.runtime.expression.Key} a string or a number. An attribute, whose type is known only
 * when it is there, may be any of them.
 *
 * <p><b>Limits.</b> 4,000 characters, 1,000 nodes, nesting and chained operators 100 deep ({@code
 * &&} and {@code ||} may be longer), 1,000 steps of {@code all}, {@code exists}, {@code map} and
 * {@code filter} per evaluation, numbers of 1,000 digits. Regular expressions are RE2: their time
 * is linear in the text.
 */
@NullMarked
package dev.milepost.runtime.expression;

import org.jspecify.annotations.NullMarked;
