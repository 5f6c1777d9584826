package io.callbox.arch.bad.internal.redisson.script;

/** Known to those who must not know it. */
public final class Tenant {}
