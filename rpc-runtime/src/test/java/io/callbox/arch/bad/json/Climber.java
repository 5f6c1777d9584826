package io.callbox.arch.bad.json;

import io.callbox.arch.bad.rpc.Target;

/** The lowest floor calls one above it, which closes a ring. */
public final class Climber {

  public Target target() {
    return new Target(this);
  }
}
