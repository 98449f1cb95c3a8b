package dev.milepost.testing.http;

import dev.milepost.contract.Ratio;
import dev.milepost.runtime.versioning.Versioned;
import java.math.BigDecimal;

record NoteView(long id, String title, BigDecimal weight, @Ratio BigDecimal share, long version)
    implements Versioned {}
