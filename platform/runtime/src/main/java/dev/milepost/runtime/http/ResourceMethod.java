package dev.milepost.runtime.http;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** What can be known of a resource method by reflection. */
public final class ResourceMethod {
  private ResourceMethod() {}

  /** The method itself, also where {@code type} is a generated subclass of the resource. */
  public static Optional<Method> find(Class<?> type, String name, List<Class<?>> parameters) {
    for (Class<?> owner = type; owner != null; owner = owner.getSuperclass()) {
      for (Method method : owner.getDeclaredMethods()) {
        if (method.getName().equals(name)
            && List.of(method.getParameterTypes()).equals(parameters)
            && !Modifier.isStatic(method.getModifiers())
            && !owner.isSynthetic()) {
          return Optional.of(method);
        }
      }
    }
    return Optional.empty();
  }

  /** The index of the parameter that takes the body: the one that JAX-RS finds nowhere else. */
  public static OptionalInt bodyParameter(Method method) {
    Parameter[] parameters = method.getParameters();
    return IntStream.range(0, parameters.length)
        .filter(index -> isBody(parameters[index]))
        .findFirst();
  }

  private static boolean isBody(Parameter parameter) {
    return Arrays.stream(parameter.getAnnotations()).noneMatch(ResourceMethod::namesASource)
        && !parameter.getType().getName().startsWith("jakarta.ws.rs.");
  }

  private static boolean namesASource(Annotation annotation) {
    String name = annotation.annotationType().getName();
    return name.startsWith("jakarta.ws.rs.") || name.startsWith("org.jboss.resteasy.reactive.");
  }
}
