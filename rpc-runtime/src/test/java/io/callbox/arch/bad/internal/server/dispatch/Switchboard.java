package io.callbox.arch.bad.internal.server.dispatch;

/** Known to one that must not know it. */
public final class Switchboard {}
