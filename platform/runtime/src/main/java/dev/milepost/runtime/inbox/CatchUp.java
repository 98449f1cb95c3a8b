package dev.milepost.runtime.inbox;

import dev.milepost.contract.TopicDeclaration;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Whether this service's copies of what others own (the compacted topics it reads) hold everything
 * that was there when it was started. Once true, it stays true: later it only runs behind.
 */
@ApplicationScoped
public class CatchUp {
  private final GroupPositions positions;
  private final Set<String> topics;
  private @Nullable Map<TopicPartition, Long> ends;
  private boolean done;

  CatchUp(
      @Identifier("default-kafka-broker") Map<String, Object> broker,
      @ConfigProperty(name = "quarkus.application.name") String service,
      Config config) {
    this.positions = new GroupPositions(broker, service);
    this.topics = compactedTopics(config);
  }

  private static Set<String> compactedTopics(Config config) {
    Set<String> consumed =
        StreamSupport.stream(config.getPropertyNames().spliterator(), false)
            .filter(name -> name.matches("mp\\.messaging\\.incoming\\..+\\.topic"))
            .map(name -> config.getValue(name, String.class))
            .collect(Collectors.toSet());
    return TopicDeclaration.all().stream()
        .filter(topic -> topic.cleanup().equals("compact") && consumed.contains(topic.name()))
        .map(TopicDeclaration::name)
        .collect(Collectors.toSet());
  }

  /**
   * Looks once more, unless it is known to be true already.
   *
   * @throws BrokerAway when the broker does not answer
   * @throws BrokerRefuses when it answers, but a topic is missing or we may not look at it
   */
  synchronized boolean isDone() throws BrokerAway, BrokerRefuses {
    if (done) {
      return true;
    }
    if (ends == null) {
      ends = positions.ends(topics);
    }
    done = positions.haveReached(ends);
    return done;
  }

  /** Trouble that no waiting mends: somebody has to create a topic or allow us to read it. */
  static void throwIfRefusal(Throwable failure) throws BrokerRefuses {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof AuthorizationException
          || cause instanceof AuthenticationException
          || cause instanceof UnknownTopicOrPartitionException) {
        throw new BrokerRefuses(cause);
      }
    }
  }

  /** Whether it is true; while the broker does not answer, or not to us, it is not. */
  public boolean isCaughtUp() {
    try {
      return isDone();
    } catch (BrokerAway | BrokerRefuses e) {
      return false;
    }
  }

  List<String> topics() {
    return topics.stream().sorted().toList();
  }

  /** The broker answered that we may not, or that there is no such topic. */
  static final class BrokerRefuses extends Exception {
    BrokerRefuses(Throwable cause) {
      super(cause.getMessage(), cause);
    }
  }

  /** The broker did not answer. */
  static final class BrokerAway extends Exception {
    BrokerAway(Exception cause) {
      super(cause);
    }
  }
}
