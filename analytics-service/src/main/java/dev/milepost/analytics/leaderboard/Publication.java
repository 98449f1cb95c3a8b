package dev.milepost.analytics.leaderboard;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a leaderboard is published. */
@Schema(name = "Publication")
record Publication(
    @Schema(description = "The metric's key.", examples = "won-revenue") String metric,
    @Schema(description = "Label of the period.", examples = "2017-Q4") String period,
    @Schema(examples = "2018-01-05T09:30:00Z") Instant publishedAt,
    @Schema(description = "Who published it.", examples = "olivia-ops") String publishedBy) {}
