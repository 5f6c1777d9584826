package io.callbox.arch.bad.internal.lease;

import io.callbox.arch.bad.internal.redisson.script.Tenant;

/** Uses what only the Redis transport may use. */
public record Subtenant(Tenant tenant) {}
