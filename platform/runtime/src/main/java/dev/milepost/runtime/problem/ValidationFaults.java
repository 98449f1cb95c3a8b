package dev.milepost.runtime.problem;

import dev.milepost.runtime.http.ResourceMethod;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Bean Validation's findings on the arguments of a resource method, as violations. */
final class ValidationFaults {
  private ValidationFaults() {}

  static ProblemException describe(Collection<? extends ConstraintViolation<?>> found) {
    ProblemException problem = ProblemException.of(CommonProblem.INVALID_REQUEST);
    found.stream()
        .sorted(Comparator.comparing(violation -> violation.getPropertyPath().toString()))
        .forEach(violation -> add(problem, violation));
    return problem;
  }

  /** Whether it is the answer that breaks a rule, which is no fault of the caller. */
  static boolean isOfAnswer(ConstraintViolation<?> violation) {
    for (Path.Node node : violation.getPropertyPath()) {
      if (node.getKind() == ElementKind.RETURN_VALUE) {
        return true;
      }
    }
    return false;
  }

  private static void add(ProblemException problem, ConstraintViolation<?> violation) {
    Deque<Path.Node> path = new ArrayDeque<>();
    violation.getPropertyPath().forEach(path::add);
    boolean inBody = isInBody(violation, path);
    String last = path.isEmpty() ? "" : String.valueOf(path.getLast().getName());
    path.removeIf(ValidationFaults::isOfMethod);
    problem.violation(
        inBody ? pointer(path) : null,
        inBody ? null : last,
        ConstraintCodes.of(violation),
        attributes(violation));
  }

  private static boolean isInBody(ConstraintViolation<?> violation, Deque<Path.Node> path) {
    if (path.size() < 2 || path.getFirst().getKind() != ElementKind.METHOD) {
      return true;
    }
    Path.MethodNode method = path.getFirst().as(Path.MethodNode.class);
    int parameter =
        path.stream()
            .filter(node -> node.getKind() == ElementKind.PARAMETER)
            .findFirst()
            .map(node -> node.as(Path.ParameterNode.class).getParameterIndex())
            .orElse(-1);
    return ResourceMethod.find(
            violation.getRootBeanClass(), method.getName(), method.getParameterTypes())
        .map(ResourceMethod::bodyParameter)
        .filter(body -> body.isPresent() && body.getAsInt() == parameter)
        .isPresent();
  }

  private static boolean isOfMethod(Path.Node node) {
    return node.getKind() == ElementKind.METHOD;
  }

  private static String pointer(Collection<Path.Node> path) {
    StringBuilder pointer = new StringBuilder();
    for (Path.Node node : path) {
      if (node.getIndex() != null) {
        pointer.append('/').append(node.getIndex());
      } else if (node.getKey() != null) {
        pointer.append('/').append(Pointers.escape(node.getKey().toString()));
      }
      if (node.getKind() == ElementKind.PROPERTY) {
        pointer.append('/').append(Pointers.escape(node.getName()));
      }
    }
    return pointer.toString();
  }

  private static Map<String, String> attributes(ConstraintViolation<?> violation) {
    Map<String, String> values = new HashMap<>();
    violation
        .getConstraintDescriptor()
        .getAttributes()
        .forEach((name, value) -> values.put(name, Text.print(value)));
    values.keySet().removeAll(List.of("groups", "payload", "message"));
    return values;
  }
}
