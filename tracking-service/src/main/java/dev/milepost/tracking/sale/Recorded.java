package dev.milepost.tracking.sale;

import java.util.List;

/**
 * What became of arrivals; the others were known with the same content.
 *
 * @param fresh recorded now, in order of arrival
 * @param conflicts known with other content
 */
public record Recorded(List<Sale> fresh, List<Arrival> conflicts) {}
