package dev.milepost.runtime.inbox;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatchUpTest {
  static Stream<KafkaException> refusals() {
    return Stream.of(
        new TopicAuthorizationException("not you"),
        new SaslAuthenticationException("who are you"),
        new UnknownTopicOrPartitionException("no such topic"));
  }

  static Stream<KafkaException> absences() {
    return Stream.of(new TimeoutException("no answer"), new DisconnectException("gone"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void aRefusalIsNotAnAbsence(KafkaException refusal) {
    assertThatThrownBy(() -> CatchUp.throwIfRefusal(new ExecutionException(refusal)))
        .isInstanceOf(CatchUp.BrokerRefuses.class)
        .hasMessage(refusal.getMessage());
  }

  @ParameterizedTest
  @MethodSource("absences")
  void anAbsenceIsNoRefusal(KafkaException absence) {
    assertThatNoException()
        .isThrownBy(() -> CatchUp.throwIfRefusal(new ExecutionException(absence)));
  }
}
