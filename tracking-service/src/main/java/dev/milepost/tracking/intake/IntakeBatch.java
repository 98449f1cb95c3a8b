package dev.milepost.tracking.intake;

import java.util.List;

/**
 * What became of the events of a batch.
 *
 * @param items in the order of the request
 */
public record IntakeBatch(List<IntakeItem> items) {}
