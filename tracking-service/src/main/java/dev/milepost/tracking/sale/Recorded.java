package dev.milepost.tracking.sale;

import java.util.List;

/**
 * What became of arrivals.
 *
 * @param fresh recorded now, in order of arrival
 * @param duplicates how many were known with the same content
 * @param conflicts known with other content
 */
public record Recorded(List<Sale> fresh, int duplicates, List<Arrival> conflicts) {}
