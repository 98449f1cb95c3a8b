package dev.milepost.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A goal's progress so far, cumulative: the newest record of a goal says all. The value of a level
 * and the attainment of a decreasing goal change with time too; they are told again at the end of
 * days on which they did, with {@code fromSequence} and {@code sequence} as they were.
 *
 * @param goalId the goal
 * @param version counts up with every record of this goal; readers keep the highest
 * @param goalVersion version of the goal whose target was applied
 * @param metricVersion version of the metric that decided
 * @param fromSequence first progress line that is new since the record before
 * @param sequence last progress line it contains; 0 when there is none yet
 * @param actual value so far, in the metric's unit; absent when there is no data
 * @param target the target applied
 * @param attainment how much of the way is done; absent when there is no data
 * @param finalResult true from the record on that closes the goal, after the grace period: actual
 *     and attainment then stay what they are
 * @param restatedAttainment after the close: attainment with what came later
 * @param recordedAt when the last line was recorded
 */
public record ProgressRecorded(
    String goalId,
    long version,
    int goalVersion,
    int metricVersion,
    long fromSequence,
    long sequence,
    @Nullable BigDecimal actual,
    BigDecimal target,
    @Nullable @Ratio BigDecimal attainment,
    @JsonProperty("final") boolean finalResult,
    @Nullable @Ratio BigDecimal restatedAttainment,
    Instant recordedAt)
    implements Event {}
