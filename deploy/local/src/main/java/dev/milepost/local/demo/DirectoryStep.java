package dev.milepost.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.milepost.local.Persona;
import dev.milepost.local.demo.Organisation.Person;
import dev.milepost.local.demo.Organisation.Team;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Loads the organisation as sales operations would: two tables. Loading them again changes nothing.
 */
final class DirectoryStep {
  /** Before the first deal, so that every deal finds its seller in a team. */
  private static final String VALID_FROM = "2016-01-01";

  private final ServiceClient goals;
  private final Organisation organisation;

  DirectoryStep(ServiceClient goals, Organisation organisation) {
    this.goals = goals;
    this.organisation = organisation;
  }

  /** Imports people, then teams. */
  void run() {
    load("/v1/participants/import", people());
    load("/v1/teams/import", teams());
  }

  private void load(String path, String table) {
    JsonNode imported = goals.post(Persona.SALES_OPS.identity(), path, "text/csv", table);
    for (JsonNode row : imported.path("items")) {
      if (row.path("status").asText().equals("REFUSED")) {
        throw new DemoFailure("row refused by " + path + ": " + row);
      }
    }
  }

  /** The table of participants. */
  String people() {
    StringBuilder table = new StringBuilder();
    try (CSVPrinter csv = printer(table, "id", "name", "role", "from")) {
      for (Person person : organisation.people()) {
        csv.printRecord(person.id(), person.name(), person.role(), VALID_FROM);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table.toString();
  }

  /** The table of teams, each after the one above it. */
  String teams() {
    StringBuilder table = new StringBuilder();
    try (CSVPrinter csv = printer(table, "id", "name", "parent", "manager", "members", "from")) {
      for (Team team : organisation.teams()) {
        csv.printRecord(
            team.id(), team.name(), team.parent(), team.manager(), members(team), VALID_FROM);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table.toString();
  }

  private String members(Team team) {
    return organisation.agents().stream()
        .filter(agent -> Objects.equals(agent.team(), team.id()))
        .map(Person::id)
        .collect(Collectors.joining(";"));
  }

  private static CSVPrinter printer(StringBuilder table, String... columns) throws IOException {
    CSVPrinter csv = new CSVPrinter(table, CSVFormat.RFC4180);
    csv.printRecord(Arrays.asList(columns));
    return csv;
  }
}
