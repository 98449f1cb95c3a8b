package dev.milepost.incentive;

import dev.milepost.testing.OpenApiContract;
import dev.milepost.testing.SuiteResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(SuiteResource.class)
class OpenApiTest extends OpenApiContract {}
