package io.callbox.trial;

import io.callbox.node.RpcNode;
import io.callbox.registry.NodeInfo;
import io.callbox.rpc.CallOptions;
import io.callbox.rpc.Interceptor;
import io.callbox.rpc.RetryPolicy;
import io.callbox.rpc.RpcException;
import io.callbox.security.SignatureCheck;
import io.callbox.security.SignedCalls;
import io.callbox.security.UsedNonces;
import io.callbox.testing.Talk;
import io.callbox.testkit.process.NodeProcess;
import io.callbox.testkit.redis.RedisServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A node in a process of its own whose time of day is wrong; its ticks are right. libfaketime makes
 * it so, which sits between the process and the C library.
 *
 * <p>It serves {@link Tasks}, and {@link Talk} to whoever signs: told {@code time}, it says what
 * time of day it believes it is; {@code nodes}, who is there; {@code say <node> <millis> <line>},
 * what came of saying that to another node.
 */
public final class SkewedProcess {

  /** How long signatures count: much less than clocks are wrong. */
  public static final Duration VALIDITY = Duration.ofSeconds(5);

  public static final Duration LEASE = Duration.ofMillis(900);

  private static final byte[] SECRET =
      "a secret of the tests, 32 bytes.".getBytes(StandardCharsets.UTF_8);

  private SkewedProcess() {}

  /** Where libfaketime is, if it is installed. */
  public static Optional<Path> library() {
    return Stream.of("lib/x86_64-linux-gnu", "lib/aarch64-linux-gnu", "lib64", "lib", "local/lib")
        .map(folder -> Path.of("/usr", folder, "faketime", "libfaketime.so.1"))
        .filter(Files::exists)
        .findFirst();
  }

  /** Starts a node whose time of day is so far ahead, and returns when it is ready. */
  public static NodeProcess start(RedisServer redis, String node, Path log, Duration ahead) {
    set(log, ahead);
    Map<String, String> environment =
        Map.of(
            "LD_PRELOAD",
            library().orElseThrow().toString(),
            "FAKETIME_TIMESTAMP_FILE",
            clock(log).toString(),
            "FAKETIME_CACHE_DURATION", // in seconds, after which it looks into the file again
            "1",
            "FAKETIME_DONT_FAKE_MONOTONIC",
            "1",
            "DONT_FAKE_MONOTONIC", // as versions before 0.9.8 call it
            "1",
            "FAKETIME_FORCE_MONOTONIC_FIX", // else a JVM's waits end at once
            "0");
    return NodeProcess.start(
        environment, SkewedProcess.class, redis.directUri(), node, log.toString());
  }

  /** Sets the clock of the node with this log so far ahead, within a second or so. */
  public static void set(Path log, Duration ahead) {
    try {
      Path next = log.resolveSibling(log.getFileName() + ".next");
      Files.writeString(next, (ahead.isNegative() ? "" : "+") + ahead.toSeconds());
      Files.move(next, clock(log), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Path clock(Path log) {
    return log.resolveSibling(log.getFileName() + ".clock");
  }

  /** Signs calls with what the processes know. */
  public static Interceptor signing() {
    return SignedCalls.with("tests", SECRET);
  }

  private static Interceptor checking() {
    return SignatureCheck.of(Map.of("tests", SECRET)::get, UsedNonces.inMemory(), VALIDITY)
        .forService("Talk");
  }

  /** Serves until it is killed. Arguments: where Redis is, the node's id, where runs are logged. */
  public static void main(String[] args) throws InterruptedException {
    CompletableFuture<RpcNode> self = new CompletableFuture<>();
    RpcNode node =
        RpcNode.builder(args[1])
            .redis(args[0])
            .lease(LEASE)
            .maxQueueLength(1)
            .retries(new RetryPolicy(1_000, Duration.ofMillis(50), Duration.ofMillis(50), 1_000))
            .interceptClient(signing())
            .interceptServer(checking())
            .register(new Tasks.Skeleton(new Tasks.Logged(Path.of(args[2]))))
            .register(new Talk.Skeleton(line -> answer(self.join(), line)))
            .start();
    self.complete(node);
    System.out.println("ready");
    new CountDownLatch(1).await();
    node.close();
  }

  private static String answer(RpcNode node, String line) {
    String[] words = line.split(" ", 4);
    return switch (words[0]) {
      case "time" -> Long.toString(System.currentTimeMillis());
      case "nodes" ->
          node.registry().nodes().stream().map(NodeInfo::id).collect(Collectors.joining(" "));
      case "say" -> said(node, words[1], Duration.ofMillis(Long.parseLong(words[2])), words[3]);
      default -> line;
    };
  }

  private static String said(RpcNode node, String peer, Duration timeout, String line) {
    CallOptions options = CallOptions.DEFAULT.withTimeout(timeout);
    try {
      return new Talk.Stub(node.channelTo(peer).waitForProvider(), options).say(line);
    } catch (RpcException failure) {
      return failure.code() + " " + failure.executed();
    }
  }
}
