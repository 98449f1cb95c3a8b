package dev.milepost.runtime.openapi;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.milepost.contract.ContractJson;
import dev.milepost.runtime.problem.CommonProblem;
import dev.milepost.runtime.problem.Problem;
import dev.milepost.runtime.problem.ProblemException;
import dev.milepost.runtime.problem.Problems;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** The problems that an operation can answer with only because it is an operation of ours. */
final class ProblemAnswers {
  private static final Map<CommonProblem, Predicate<Endpoint>> APPLYING = new LinkedHashMap<>();

  static {
    APPLYING.put(CommonProblem.INVALID_REQUEST, Endpoint::takesInput);
    APPLYING.put(CommonProblem.UNAUTHENTICATED, endpoint -> true);
    APPLYING.put(CommonProblem.FORBIDDEN, endpoint -> true);
    APPLYING.put(CommonProblem.NOT_FOUND, Endpoint::namesSomething);
    APPLYING.put(CommonProblem.IDEMPOTENCY_CONFLICT, Endpoint::creates);
    APPLYING.put(CommonProblem.STALE_VERSION, Endpoint::isVersioned);
    APPLYING.put(CommonProblem.PAYLOAD_TOO_LARGE, Endpoint::takesBody);
    APPLYING.put(CommonProblem.UNSUPPORTED_MEDIA_TYPE, Endpoint::takesBody);
    APPLYING.put(CommonProblem.VERSION_REQUIRED, Endpoint::isVersioned);
    APPLYING.put(CommonProblem.INTERNAL_ERROR, endpoint -> true);
    APPLYING.put(CommonProblem.UNAVAILABLE, endpoint -> true);
  }

  private ProblemAnswers() {}

  /** Declares the answers once, for all operations to refer to. */
  static void declare(Components components) {
    APPLYING.keySet().forEach(type -> components.addResponse(type.slug(), answer(type)));
  }

  /** Adds what applies. What the resource itself says about a status stays, as a problem. */
  static void addTo(Endpoint endpoint) {
    APIResponses responses = endpoint.operation().getResponses();
    // Quarkus' own words for these two say less than ours.
    responses.removeAPIResponse("401");
    responses.removeAPIResponse("403");
    responses.getAPIResponses().forEach(ProblemAnswers::completeOwn);
    APPLYING.forEach(
        (type, applies) -> {
          String status = Integer.toString(type.status());
          if (applies.test(endpoint) && !responses.hasAPIResponse(status)) {
            responses.addAPIResponse(status, OASFactory.createAPIResponse().ref(type.slug()));
          }
        });
  }

  private static void completeOwn(String status, APIResponse response) {
    if (status.matches("[45]..") && response.getContent() == null && response.getRef() == null) {
      response.setContent(content(mediaType()));
    }
  }

  private static APIResponse answer(CommonProblem type) {
    Problem example = Problems.example(ProblemException.of(type));
    return OASFactory.createAPIResponse()
        .description(example.title() + ".")
        .content(content(mediaType().example(fields(example))));
  }

  private static Content content(MediaType mediaType) {
    return OASFactory.createContent().addMediaType(Problems.MEDIA_TYPE, mediaType);
  }

  private static MediaType mediaType() {
    return OASFactory.createMediaType()
        .schema(OASFactory.createSchema().ref(ProblemSchema.PROBLEM));
  }

  private static Map<String, Object> fields(Problem problem) {
    return ContractJson.mapper().convertValue(problem, new TypeReference<>() {});
  }
}
