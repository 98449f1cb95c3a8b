package dev.milepost.runtime.inbox;

import dev.milepost.contract.Topic;
import dev.milepost.runtime.inbox.CatchUp.BrokerAway;
import dev.milepost.runtime.inbox.CatchUp.BrokerRefuses;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What has arrived on the topics this service reads, and whether it is taken in, by whichever
 * replica. While the broker does not answer, or not to us, nothing is known.
 */
@ApplicationScoped
public class Arrivals {
  private final GroupPositions positions;

  Arrivals(
      @Identifier("default-kafka-broker") Map<String, Object> broker,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this.positions = new GroupPositions(broker, service);
  }

  /** Everything that had arrived on a topic at one moment. */
  record Mark(Map<TopicPartition, Long> ends) {}

  /**
   * Holds back what must not happen before everything that had arrived on the topic is taken in.
   */
  public <T> Held<T> holdingBack(Topic topic) {
    return new Held<>(this, topic);
  }

  Optional<Mark> mark(Topic topic) {
    try {
      return Optional.of(new Mark(positions.ends(Set.of(topic.topicName()))));
    } catch (BrokerAway | BrokerRefuses e) {
      return Optional.empty();
    }
  }

  boolean isTakenIn(Mark mark) {
    try {
      return positions.haveReached(mark.ends());
    } catch (BrokerAway | BrokerRefuses e) {
      return false;
    }
  }
}
