package io.callbox.internal.redisson.script;

import io.callbox.internal.redisson.connection.ForgottenScript;
import io.callbox.internal.redisson.connection.Masters;
import io.callbox.internal.redisson.connection.ScriptForm;
import io.callbox.internal.redisson.failure.ClusterChange;
import io.callbox.internal.redisson.failure.RedisFailure;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import org.redisson.api.RScript.Mode;
import org.redisson.api.RScript.ReturnType;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.ByteArrayCodec;

/**
 * Runs scripts by Redisson's executor if there is no direct connection that answers: it finds the
 * new place of a key, and waits for a server that is away. Safe for use by many threads.
 */
final class RedissonScripts {

  /**
   * The maximum number of times that Redisson loads and runs a script that its server does not
   * know.
   */
  private static final int TRIES = 10;

  private final RedissonClient client;
  private final Masters masters;
  private final BooleanSupplier closed;

  /**
   * Creates it for a client.
   *
   * @param masters handle failures, and run a script that is forgotten repeatedly
   * @param closed whether no more commands may be sent
   */
  RedissonScripts(RedissonClient client, Masters masters, BooleanSupplier closed) {
    this.client = client;
    this.masters = masters;
    this.closed = closed;
  }

  /**
   * Runs a script for which the direct connection has failed. If the server itself has refused the
   * script, it fails in the same way.
   */
  <T> CompletionStage<T> runAfter(
      Throwable failure, ScriptForm script, ReturnType type, List<String> names, Object... values) {
    if (RedisFailure.isAnswer(failure)) {
      return CompletableFuture.failedFuture(failure);
    }
    CompletableFuture<T> direct =
        ForgottenScript.isCauseOf(failure)
            ? masters.runForgotten(script, type, names, values)
            : null;
    return direct == null
        ? run(script, type, names, values)
        : direct.exceptionallyCompose(
            again ->
                RedisFailure.isAnswer(RedisFailure.unwrapped(again))
                    ? CompletableFuture.failedFuture(RedisFailure.unwrapped(again))
                    : run(script, type, names, values));
  }

  /**
   * Runs a script. Redisson loads an unknown script and then runs it, and another program may make
   * Redis forget all scripts in between. Then this tries again; usually there is a direct
   * connection by then.
   */
  <T> CompletionStage<T> run(
      ScriptForm script, ReturnType type, List<String> names, Object... values) {
    return run(TRIES, script, type, names, values);
  }

  private <T> CompletionStage<T> run(
      int tries, ScriptForm script, ReturnType type, List<String> names, Object... values) {
    CompletableFuture<T> answer = ClusterChange.outlasted(() -> send(script, type, names, values));
    return answer.exceptionallyCompose(
        failure -> {
          if (tries == 1 || !ForgottenScript.isCauseOf(failure)) {
            return CompletableFuture.failedFuture(RedisFailure.unwrapped(failure));
          }
          CompletableFuture<T> direct = masters.runForgotten(script, type, names, values);
          return direct == null ? run(tries - 1, script, type, names, values) : direct;
        });
  }

  private <T> CompletionStage<T> send(
      ScriptForm script, ReturnType type, List<String> names, Object... values) {
    if (closed.getAsBoolean()) {
      return CompletableFuture.failedFuture(RedisFailure.closed());
    }
    List<Object> keys = List.copyOf(names);
    return client
        .getScript(ByteArrayCodec.INSTANCE)
        .<T>evalAsync(names.get(0), Mode.READ_WRITE, script.text(), type, keys, values)
        .whenComplete(
            (answer, failure) -> {
              if (failure != null) {
                masters.failed(failure);
              }
            });
  }
}
