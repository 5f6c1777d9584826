package io.callbox.arch.bad.internal.client.call;

/** Known to one that must not know it. */
public final class Conversation {}
