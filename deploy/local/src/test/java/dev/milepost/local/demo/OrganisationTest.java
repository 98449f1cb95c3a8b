package dev.milepost.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.Owner;
import dev.milepost.local.demo.Organisation.Person;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrganisationTest {
  private static final Organisation ORGANISATION = Organisation.of(CrmData.load().agents());

  @Test
  void hasThreeRegionsSixTeamsAndThirtyFiveAgents() {
    assertThat(ORGANISATION.teams()).hasSize(1 + 3 + 6);
    assertThat(ORGANISATION.people()).hasSize(6 + 35);
    assertThat(ORGANISATION.agents()).hasSize(35);
    assertThat(ORGANISATION.owners()).hasSize(45).doesNotHaveDuplicates();
  }

  @Test
  void rollsAnAgentUpThroughTeamAndRegionToTheCompany() {
    assertThat(ORGANISATION.lineOf(Owner.participant("darcel-schlecht")))
        .containsExactly(
            Owner.participant("darcel-schlecht"),
            Owner.team("team-melvin-marxen"),
            Owner.team("central"),
            Owner.team("company"));
  }

  @Test
  void listsEveryOwnerAfterTheOneAbove() {
    Set<Owner> seen = new HashSet<>();
    List<Owner> early =
        ORGANISATION.owners().stream()
            .filter(owner -> !seen.add(owner) || isEarly(owner, seen))
            .toList();
    assertThat(early).isEmpty();
  }

  @Test
  void knowsWhoManagesWhom() {
    assertThat(ORGANISATION.managerOf("mei-mei-johns")).isEqualTo("melvin-marxen");
    assertThat(ORGANISATION.people())
        .filteredOn(person -> !person.sells())
        .extracting(Person::id)
        .containsExactlyInAnyOrder(
            "dustin-brinkmann",
            "melvin-marxen",
            "cara-losch",
            "rocco-neubert",
            "celia-rouche",
            "summer-sewald");
  }

  private static boolean isEarly(Owner owner, Set<Owner> seen) {
    return ORGANISATION.above(owner).filter(above -> !seen.contains(above)).isPresent();
  }
}
