package io.callbox.arch.bad.client;

import io.callbox.arch.bad.server.Talkative;

/** A client that knows a server. */
public record Meeting(Talkative server) {}
