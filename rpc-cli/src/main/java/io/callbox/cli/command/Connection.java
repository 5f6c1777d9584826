package io.callbox.cli.command;

import io.callbox.cli.output.Spans;
import io.callbox.gateway.Gateway;
import io.callbox.gateway.GatewayBuilder;
import io.callbox.node.RpcNode;
import io.callbox.node.RpcNodeBuilder;
import io.callbox.registry.NodeInfo;
import io.callbox.rpc.RetryPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The connection of a command to Redis: a node without services. Belongs to one thread. */
final class Connection implements AutoCloseable {

  @Option(
      names = {"-r", "--redis"},
      paramLabel = "URI",
      defaultValue = "${env:CALLBOX_REDIS:-redis://127.0.0.1:6379}",
      description =
          "Where Redis is, redis://[user:password@]host:port[/database]; rediss:// for TLS.")
  private String redis = "";

  @Mixin private final NamespaceOption namespace = new NamespaceOption();

  @Option(
      names = "--as",
      paramLabel = "ID",
      description = "The node that the command is itself, where rules of Redis tell nodes apart.")
  private @Nullable String id;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      converter = Span.class,
      description =
          "How long to wait for an answer; 10s unless the method says otherwise. Redis has as"
              + " long to answer at first, and 3s at least.")
  private @Nullable Duration timeout;

  @Option(names = "--verbose", description = "Show what the command's own node logs.")
  private boolean verbose;

  /** The minimum time that Redis has for its first answer, even if calls have less. */
  private static final Duration LEAST = Duration.ofSeconds(3);

  private @Nullable RpcNode node;

  /** Reads durations. */
  static final class Span implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      try {
        return Spans.parse(text);
      } catch (IllegalArgumentException misfit) {
        throw new TypeConversionException(misfit.getMessage());
      }
    }
  }

  /** Returns the node, and starts it at the first call. */
  RpcNode node() {
    RpcNode started = node;
    if (started == null) {
      started = start();
      node = started;
    }
    return started;
  }

  private RpcNode start() {
    showLog();
    RpcNodeBuilder builder =
        RpcNode.builder(id == null ? someId() : id)
            .label("role", "cli")
            .retries(RetryPolicy.NONE)
            .redis(redis);
    String name = namespace.value();
    RpcNodeBuilder named = name.isEmpty() ? builder : builder.namespace(name);
    return withinPatience(named::start);
  }

  /**
   * Starts a part that needs Redis, within the patience of the command line. The connection itself
   * has longer bounds: it would try a Redis that accepts connections and does not answer for half a
   * minute.
   *
   * @throws Refusal if the start takes longer; it then continues in the background, until it fails
   *     or the program ends
   */
  <T> T withinPatience(Supplier<T> start) {
    CompletableFuture<T> starting =
        CompletableFuture.supplyAsync(start, task -> inBackground("callbox-start", task));
    Duration bound = patience().compareTo(LEAST) < 0 ? LEAST : patience();
    try {
      return starting.get(bound.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof RuntimeException why
          ? why
          : new IllegalStateException(failed.getCause());
    } catch (TimeoutException late) {
      throw Refusal.outOfReach(
          "UNAVAILABLE: " + place() + " has not answered within " + Spans.of(bound),
          Refusal.IS_REDIS_RIGHT);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw Refusal.outOfReach("Interrupted before Redis has answered.", "");
    }
  }

  private static void inBackground(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** Returns the address of Redis, without user and password, which end at the last {@code @}. */
  private String place() {
    String address = redis.substring(redis.lastIndexOf('@') + 1);
    return "Redis at " + address.replaceFirst("^[a-z]+://", "").replaceFirst("[/?#].*", "");
  }

  /** Shows the log if the command line asks for it. Call it before any logger is made. */
  private void showLog() {
    if (verbose) {
      System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "info");
    }
  }

  /** Returns the builder of a gateway to the same Redis and namespace. */
  GatewayBuilder gateway() {
    showLog();
    GatewayBuilder builder = Gateway.builder().redis(redis);
    if (id != null) {
      builder.id(id);
    }
    if (timeout != null) {
      builder.timeout(timeout);
    }
    String name = namespace.value();
    return name.isEmpty() ? builder : builder.namespace(name);
  }

  /**
   * Starts a gateway that listens.
   *
   * @throws IOException if it cannot listen
   */
  Gateway listening(GatewayBuilder described) throws IOException {
    try {
      return withinPatience(
          () -> {
            try {
              return described.start();
            } catch (IOException taken) {
              throw new UncheckedIOException(taken);
            }
          });
    } catch (UncheckedIOException taken) {
      throw taken.getCause();
    }
  }

  private static String someId() {
    return "cli-" + Long.toHexString(ThreadLocalRandom.current().nextLong(1L << 32, 1L << 40));
  }

  /** Returns the timeout of the command line; null if it has none. */
  @Nullable Duration timeout() {
    return timeout;
  }

  /** Returns the time to wait for an answer that should come at once. */
  Duration patience() {
    return timeout == null ? Duration.ofSeconds(10) : timeout;
  }

  /** Returns all nodes except command lines. */
  List<NodeInfo> others() {
    return node().registry().nodes().stream()
        .filter(each -> !"cli".equals(each.labels().get("role")))
        .toList();
  }

  /**
   * Removes the node from the registry; its other parts end in the background, or with the program.
   */
  @Override
  public void close() {
    RpcNode started = node;
    if (started != null) {
      started.drain();
      inBackground("callbox-close", started::close);
    }
  }
}
