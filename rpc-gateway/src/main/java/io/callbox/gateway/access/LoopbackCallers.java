package io.callbox.gateway.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Accepts all callers that address this machine by a loopback name; see {@link
 * Authenticator#loopback}.
 */
final class LoopbackCallers implements Authenticator {

  /** The allowed names; they refuse a web page that reaches this machine under another name. */
  private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

  private static final List<String> PASSED_ON =
      List.of("forwarded", "x-forwarded-for", "x-real-ip", "via");

  @Override
  public Optional<Caller> authenticate(RequestHead head) {
    String host = head.header("host");
    boolean local = host != null && NAMES.contains(host.replaceFirst(":[0-9]+$", ""));
    boolean passedOn = PASSED_ON.stream().anyMatch(each -> head.header(each) != null);
    return local && !passedOn ? Optional.of(Caller.LOCAL) : Optional.empty();
  }
}
