package io.callbox.gateway.access;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Identifies the sender of a request. Called for each request that needs a caller, on a thread of
 * the HTTP server, before the body is read. Must be safe for use by many threads, and must not
 * block for long.
 *
 * <pre>{@code
 * Authenticator byProxy = head -> Optional.ofNullable(head.header("x-forwarded-user")).map(Caller::new);
 * }</pre>
 */
@FunctionalInterface
public interface Authenticator {

  /**
   * Identifies the sender of this request.
   *
   * @return empty if the sender is unknown; the request is then refused with status 401
   */
  Optional<Caller> authenticate(RequestHead head);

  /**
   * Uses the users of the server in which the gateway is a {@link
   * io.callbox.gateway.GatewayServlet}, for example those of Spring Security. A name that is not
   * valid for a {@link Caller}, such as a mail address, is encoded, so that two users never become
   * the same caller: {@code ada@example.com} is {@code -ada_40example_2Ecom}.
   */
  static Authenticator principal() {
    return head -> Optional.ofNullable(head.principal()).map(PrincipalName::caller);
  }

  /**
   * Accepts every request to a name of this machine's loopback address, as {@link Caller#LOCAL},
   * unless a header says that a proxy has passed it on. Use it only for a server that listens only
   * on the loopback address, which this method cannot check, and not behind a proxy, which may not
   * set the header.
   */
  static Authenticator loopback() {
    return new LoopbackCallers();
  }

  /**
   * Identifies callers by the bearer tokens of a file. A line has a name, blanks, and a token of 16
   * or more printable characters. Empty lines and lines that begin with {@code #} are ignored.
   * Tokens are compared in constant time. The file is read once.
   *
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException if a line is malformed; the message contains its number, but
   *     no part of the token
   */
  static Authenticator tokens(Path file) throws IOException {
    return BearerTokens.read(file);
  }
}
