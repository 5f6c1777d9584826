package io.callbox.cli;

import io.callbox.gateway.access.Authenticator;
import io.callbox.gateway.access.Caller;
import io.callbox.gateway.access.RequestHead;
import java.util.Optional;

/** Knows one caller, by the certificate that a proxy in front of the gateway has checked. */
public final class BillingOnly implements Authenticator {

  @Override
  public Optional<Caller> authenticate(RequestHead head) {
    return "CN=billing".equals(head.header("x-client-subject"))
        ? Optional.of(new Caller("billing"))
        : Optional.empty();
  }
}
