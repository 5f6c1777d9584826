package io.callbox.node;

import io.callbox.internal.server.reply.FailureReports;
import io.callbox.rpc.Interceptor;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RetryPolicy;
import io.callbox.rpc.ServiceSkeleton;
import io.callbox.transport.AckMode;
import io.callbox.transport.Namespace;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a node, with their defaults; {@link RpcNodeBuilder} describes each of them. For
 * use by one thread only: the one that builds the node.
 */
final class NodeSettings {

  private static final SecureRandom RANDOM = new SecureRandom();

  final String id;
  final String incarnation = Integer.toString(RANDOM.nextInt(1 << 30), Character.MAX_RADIX);
  final List<ServiceSkeleton> skeletons = new ArrayList<>();
  final List<Interceptor> clientInterceptors = new ArrayList<>();
  final List<Interceptor> serverInterceptors = new ArrayList<>();
  final Map<String, String> labels = new TreeMap<>();
  Namespace namespace = Namespace.NONE;
  Duration timeout = Duration.ofSeconds(30);
  int concurrency = 256;
  int mostInHand = 1_024;
  int maxMessageBytes = 1 << 20;
  int maxQueueLength = 10_000;
  int maxStreams = 10_000;
  RetryPolicy retries = RetryPolicy.DEFAULT;
  AckMode acknowledge = AckMode.ON_ANSWER;
  Duration lease = Duration.ofSeconds(6);
  Duration drain = Duration.ofSeconds(10);
  FailureReports.Terms failures = FailureReports.Terms.DEFAULT;
  ContractMode contracts = ContractMode.WARN;
  boolean sharedId;
  @Nullable Executor executor;
  @Nullable String version;

  NodeSettings(String id) {
    this.id = id;
  }

  /** Returns the maximum number of requests in hand if they are quick. */
  int mostInHand() {
    return executor == null ? mostInHand : concurrency;
  }

  /**
   * Checks settings that depend on each other.
   *
   * @throws IllegalStateException if a node whose id is shared would produce streams
   */
  void check() {
    if (sharedId) {
      skeletons.forEach(NodeSettings::refuseStreams);
    }
  }

  private static void refuseStreams(ServiceSkeleton skeleton) {
    for (MethodDescriptor<?> method : skeleton.descriptor().methods()) {
      if (method.streams()) {
        throw new IllegalStateException(
            method + " gives a stream, which needs a node id that is not shared");
      }
    }
  }

  /**
   * Returns the value; throws {@code IllegalArgumentException} with this message if it is too
   * small.
   */
  static <T extends Comparable<T>> T atLeast(T least, T value, String complaint) {
    if (value.compareTo(least) < 0) {
      throw new IllegalArgumentException(complaint + ", got " + value);
    }
    return value;
  }
}
