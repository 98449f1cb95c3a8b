package dev.milepost.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.embedded.TokenSource;
import java.net.URI;
import org.junit.jupiter.api.Test;

class DirectoryStepTest {
  private static final DirectoryStep STEP =
      new DirectoryStep(
          new ServiceClient(
              URI.create("http://localhost:1"), new TokenSource("http://localhost:1/issuer")),
          Organisation.of(CrmData.load().agents()));

  @Test
  void listsManagersAndAgents() {
    assertThat(STEP.people().lines())
        .hasSize(1 + 6 + 35)
        .startsWith("id,name,role,from")
        .contains(
            "dustin-brinkmann,Dustin Brinkmann,sales-manager,2016-01-01",
            "mei-mei-johns,Mei-Mei Johns,sales-agent,2016-01-01");
  }

  @Test
  void listsEveryTeamAfterTheOneAbove() {
    assertThat(STEP.teams().lines())
        .hasSize(1 + 10)
        .startsWith(
            "id,name,parent,manager,members,from",
            "company,Company,,,,2016-01-01",
            "central,Central,company,,,2016-01-01")
        .contains(
            "team-dustin-brinkmann,Team Dustin Brinkmann,central,dustin-brinkmann,"
                + "anna-snelling;cecily-lampkin;versie-hillebrand;lajuana-vencill;moses-frase,"
                + "2016-01-01");
  }
}
