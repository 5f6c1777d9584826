package io.callbox.arch.bad.node;

import org.redisson.config.Config;

/** Knows more of Redisson than its client. */
public record RpcNodeBuilder(Config config) {}
