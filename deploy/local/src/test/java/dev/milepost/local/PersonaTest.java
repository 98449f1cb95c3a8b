package dev.milepost.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PersonaTest {
  @Test
  void managerIsAParticipantOfTheDemo() {
    assertThat(Persona.named("manager").identity().participantId()).isEqualTo("melvin-marxen");
    assertThat(Persona.named("manager").identity().roles()).containsExactly("manager");
  }

  @Test
  void secondSalesOpsIsAnotherPersonOfTheSameRole() {
    assertThat(Persona.SALES_OPS_2.identity().roles())
        .isEqualTo(Persona.SALES_OPS.identity().roles());
    assertThat(Persona.SALES_OPS_2.identity().subject())
        .isNotEqualTo(Persona.SALES_OPS.identity().subject());
  }

  @Test
  void namesThePersonasWhenAskedForAStranger() {
    assertThatThrownBy(() -> Persona.named("boss")).hasMessageContainingAll("boss", "sales-ops-2");
  }
}
