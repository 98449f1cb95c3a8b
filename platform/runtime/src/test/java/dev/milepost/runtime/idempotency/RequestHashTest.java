package dev.milepost.runtime.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.milepost.contract.ContractJson;
import org.junit.jupiter.api.Test;

class RequestHashTest {
  private static final ObjectMapper JSON = ContractJson.mapper();

  @Test
  void orderOfMembersIsNoDifference() throws JsonProcessingException {
    assertThat(hash("{\"a\": 1, \"b\": {\"c\": 2, \"d\": 3}}"))
        .isEqualTo(hash("{\"b\": {\"d\": 3, \"c\": 2}, \"a\": 1}"));
  }

  @Test
  void orderOfElementsIsADifference() throws JsonProcessingException {
    assertThat(hash("[1, 2]")).isNotEqualTo(hash("[2, 1]"));
  }

  @Test
  void requestWithoutABodyHasAHashToo() {
    assertThat(RequestHash.of(JSON, null)).isEqualTo(RequestHash.of(JSON, null)).hasSize(32);
  }

  private static byte[] hash(String json) throws JsonProcessingException {
    return RequestHash.of(JSON, JSON.readTree(json));
  }
}
