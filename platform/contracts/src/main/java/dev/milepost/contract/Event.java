package dev.milepost.contract;

/** The data of one event of the suite. Its CloudEvents attributes travel beside it. */
public sealed interface Event
    permits CalendarChanged,
        GoalAchieved,
        GoalSnapshot,
        MetricDefined,
        MilestoneReached,
        MilestoneReverted,
        PaceChanged,
        ParticipantChanged,
        ProgressRecorded,
        Reward,
        SaleCredit,
        SalesEvent,
        TeamChanged,
        WorkingCalendarChanged {}
