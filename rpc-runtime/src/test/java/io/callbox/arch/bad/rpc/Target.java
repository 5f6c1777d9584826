package io.callbox.arch.bad.rpc;

import io.callbox.arch.bad.json.Climber;

/** The other half of a ring. */
public record Target(Climber climber) {}
