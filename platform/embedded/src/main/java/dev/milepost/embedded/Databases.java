package dev.milepost.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/**
 * Sets up one database per service on a server, as an administrator would in production.
 *
 * <p>A service {@code x} gets a database {@code x} with two logins, each with its name as password:
 * {@code x_owner} owns the schema and runs the migrations, {@code x} is the service at work and may
 * read and write rows, no more. Neither reaches any other database.
 */
public final class Databases {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

  private final String adminUrl;

  /**
   * For the server behind a JDBC URL.
   *
   * @param adminUrl of a maintenance database, with a superuser; see {@link #adminUrl}
   */
  public Databases(String adminUrl) {
    this.adminUrl = adminUrl;
  }

  /** The superuser's JDBC URL of a local server. */
  public static String adminUrl(int port) {
    return "jdbc:postgresql://localhost:%d/postgres?user=postgres".formatted(port);
  }

  /** The JDBC URL of a service's database, to be used with one of its two logins. */
  public String url(String name) {
    return adminUrl.replaceFirst("/postgres\\?.*$", "/" + checked(name));
  }

  /** The login that owns the schema of a service's database. */
  public static String ownerOf(String name) {
    return checked(name) + "_owner";
  }

  /** Creates what is missing of a service's database and logins. */
  public void create(String name) throws SQLException {
    String owner = ownerOf(name);
    try (Connection admin = DriverManager.getConnection(adminUrl)) {
      createLogin(admin, owner);
      createLogin(admin, name);
      if (!exists(admin, "SELECT FROM pg_database WHERE datname = ?", name)) {
        execute(admin, "CREATE DATABASE %s OWNER %s".formatted(name, owner));
      }
      execute(admin, "REVOKE ALL ON DATABASE postgres, template1, %s FROM PUBLIC".formatted(name));
      execute(admin, "GRANT CONNECT ON DATABASE %s TO %s".formatted(name, name));
    }
    grantRows(name, owner);
  }

  /** Creates a service's database anew, empty; whoever is connected to it is cut off. */
  public void recreate(String name) throws SQLException {
    try (Connection admin = DriverManager.getConnection(adminUrl)) {
      execute(admin, "DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(checked(name)));
    }
    create(name);
  }

  /** What the owner creates from now on, the service may read and write, but not change in form. */
  private void grantRows(String name, String owner) throws SQLException {
    String grant = "ALTER DEFAULT PRIVILEGES FOR ROLE %s GRANT %s TO %s";
    try (Connection database =
        DriverManager.getConnection(adminUrl.replaceFirst("/postgres\\?", "/" + name + "?"))) {
      execute(database, grant.formatted(owner, "SELECT, INSERT, UPDATE, DELETE ON TABLES", name));
      execute(database, grant.formatted(owner, "USAGE ON SEQUENCES", name));
    }
  }

  private static void createLogin(Connection admin, String login) throws SQLException {
    if (!exists(admin, "SELECT FROM pg_roles WHERE rolname = ?", login)) {
      execute(admin, "CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(login, login));
    }
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      return statement.executeQuery().next();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String checked(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a name for a database: " + name);
    }
    return name;
  }
}
