package io.callbox.arch.bad.internal.lease;

import io.callbox.arch.bad.internal.server.Talkative;

/** Sees to the dead, and knows the server that they left. */
public record Undertaker(Talkative server) {}
