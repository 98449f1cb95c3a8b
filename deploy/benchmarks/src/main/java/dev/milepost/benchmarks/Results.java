package dev.milepost.benchmarks;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import dev.milepost.benchmarks.growth.GrowthResult;
import dev.milepost.benchmarks.ingest.IngestResult;
import dev.milepost.benchmarks.latency.LatencyResult;
import java.io.IOException;
import java.io.Serial;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run measured; parts that it left out are absent. Written as {@code results.json}.
 *
 * @param measuredAt when it began
 * @param settings what it was measured with, as it was in force
 * @param ingest how a backlog was taken in
 * @param latency how long milestones take
 * @param growth what growth costs
 */
@JsonInclude(Include.NON_NULL)
record Results(
    String measuredAt,
    Map<String, Object> settings,
    @Nullable IngestResult ingest,
    @Nullable LatencyResult latency,
    @Nullable GrowthResult growth) {
  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .registerModule(
              new SimpleModule()
                  .addSerializer(Double.class, new Digits())
                  .addSerializer(double.class, new Digits()));

  void write(Path file) throws IOException {
    MAPPER.writeValue(file.toFile(), this);
  }

  String json() throws IOException {
    return MAPPER.writeValueAsString(this);
  }

  /** Four digits; more would claim what no measurement here can give. */
  private static final class Digits extends StdScalarSerializer<Double> {
    @Serial private static final long serialVersionUID = 1L;
    private static final MathContext FOUR = new MathContext(4);

    Digits() {
      super(Double.class);
    }

    @Override
    public void serialize(Double value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeRawValue(new BigDecimal(value).round(FOUR).toPlainString());
    }
  }
}
