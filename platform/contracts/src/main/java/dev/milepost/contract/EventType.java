package dev.milepost.contract;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every type of event that the suite produces or understands: its name, its topic, its data. */
public enum EventType {
  DEAL_CREATED("dev.milepost.sales.deal.created", Topic.SALES_EVENTS, SalesEvent.class),
  DEAL_STAGE_CHANGED("dev.milepost.sales.deal.stage-changed", Topic.SALES_EVENTS, SalesEvent.class),
  DEAL_WON("dev.milepost.sales.deal.won", Topic.SALES_EVENTS, SalesEvent.class),
  DEAL_LOST("dev.milepost.sales.deal.lost", Topic.SALES_EVENTS, SalesEvent.class),
  ORDER_PLACED("dev.milepost.sales.order.placed", Topic.SALES_EVENTS, SalesEvent.class),
  INVOICE_ISSUED("dev.milepost.sales.invoice.issued", Topic.SALES_EVENTS, SalesEvent.class),
  PAYMENT_RECEIVED("dev.milepost.sales.payment.received", Topic.SALES_EVENTS, SalesEvent.class),
  CUSTOMER_ACQUIRED("dev.milepost.sales.customer.acquired", Topic.SALES_EVENTS, SalesEvent.class),
  SURVEY_ANSWERED("dev.milepost.sales.survey.answered", Topic.SALES_EVENTS, SalesEvent.class),
  ACTIVITY_LOGGED("dev.milepost.sales.activity.logged", Topic.SALES_EVENTS, SalesEvent.class),
  MEASUREMENT_REPORTED(
      "dev.milepost.sales.measurement.reported", Topic.SALES_EVENTS, SalesEvent.class),
  EVENT_REVERSED("dev.milepost.sales.event.reversed", Topic.SALES_EVENTS, SalesEvent.class),

  PARTICIPANT_CHANGED(
      "dev.milepost.directory.ParticipantChanged", Topic.DIRECTORY, ParticipantChanged.class),
  TEAM_CHANGED("dev.milepost.directory.TeamChanged", Topic.DIRECTORY, TeamChanged.class),
  CALENDAR_CHANGED(
      "dev.milepost.directory.CalendarChanged", Topic.DIRECTORY, CalendarChanged.class),
  WORKING_CALENDAR_CHANGED(
      "dev.milepost.directory.WorkingCalendarChanged",
      Topic.DIRECTORY,
      WorkingCalendarChanged.class),

  METRIC_DEFINED("dev.milepost.metrics.MetricDefined", Topic.METRICS, MetricDefined.class),

  GOAL_PUBLISHED("dev.milepost.goals.GoalPublished", Topic.GOALS, GoalSnapshot.class),
  GOAL_REVISED("dev.milepost.goals.GoalRevised", Topic.GOALS, GoalSnapshot.class),
  GOAL_CLOSED("dev.milepost.goals.GoalClosed", Topic.GOALS, GoalSnapshot.class),
  GOAL_CANCELLED("dev.milepost.goals.GoalCancelled", Topic.GOALS, GoalSnapshot.class),

  SALE_CREDITED("dev.milepost.credits.SaleCredited", Topic.CREDITS, SaleCredit.class),
  CREDIT_REVERSED("dev.milepost.credits.CreditReversed", Topic.CREDITS, SaleCredit.class),

  PROGRESS_RECORDED(
      "dev.milepost.progress.ProgressRecorded", Topic.PROGRESS, ProgressRecorded.class),

  MILESTONE_REACHED(
      "dev.milepost.milestones.MilestoneReached", Topic.MILESTONES, MilestoneReached.class),
  MILESTONE_REVERTED(
      "dev.milepost.milestones.MilestoneReverted", Topic.MILESTONES, MilestoneReverted.class),
  GOAL_ACHIEVED("dev.milepost.milestones.GoalAchieved", Topic.MILESTONES, GoalAchieved.class),
  PACE_CHANGED("dev.milepost.milestones.PaceChanged", Topic.MILESTONES, PaceChanged.class),

  REWARD_GRANTED("dev.milepost.rewards.RewardGranted", Topic.REWARDS, Reward.class),
  REWARD_REVOKED("dev.milepost.rewards.RewardRevoked", Topic.REWARDS, Reward.class);

  private static final Map<String, EventType> BY_NAME =
      Stream.of(values()).collect(Collectors.toMap(EventType::typeName, Function.identity()));

  private final String typeName;
  private final Topic topic;
  private final Class<? extends Event> dataClass;

  EventType(String typeName, Topic topic, Class<? extends Event> dataClass) {
    this.typeName = typeName;
    this.topic = topic;
    this.dataClass = dataClass;
  }

  /** The CloudEvents {@code type} attribute. */
  public String typeName() {
    return typeName;
  }

  /** The topic that carries it. */
  public Topic topic() {
    return topic;
  }

  /** The record that its data maps to. */
  public Class<? extends Event> dataClass() {
    return dataClass;
  }

  /** The type with this CloudEvents {@code type} attribute, if the suite knows it. */
  public static Optional<EventType> named(String typeName) {
    return Optional.ofNullable(BY_NAME.get(typeName));
  }
}
