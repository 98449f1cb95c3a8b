package dev.milepost.runtime.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once the service's copies of what others own have caught up. Without a broker it cannot be
 * told; the service then serves what it has, and the data of the check says so. A broker that
 * refuses will not change its mind: that is not ready.
 */
@Readiness
@ApplicationScoped
class ProjectionsReady implements HealthCheck {
  private final CatchUp catchUp;

  ProjectionsReady(CatchUp catchUp) {
    this.catchUp = catchUp;
  }

  @Override
  public HealthCheckResponse call() {
    var response =
        HealthCheckResponse.named("projections")
            .withData("topics", String.join(", ", catchUp.topics()));
    try {
      return response.status(catchUp.isDone()).withData("broker", "reachable").build();
    } catch (CatchUp.BrokerAway e) {
      return response.up().withData("broker", "unreachable").build();
    } catch (CatchUp.BrokerRefuses e) {
      return response.down().withData("broker", "refuses: " + e.getMessage()).build();
    }
  }
}
