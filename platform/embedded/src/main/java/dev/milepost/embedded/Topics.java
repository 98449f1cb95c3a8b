package dev.milepost.embedded;

import dev.milepost.contract.TopicDeclaration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Creates the declared topics of the suite on a broker. */
public final class Topics {
  private static final short ONE_REPLICA = 1;

  private final String bootstrapServers;

  public Topics(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  /** Creates the topics that are missing; those that exist stay as they are. */
  public void create() throws ExecutionException, InterruptedException {
    try (Admin admin = connect()) {
      Set<String> present = admin.listTopics().names().get();
      create(admin, declared().filter(topic -> !present.contains(topic.name())).toList());
    }
  }

  /** Creates all topics anew, empty; what consumer groups had read of them is forgotten too. */
  public void recreate() throws ExecutionException, InterruptedException {
    try (Admin admin = connect()) {
      Set<String> present = admin.listTopics().names().get();
      admin
          .deleteTopics(declared().map(NewTopic::name).filter(present::contains).toList())
          .all()
          .get();
      create(admin, declared().toList());
    }
  }

  private Admin connect() {
    return Admin.create(Map.of("bootstrap.servers", bootstrapServers));
  }

  private static void create(Admin admin, List<NewTopic> topics)
      throws ExecutionException, InterruptedException {
    admin.createTopics(topics).all().get();
  }

  private static Stream<NewTopic> declared() {
    return TopicDeclaration.all().stream()
        .map(
            topic ->
                new NewTopic(topic.name(), topic.partitions(), ONE_REPLICA)
                    .configs(topic.brokerSettings()));
  }
}
