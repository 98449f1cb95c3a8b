package dev.milepost.runtime.inbox;

import dev.milepost.runtime.event.ReceivedEvent;

/**
 * A well-formed event that cannot be used.
 *
 * @param event the event
 * @param reason stable code, e.g. {@code SHARES_DO_NOT_ADD_UP}
 * @param detail what is wrong, in words
 */
public record Rejection(ReceivedEvent event, String reason, String detail) {}
