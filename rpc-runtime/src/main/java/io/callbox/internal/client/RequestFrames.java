package io.callbox.internal.client;

import io.callbox.internal.wire.RequestFrame;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The frames of the requests of one client, by method. Safe for use by many threads. */
final class RequestFrames {

  /** The maximum number of remembered methods, because a program may call ever new names. */
  private static final int MOST = 10_000;

  private final CallerIdentity identity;
  private final String node;
  private final Map<String, RequestFrame> known = new ConcurrentHashMap<>();

  RequestFrames(CallerIdentity identity, String node) {
    this.identity = identity;
    this.node = node;
  }

  /** Returns the frame of the requests to a method. */
  RequestFrame of(String method) {
    RequestFrame frame = known.get(method);
    return frame != null ? frame : made(method);
  }

  private RequestFrame made(String method) {
    RequestFrame made = new RequestFrame(identity.id(), method, identity.replies().key(), node);
    if (known.size() < MOST) {
      known.put(method, made);
    }
    return made;
  }
}
