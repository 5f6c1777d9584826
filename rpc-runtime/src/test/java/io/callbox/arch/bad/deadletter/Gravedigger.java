package io.callbox.arch.bad.deadletter;

import io.callbox.arch.bad.internal.server.Talkative;

/** Shows dead letters to users, and knows a server. */
public record Gravedigger(Talkative server) {}
