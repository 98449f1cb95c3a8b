package dev.milepost.runtime.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.milepost.runtime.http.ResourceMethod;
import dev.milepost.runtime.problem.CommonProblem;
import dev.milepost.runtime.problem.ProblemException;
import dev.milepost.runtime.versioning.EntityTag;
import dev.milepost.runtime.versioning.Versioned;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;

/** Puts key, effect and answer into one transaction. Runs after validation, before the method. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 900)
class IdempotentInterceptor {
  private final IdempotencyStore store;
  private final ObjectMapper mapper;
  private final SecurityIdentity identity;
  private final CurrentVertxRequest request;
  private final Clock clock;

  IdempotentInterceptor(
      IdempotencyStore store,
      ObjectMapper mapper,
      SecurityIdentity identity,
      CurrentVertxRequest request,
      Clock clock) {
    this.store = store;
    this.mapper = mapper;
    this.identity = identity;
    this.request = request;
    this.clock = clock;
  }

  @AroundInvoke
  Object answer(InvocationContext call) {
    HttpServerRequest http = request.getCurrent().request();
    String name = http.getHeader(IdempotencyKey.HEADER);
    if (name == null) {
      return QuarkusTransaction.joiningExisting().call(call::proceed);
    }
    String operation = http.method() + " " + http.path();
    IdempotencyKey key =
        new IdempotencyKey(identity.getPrincipal().getName(), operation, name.strip());
    byte[] hash = requestHash(call);
    return QuarkusTransaction.joiningExisting().call(() -> answerOnce(call, key, hash));
  }

  private Response answerOnce(InvocationContext call, IdempotencyKey key, byte[] hash)
      throws Exception {
    while (!store.claim(key, hash, clock.instant())) {
      Optional<IdempotencyStore.Answered> before = store.find(key);
      if (before.isPresent()) {
        return repeat(before.get(), hash);
      }
    }
    Response response = (Response) call.proceed();
    if (response.getStatusInfo().getFamily() == Response.Status.Family.SUCCESSFUL) {
      store.complete(key, answerOf(response));
    } else {
      store.release(key);
    }
    return response;
  }

  private static Response repeat(IdempotencyStore.Answered before, byte[] hash) {
    if (!MessageDigest.isEqual(before.requestHash(), hash)) {
      throw ProblemException.of(CommonProblem.IDEMPOTENCY_CONFLICT);
    }
    return before.answer().replay();
  }

  private StoredAnswer answerOf(Response response) throws JsonProcessingException {
    Object entity = response.getEntity();
    String etag =
        entity instanceof Versioned view
            ? EntityTag.of(view.version())
            : response.getHeaderString(HttpHeaders.ETAG);
    return new StoredAnswer(
        response.getStatus(),
        response.getHeaderString(HttpHeaders.LOCATION),
        etag,
        entity == null ? null : mapper.writeValueAsString(entity));
  }

  private byte[] requestHash(InvocationContext call) {
    OptionalInt body = ResourceMethod.bodyParameter(call.getMethod());
    return RequestHash.of(mapper, body.isPresent() ? call.getParameters()[body.getAsInt()] : null);
  }
}
