package dev.milepost.runtime.schedule;

import dev.milepost.runtime.sql.FailureKind;
import io.quarkus.scheduler.FailedExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * Says that scheduled work failed. While the database is away each piece of it fails every few
 * seconds, so that takes one line; whatever else may be a fault of ours is told with its trace.
 * (The scheduler's own message always has a trace, and is switched off.)
 */
@ApplicationScoped
public class FailedWork {
  private static final Logger LOG = Logger.getLogger(FailedWork.class);

  void failed(@Observes FailedExecution failure) {
    say(failure.getExecution().getTrigger().getMethodDescription(), failure.getException());
  }

  /** Says it of work that is done on a thread of its own. */
  public void say(String work, Throwable cause) {
    if (FailureKind.isPassing(cause)) {
      LOG.warnf("%s is tried again: %s", work, cause);
    } else {
      LOG.errorf(cause, "%s failed; it is tried again", work);
    }
  }
}
