package io.callbox.internal.client.channel;

import io.callbox.internal.client.push.Route;
import io.callbox.internal.client.request.ClientSettings;
import io.callbox.rpc.Interceptor;
import io.callbox.rpc.RpcChannel;
import io.callbox.transport.BrokerClock;
import io.callbox.transport.Namespace;
import io.callbox.transport.QueueName;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes the channels on which the calls of a client start: each has its route, and the client's
 * interceptors. Safe for use by many threads.
 */
public final class ClientChannels {

  private final ClientParts parts;
  private final ClientSettings settings;
  private final QueueName replies;
  private final BrokerClock clock;

  /**
   * Creates the channels of a client.
   *
   * @param replies its reply list
   * @param clock the broker's clock
   */
  public ClientChannels(
      ClientParts parts, ClientSettings settings, QueueName replies, BrokerClock clock) {
    this.parts = parts;
    this.settings = settings;
    this.replies = replies;
    this.clock = clock;
  }

  /** Returns a channel to the inbox of one node. */
  public RpcChannel toNode(String node) {
    QueueName inbox = settings.namespace().inbox(Namespace.checked("a node id", node));
    Route route = new Route(inbox, true, false);
    return intercepted(new QueueChannel(parts, method -> route, null), node);
  }

  /** Returns a channel to any provider of a method's service. */
  public RpcChannel toAny() {
    return intercepted(QueueChannel.toAny(parts, settings.namespace()), null);
  }

  /**
   * Returns a channel to all providers of a method's service.
   *
   * @param providers returns the ids of the nodes that provide a service now
   */
  public RpcChannel toAll(Function<String, List<String>> providers) {
    return new AllChannel(this, parts, providers);
  }

  /** Returns a channel to a node that is called as one of all providers, and was there just now. */
  RpcChannel toOneOfAll(String node) {
    Route route = new Route(settings.namespace().inbox(node), true, false, true, 0);
    return intercepted(new QueueChannel(parts, method -> route, null), node);
  }

  private RpcChannel intercepted(QueueChannel channel, @Nullable String peer) {
    Interceptor interceptor = settings.interceptor();
    return interceptor == null
        ? channel
        : new InterceptedChannel(
            channel,
            interceptor,
            (method, options) ->
                new OutgoingCall.Origin(
                    settings.node(),
                    peer,
                    replies.key(),
                    clock,
                    parts.requests().deadline(method, options)));
  }
}
