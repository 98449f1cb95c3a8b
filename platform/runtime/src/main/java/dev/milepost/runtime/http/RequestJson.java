package dev.milepost.runtime.http;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.milepost.contract.ContractJson;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/**
 * JSON over HTTP: written and read like our events, but a field that nobody knows or that is given
 * twice is a mistake the caller wants to hear of.
 */
@Singleton
class RequestJson implements ObjectMapperCustomizer {
  @Override
  public void customize(ObjectMapper mapper) {
    ContractJson.configure(mapper);
    mapper.registerModule(new StrictValues());
    mapper
        .getFactory()
        .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature(), true);
    mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }
}
