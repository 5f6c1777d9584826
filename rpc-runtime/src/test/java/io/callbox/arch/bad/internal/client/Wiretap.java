package io.callbox.arch.bad.internal.client;

import io.netty.channel.Channel;

/** Listens to the connections of others. */
public record Wiretap(Channel channel) {}
