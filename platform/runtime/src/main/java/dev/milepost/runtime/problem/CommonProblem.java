package dev.milepost.runtime.problem;

import java.util.Arrays;
import java.util.Optional;

/** The problems that every service shares. */
public enum CommonProblem implements ProblemType {
  /** The body is not JSON, or not of the expected shape. */
  MALFORMED_BODY("malformed-body", 400),
  /** The request is well-formed, but values in it break a rule; see the violations. */
  INVALID_REQUEST("invalid-request", 400),
  /** No token, or one that is expired or not ours. */
  UNAUTHENTICATED("unauthenticated", 401),
  /** The caller's roles do not allow the operation at all. */
  FORBIDDEN("forbidden", 403),
  /** There is no such thing, or the caller may not know of it. */
  NOT_FOUND("not-found", 404),
  METHOD_NOT_ALLOWED("method-not-allowed", 405),
  NOT_ACCEPTABLE("not-acceptable", 406),
  /** The idempotency key was used before, for another request. */
  IDEMPOTENCY_CONFLICT("idempotency-conflict", 409),
  /** The record that was set aside is larger than its topic takes; it cannot be sent again. */
  RECORD_TOO_LARGE("record-too-large", 409),
  /** Somebody else changed it since the version in {@code If-Match}. */
  STALE_VERSION("stale-version", 412),
  PAYLOAD_TOO_LARGE("payload-too-large", 413),
  UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415),
  /** An update without {@code If-Match}. */
  VERSION_REQUIRED("version-required", 428),
  INTERNAL_ERROR("internal-error", 500),
  /** The database cannot be reached for now; the same request may succeed later. */
  UNAVAILABLE("unavailable", 503);

  private final String slug;
  private final int status;

  CommonProblem(String slug, int status) {
    this.slug = slug;
    this.status = status;
  }

  /** The problem that answers with a status, if there is one. */
  static Optional<CommonProblem> ofStatus(int status) {
    return Arrays.stream(values()).filter(problem -> problem.status == status).findFirst();
  }

  @Override
  public String slug() {
    return slug;
  }

  @Override
  public int status() {
    return status;
  }
}
