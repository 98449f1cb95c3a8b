package dev.milepost.embedded;

import java.net.InetAddress;
import java.time.Clock;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.NettyWrapper;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/**
 * An OIDC provider that gives everybody the token they ask for. For development and tests only: its
 * signing key is public, and so survives a restart; the production profile refuses its issuer.
 *
 * <p>A token comes from a POST to {@code <issuer>/token} with {@code grant_type=client_credentials}
 * and the wanted claims as form fields, see {@link RequestedClaims}.
 */
public final class OidcProvider implements Server {
  private final MockOAuth2Server server;

  private OidcProvider(MockOAuth2Server server) {
    this.server = server;
  }

  /**
   * Starts a provider on the loopback interface.
   *
   * @param port 0 for any free port
   */
  public static OidcProvider start(int port) {
    MockOAuth2Server server =
        new MockOAuth2Server(
            new OAuth2Config(
                false,
                null,
                null,
                false,
                new OAuth2TokenProvider(),
                Set.of(new RequestedClaims(Clock.systemUTC())),
                new NettyWrapper()));
    server.start(InetAddress.getLoopbackAddress(), FreePort.or(port));
    return new OidcProvider(server);
  }

  /** The issuer. It follows the host name of each request, so use this one everywhere. */
  @Override
  public String address() {
    return "http://localhost:%d/%s".formatted(server.baseUrl().port(), RequestedClaims.ISSUER_ID);
  }

  @Override
  public void close() {
    server.shutdown();
  }

  /**
   * Runs a provider as a process of its own. System properties: {@code milepost.port} (8180),
   * {@code milepost.parent} (process id).
   */
  public static void main(String[] args) throws InterruptedException {
    int port = Integer.getInteger("milepost.port", 8180);
    ServerProcess.run("oidc", () -> start(port));
  }
}
