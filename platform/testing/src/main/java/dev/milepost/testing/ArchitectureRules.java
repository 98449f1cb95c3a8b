package dev.milepost.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.doNot;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.Context;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;

/**
 * The lines that hold the house together; the architecture test of every service, and that of the
 * platform, takes them over as a whole.
 *
 * <p>A rule that finds nothing to check passes, for a service may be small; that each rule can fail
 * is proved in this module on code that breaks it.
 */
public final class ArchitectureRules {
  private static final String ANY_SERVICE = "dev.milepost.[goals|tracking|analytics|incentive]..";
  private static final Pattern SERVICE =
      Pattern.compile("dev\\.milepost\\.(goals|tracking|analytics|incentive)\\..*");
  private static final String TIME = "dev.milepost.runtime.time..";
  private static final String PLATFORM = "dev.milepost.[contract|runtime|embedded|testing]..";

  private static final DescribedPredicate<JavaClass> FRAMEWORK =
      resideInAnyPackage(
              "jakarta.enterprise..",
              "jakarta.inject..",
              "jakarta.persistence..",
              "jakarta.transaction..",
              "jakarta.ws.rs..",
              "io.quarkus..",
              "io.smallrye..",
              "io.vertx..",
              "org.apache.kafka..",
              "org.eclipse.microprofile.config..",
              "org.eclipse.microprofile.reactive..",
              "org.hibernate..")
          .as("frameworks");

  private static final DescribedPredicate<JavaAnnotation<?>> PERMISSION =
      describe(
          "@RolesAllowed, @Authenticated or @DenyAll",
          annotation ->
              Set.of(RolesAllowed.class, Authenticated.class, DenyAll.class).stream()
                  .anyMatch(permission -> annotation.getRawType().isEquivalentTo(permission)));

  private ArchitectureRules() {}

  @ArchTest
  static final ArchRule packages_are_named_after_features =
      noClasses()
          .should()
          .resideInAnyPackage(
              "dev.milepost..[util|utils|common|helper|helpers|manager|managers|impl|misc]..")
          .because("a feature has a name, a drawer has not");

  @ArchTest
  static final ArchRule services_do_not_know_each_other =
      noClasses()
          .that()
          .resideInAPackage(ANY_SERVICE)
          .should(dependOnAnotherService())
          .because("a service starts and serves with the other three down")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule platform_knows_no_service =
      noClasses()
          .that()
          .resideInAPackage(PLATFORM)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ANY_SERVICE)
          .because("what names a business rule is in the wrong house")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule rules_are_plain_java =
      noClasses()
          .that()
          .resideInAPackage(ANY_SERVICE)
          .and(doNot(describe("wear a framework's annotation", ArchitectureRules::isComponent)))
          .should()
          .dependOnClassesThat(FRAMEWORK)
          .because("a rule is tested without a container")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule time_and_ids_come_from_one_place =
      noClasses()
          .that()
          .resideOutsideOfPackages(TIME, "dev.milepost.[embedded|testing]..")
          .should()
          .callMethodWhere(
              describe("it asks the system for time or an id", ArchitectureRules::asksTheSystem))
          .because("tests move the clock, and a demo lives in the past")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule beans_get_what_they_need_by_constructor =
      noFields()
          .should()
          .beAnnotatedWith(Inject.class)
          .orShould()
          .beAnnotatedWith(ConfigProperty.class)
          .orShould()
          .beAnnotatedWith(Channel.class)
          .orShould()
          .beAnnotatedWith(Context.class)
          .because("a bean is then a plain class, whole once it is made")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule endpoints_say_who_may_call_them =
      methods()
          .that()
          .areMetaAnnotatedWith(HttpMethod.class)
          .should()
          .beAnnotatedWith(PERMISSION)
          .orShould()
          .beDeclaredInClassesThat(are(annotatedWith(PERMISSION)))
          .because("the default is deny, and a forgotten role is a bug")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule nothing_is_open_to_everybody =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.milepost.testing..")
          .should()
          .dependOnClassesThat(are(type(PermitAll.class)))
          .because("only health is open, and no class of ours serves it")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule entities_and_repositories_stay_inside_their_feature =
      classes()
          .that()
          .areAnnotatedWith(Entity.class)
          .or()
          .haveSimpleNameEndingWith("Repository")
          .should()
          .notHaveModifier(PUBLIC)
          .allowEmptyShould(true);

  /** By name, so that the other service need not be among the classes that are looked at. */
  private static ArchCondition<JavaClass> dependOnAnotherService() {
    return new ArchCondition<>("depend on another service") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        String own = service(item);
        for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
          String other = service(dependency.getTargetClass());
          boolean crosses = !other.isEmpty() && !other.equals(own);
          events.add(new SimpleConditionEvent(item, crosses, dependency.getDescription()));
        }
      }
    };
  }

  private static String service(JavaClass type) {
    Matcher name = SERVICE.matcher(type.getName());
    return name.matches() ? name.group(1) : "";
  }

  /** A bean, entity, endpoint or configuration, or a part of one: it, or a member, is annotated. */
  private static boolean isComponent(JavaClass candidate) {
    return Stream.concat(Stream.of(candidate), candidate.getMembers().stream())
            .flatMap(element -> element.getAnnotations().stream())
            .anyMatch(annotation -> FRAMEWORK.test(annotation.getRawType()))
        || candidate.getEnclosingClass().filter(ArchitectureRules::isComponent).isPresent();
  }

  private static boolean asksTheSystem(JavaMethodCall call) {
    String method = call.getTarget().getName();
    String type = call.getTargetOwner().getName();
    boolean ofSystem = call.getTarget().getRawParameterTypes().isEmpty();
    return switch (method) {
      case "now" -> type.startsWith("java.time.") && ofSystem;
      case "systemUTC", "systemDefaultZone", "system" ->
          type.equals("java.time.Clock") || type.equals("java.time.InstantSource");
      case "currentTimeMillis" -> type.equals("java.lang.System");
      case "randomUUID" -> type.equals("java.util.UUID");
      default -> false;
    };
  }
}
