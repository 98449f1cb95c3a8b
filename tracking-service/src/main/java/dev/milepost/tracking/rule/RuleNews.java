package dev.milepost.tracking.rule;

import dev.milepost.runtime.event.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;

/** Tells within the service that rules change. */
@ApplicationScoped
class RuleNews {
  private final Event<RulesChanging> changing;
  private final Event<RulesChanged> changed;

  RuleNews(Event<RulesChanging> changing, Event<RulesChanged> changed) {
    this.changing = changing;
    this.changed = changed;
  }

  void changing() {
    changing.fire(new RulesChanging());
  }

  void changed(List<Span> spans, Cause cause) {
    changed.fire(new RulesChanged(spans, cause));
  }
}
