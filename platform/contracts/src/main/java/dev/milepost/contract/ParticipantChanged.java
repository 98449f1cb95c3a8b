package dev.milepost.contract;

import java.util.List;

/**
 * A participant as it now stands, whole.
 *
 * @param id the company's own id of the person
 * @param version counts up with every change; readers keep the highest
 * @param name name to show
 * @param roles roles in the sales organisation (e.g. {@code account-executive}), effective-dated
 * @param active whether the person is still in the organisation
 */
public record ParticipantChanged(
    String id, long version, String name, List<Dated> roles, boolean active) implements Event {}
