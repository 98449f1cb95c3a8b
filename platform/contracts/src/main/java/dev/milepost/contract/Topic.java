package dev.milepost.contract;

import java.util.Arrays;
import java.util.Optional;

/**
 * A Kafka topic of the suite. How it is created (partitions, retention) is declared in one file,
 * {@code milepost/topics.json}, read by {@link TopicDeclaration#all()}.
 */
public enum Topic {
  SALES_EVENTS("milepost.sales-events.v1"),
  DIRECTORY("milepost.directory.v1"),
  METRICS("milepost.metrics.v1"),
  GOALS("milepost.goals.v1"),
  CREDITS("milepost.credits.v1"),
  PROGRESS("milepost.progress.v1"),
  MILESTONES("milepost.milestones.v1"),
  REWARDS("milepost.rewards.v1");

  private final String topicName;

  Topic(String topicName) {
    this.topicName = topicName;
  }

  /** The name on the broker. */
  public String topicName() {
    return topicName;
  }

  /** The topic that takes a copy of every record of this topic that could not be used. */
  public String deadLetterName() {
    return topicName + ".dlq";
  }

  /** The topic with this name on the broker, if it is one of ours. */
  public static Optional<Topic> named(String topicName) {
    return Arrays.stream(values()).filter(topic -> topic.topicName.equals(topicName)).findFirst();
  }
}
