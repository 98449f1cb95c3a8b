package dev.milepost.testing.http;

import dev.milepost.contract.Ratio;
import dev.milepost.runtime.versioning.Versioned;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record NoteView(
    long id,
    @Schema(examples = "first") String title,
    BigDecimal weight,
    @Ratio BigDecimal share,
    long version)
    implements Versioned {}
