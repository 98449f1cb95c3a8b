package dev.milepost.tracking;

import dev.milepost.testing.OpenApiContract;
import dev.milepost.testing.SuiteResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(SuiteResource.class)
class DocumentTest extends OpenApiContract {}
