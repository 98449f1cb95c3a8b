package dev.milepost.tracking.credit;

import java.util.Set;

/**
 * A change after which some sales cannot be credited anew yet. Other changes leave these sales to
 * it: it looks at them again, and credits them by all that is known by then.
 *
 * @param no our number of it
 * @param done how far it had come before these sales
 * @param saleNos our numbers of the sales
 */
public record WaitingChange(long no, long done, Set<Long> saleNos) {}
