/**
 * What every service's HTTP side has in common and no feature owns: the JSON rules for requests,
 * the correlation id, who may see documents and meters, the common part of the OpenAPI document,
 * and the settings a production start is refused with.
 *
 * <p>The defaults behind it are in {@code META-INF/microprofile-config.properties} of this module.
 * Owns no problem ({@code problem}) and no access rule on rows ({@code access}).
 */
@NullMarked
package dev.milepost.runtime.http;

import org.jspecify.annotations.NullMarked;
