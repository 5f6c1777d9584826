package io.callbox.internal.redisson.connection;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.internal.redisson.failure.RedisFailure;
import io.callbox.transport.Element;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RScript.ReturnType;
import org.redisson.client.RedisClient;
import org.redisson.client.RedisConnection;
import org.redisson.client.codec.ByteArrayCodec;
import org.redisson.client.protocol.RedisCommand;

/**
 * A connection to one server, for commands without the pool, the retries and the timers of
 * Redisson's executor, which cost more than a small command.
 *
 * <p>A command is sent once. If a connection was cut, was silent for too long, or leads to the
 * wrong server, it is replaced by a new one, which is made at the next use. Until the new one
 * exists, {@link #send} returns null. Safe for use by many threads; its owner closes it.
 */
public final class DirectConnection implements AutoCloseable {

  /** The wait after a failed attempt to connect. */
  private static final long PAUSE_NANOS = Duration.ofMillis(500).toNanos();

  private static final RedisCommand<Object> CLIENT_ID = new RedisCommand<>("CLIENT", "ID");

  private final Supplier<@Nullable RedisClient> server;
  private final Consumer<Throwable> failures;
  private final Transactions transactions = new Transactions(this);
  private volatile @Nullable RedisConnection current;
  private volatile @Nullable Numbered numbered;

  /** The monitor guards the following fields: threads that find no connection race to make one. */
  @GuardedBy("this")
  private @Nullable CompletableFuture<@Nullable Void> connecting;

  @GuardedBy("this")
  private long notBefore = System.nanoTime();

  @GuardedBy("this")
  private boolean closed;

  /**
   * Creates a connection that is made at its first use.
   *
   * @param server returns the server; null for none at present
   * @param failures receives each refusal of the server; must not block
   */
  DirectConnection(Supplier<@Nullable RedisClient> server, Consumer<Throwable> failures) {
    this.server = server;
    this.failures = failures;
  }

  /** Transactions over this connection. */
  Transactions transactions() {
    return transactions;
  }

  /** Makes the connection, if there is none. */
  public void open() {
    ready();
  }

  /** Completes when the connection that is being made is there, or could not be made. */
  public synchronized CompletableFuture<@Nullable Void> connecting() {
    return connecting == null ? CompletableFuture.completedFuture(null) : connecting;
  }

  /**
   * Sends a command.
   *
   * @param timeoutMillis the maximum time for the answer; -1 for the client's setting
   * @return its answer; null if there is no connection now, and nothing was sent
   */
  public <T> @Nullable CompletableFuture<T> send(
      long timeoutMillis, RedisCommand<?> command, Object... parameters) {
    RedisConnection connection = ready();
    if (connection == null) {
      return null;
    }
    CompletableFuture<T> answer =
        connection
            .<Object, T>async(
                timeoutMillis,
                ByteArrayCodec.INSTANCE,
                sendable(command),
                sendable(parameters, connection))
            .toCompletableFuture();
    return watched(connection, answer);
  }

  /** Runs a script that the server does not know; null if nothing was sent. */
  <T> @Nullable CompletableFuture<T> runForgotten(
      ScriptForm script, ReturnType type, Object... parameters) {
    RedisConnection connection = ready();
    if (connection == null || connection.getRedisClient().isShutdown()) {
      return null;
    }
    long millis = connection.getRedisClient().getCommandTimeout();
    return watched(
        connection, new ForgottenScript(connection, script, type, parameters, millis).run());
  }

  <T> CompletableFuture<T> watched(RedisConnection connection, CompletableFuture<T> answer) {
    answer.whenComplete(
        (done, failure) -> {
          if (failure != null && RedisFailure.isCut(failure)) {
            leave(connection);
          } else if (failure != null) {
            failures.accept(failure);
          }
        });
    return answer;
  }

  /** A connection and the id that its server gives it; null if the server does not say. */
  private record Numbered(RedisConnection connection, @Nullable Long number) {}

  /** Returns whether the server has been asked for the id of this connection. */
  public boolean isNumbered() {
    Numbered known = numbered;
    return known != null && known.connection == current;
  }

  /** The id that the server gives this connection; null if unknown. */
  public @Nullable Long number() {
    Numbered known = numbered;
    return known != null && known.connection == current ? known.number : null;
  }

  /** Asks the server for the id of this connection. Only if no other command is under way. */
  public CompletionStage<@Nullable Void> askNumber() {
    RedisConnection asked = current;
    CompletableFuture<Object> answer = send(-1, CLIENT_ID);
    if (answer == null || asked == null) {
      return CompletableFuture.completedFuture(null);
    }
    return answer.handle(
        (number, refused) -> {
          numbered = new Numbered(asked, number instanceof Long known ? known : null);
          return null;
        });
  }

  @SuppressWarnings("unchecked") // the type parameter of a command matters only to its decoder
  static RedisCommand<Object> sendable(RedisCommand<?> command) {
    return (RedisCommand<Object>) command;
  }

  /**
   * Returns parameters as the connection can write them: the client of a user can write only bytes.
   */
  static Object[] sendable(Object[] parameters, RedisConnection connection) {
    if (WholeBuffers.writesElements(connection.getChannel())) {
      return parameters;
    }
    return Arrays.stream(parameters)
        .map(each -> each instanceof Element element ? element.bytes() : each)
        .toArray();
  }

  /** Returns the connection; null if there is none now, and one is being made. */
  @Nullable RedisConnection ready() {
    RedisConnection connection = current;
    RedisClient known = server.get();
    RedisClient master = known == null || known.isShutdown() ? null : known;
    if (connection != null && connection.isActive() && connection.getRedisClient() == master) {
      return connection;
    }
    if (connection != null) {
      leave(connection);
    }
    if (master != null) {
      connect(master);
    }
    return null;
  }

  private void connect(RedisClient master) {
    synchronized (this) {
      if (connecting != null || closed || System.nanoTime() - notBefore < 0) {
        return;
      }
      connecting = new CompletableFuture<>();
    }
    master.connectAsync().whenComplete(this::connected);
  }

  private void connected(@Nullable RedisConnection connection, @Nullable Throwable failure) {
    boolean unwanted;
    CompletableFuture<@Nullable Void> waiting;
    synchronized (this) {
      waiting = connecting;
      connecting = null;
      notBefore = System.nanoTime() + (failure == null ? 0 : PAUSE_NANOS);
      unwanted = closed;
      current = unwanted ? null : connection;
    }
    if (connection != null && unwanted) {
      connection.closeAsync();
    } else if (connection != null) {
      ConnectionEnd.whenCut(connection, () -> leave(connection));
    }
    if (waiting != null) {
      waiting.complete(null);
    }
  }

  /** Gives the connection up, so that every command that waits for an answer fails at once. */
  private void leave(RedisConnection connection) {
    synchronized (this) {
      if (current == connection) {
        current = null;
      }
    }
    ConnectionEnd.giveUp(connection);
  }

  @Override
  public void close() {
    RedisConnection connection;
    synchronized (this) {
      closed = true;
      connection = current;
    }
    if (connection != null) {
      leave(connection);
    }
  }
}
