package io.callbox.arch.bad.internal.redisson.failure;

import io.callbox.arch.bad.internal.redisson.script.Tenant;

/** Has the lowest floor, and knows who is above. */
record Landlord(Tenant tenant) {}
