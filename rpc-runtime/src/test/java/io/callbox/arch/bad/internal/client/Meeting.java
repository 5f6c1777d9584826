package io.callbox.arch.bad.internal.client;

import io.callbox.arch.bad.internal.server.Talkative;

/** A client that knows a server. */
public record Meeting(Talkative server) {}
