package io.callbox.benchmarks.peers;

import io.callbox.benchmarks.driver.Named;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The contestants by name. */
public final class Peers {

  private static final Map<String, Peer> BY_NAME = new LinkedHashMap<>();

  static {
    BY_NAME.put("callbox", new CallboxPeer(Map.of()));
    BY_NAME.put("callbox-receive", new CallboxPeer(Map.of("acknowledge", "ON_RECEIVE")));
    BY_NAME.put("rremote-noack", new RemoteServicePeer(false, false));
    BY_NAME.put("rremote-ack", new RemoteServicePeer(true, false));
    BY_NAME.put("rremote-tuned", new RemoteServicePeer(false, true));
    BY_NAME.put("grpc", new GrpcPeer(false));
    BY_NAME.put("grpc-direct", new GrpcPeer(true));
    BY_NAME.put("nats", new NatsPeer());
    BY_NAME.put("rabbitmq", new RabbitPeer());
    BY_NAME.put("loop-single", new LoopPeer(false));
    BY_NAME.put("loop-batch", new LoopPeer(true));
  }

  private Peers() {}

  /** All names. */
  public static Set<String> names() {
    return BY_NAME.keySet();
  }

  /** The contestant of a name. Only Callbox has settings of its own. */
  public static Peer named(Named name) {
    if (name.contestant().equals("callbox")) {
      return new CallboxPeer(name.settings());
    }
    Peer peer = BY_NAME.get(name.contestant());
    if (peer == null) {
      throw new IllegalArgumentException(
          "no contestant " + name.contestant() + "; there is: " + names());
    }
    return peer;
  }
}
