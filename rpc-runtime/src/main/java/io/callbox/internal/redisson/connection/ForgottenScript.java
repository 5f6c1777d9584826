package io.callbox.internal.redisson.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.callbox.internal.redisson.failure.RedisFailure;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RScript.ReturnType;
import org.redisson.client.RedisConnection;
import org.redisson.client.RedisNoScriptException;
import org.redisson.client.codec.ByteArrayCodec;
import org.redisson.client.protocol.RedisCommand;

/**
 * Runs a script that its server does not know. {@code SCRIPT LOAD} and {@code EVALSHA} leave in one
 * write, so that the {@code SCRIPT FLUSH} of another program rarely comes between them. If it does
 * so repeatedly, {@code EVAL} loads and runs the script in one step; it is the last attempt because
 * the minimal rights do not include it.
 */
public final class ForgottenScript {

  private static final int TRIES = 4;

  private static final RedisCommand<?> SCRIPT_LOAD = new RedisCommand<>("SCRIPT", "LOAD");

  private final RedisConnection connection;
  private final ScriptForm script;
  private final ReturnType type;
  private final Object[] parameters;
  private final long millis;

  /**
   * Creates a run of a script that has not run.
   *
   * @param parameters the parameters of {@code EVALSHA}
   * @param millis the maximum time for each answer
   */
  ForgottenScript(
      RedisConnection connection,
      ScriptForm script,
      ReturnType type,
      Object[] parameters,
      long millis) {
    this.connection = connection;
    this.script = script;
    this.type = type;
    this.parameters = parameters;
    this.millis = millis;
  }

  /** Returns whether a command has failed because its script is not known, so it has not run. */
  public static boolean isCauseOf(Throwable failure) {
    return RedisFailure.unwrapped(failure) instanceof RedisNoScriptException;
  }

  /** Returns the answer of the script. */
  <T> CompletableFuture<T> run() {
    return run(1);
  }

  private <T> CompletableFuture<T> run(int attempt) {
    CompletableFuture<Object> loaded = new CompletableFuture<>();
    CompletableFuture<T> answer = new CompletableFuture<>();
    Together.send(
            connection,
            List.of(
                Together.command(connection, SCRIPT_LOAD, loaded, script.text()),
                Together.command(connection, command("EVALSHA"), answer, parameters)),
            millis)
        .whenComplete(
            (done, failure) -> {
              if (failure != null) { // the answer may have come all the same
                answer.completeExceptionally(failure); // not both: Redisson adds one to the other
              }
            });
    return answer.exceptionallyCompose(failure -> after(failure, loaded, attempt));
  }

  private <T> CompletableFuture<T> after(
      Throwable failure, CompletableFuture<Object> loaded, int attempt) {
    if (!isCauseOf(failure)) {
      return CompletableFuture.failedFuture(failure);
    }
    @Nullable Throwable refusal = loaded.handle((done, refused) -> refused).getNow(null);
    if (refusal == null && attempt < TRIES) {
      return run(attempt + 1);
    }
    return evaluated(refusal == null ? failure : refusal);
  }

  /**
   * Runs the text of the script.
   *
   * @param reason the failure if this user may not
   */
  private <T> CompletableFuture<T> evaluated(Throwable reason) {
    Object[] all = parameters.clone();
    all[0] = script.text().getBytes(UTF_8);
    return connection
        .<Object, T>async(
            millis,
            ByteArrayCodec.INSTANCE,
            DirectConnection.sendable(command("EVAL")),
            DirectConnection.sendable(all, connection))
        .toCompletableFuture()
        .exceptionallyCompose(
            failure ->
                CompletableFuture.failedFuture(
                    RedisFailure.isRefusedCommand(failure) ? reason : failure));
  }

  private RedisCommand<?> command(String name) {
    return new RedisCommand<>(type.getCommand(), name);
  }
}
