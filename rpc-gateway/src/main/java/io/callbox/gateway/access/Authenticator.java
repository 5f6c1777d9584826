package io.callbox.gateway.access;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Says who sends a request. Called for each request that needs a caller, on a thread of the HTTP
 * server, before the body is read. Safe for use by many threads; must not block for long.
 *
 * <pre>{@code
 * Authenticator byProxy = head -> Optional.ofNullable(head.header("x-forwarded-user")).map(Caller::new);
 * }</pre>
 */
@FunctionalInterface
public interface Authenticator {

  /**
   * Who sends this.
   *
   * @return empty if nobody that is known: the request is refused with status 401
   */
  Optional<Caller> authenticate(RequestHead head);

  /**
   * Knows callers as the server knows them in which the gateway is a {@link
   * io.callbox.gateway.GatewayServlet}: by Spring Security, say. A name that is no {@link
   * Caller}'s, an address of mail for example, is written in the characters of one, so that no two
   * meet: {@code ada@example.com} is {@code -ada_40example_2Ecom}.
   */
  static Authenticator principal() {
    return head -> Optional.ofNullable(head.principal()).map(PrincipalName::caller);
  }

  /**
   * Lets in as {@link Caller#LOCAL} whoever calls by a name of this machine's loopback address,
   * unless a proxy says that it has passed the request on. For a server that listens on the
   * loopback address only, which this cannot see; and not behind a proxy, which need not say so.
   */
  static Authenticator loopback() {
    return new LoopbackCallers();
  }

  /**
   * Knows callers by bearer tokens of a file: a line has a name, blanks, and a token of 16
   * printable characters or more; empty lines and those that begin with {@code #} are left out.
   * Tokens are compared in constant time. The file is read once.
   *
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException if a line is malformed; the message gives its number, and
   *     nothing of the token
   */
  static Authenticator tokens(Path file) throws IOException {
    return BearerTokens.read(file);
  }
}
