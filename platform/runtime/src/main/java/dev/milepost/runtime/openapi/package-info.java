/**
 * The parts of a service's OpenAPI document that are the same everywhere, so that a resource says
 * only what is its own: operation id, summary, description and the answers that are special to it.
 *
 * <p>Owns: the {@code Problem} schema and the problem answers each operation can give, the headers
 * of pages, versions and creations, decimals as strings and ratios as numbers, and examples read
 * from files. The rules a document is held to are in {@code platform/testing}, {@code
 * OpenApiContract}.
 *
 * <p>Examples: a body's example is put together from its fields' {@code @Schema(examples = "…")}.
 * Where a special one says more, {@code src/main/resources/openapi/<operationId>.json} holds an
 * object whose members are {@code request} and the statuses: {@code {"request": {…}, "201": {…}}}.
 */
@NullMarked
package dev.milepost.runtime.openapi;

import org.jspecify.annotations.NullMarked;
