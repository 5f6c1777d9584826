package io.callbox.internal.redisson.broker;

import io.callbox.internal.redisson.failure.RedisFailure;
import io.callbox.internal.redisson.script.Answers;
import io.callbox.internal.redisson.script.LuaScript;
import io.callbox.internal.redisson.script.Scripts;
import io.callbox.log.Printable;
import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.QueueName;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks the version of Redis. */
public final class RedisVersion {

  private static final int LEAST = 7;
  private static final QueueName KEY = new QueueName("time");
  private static final long BOUND_SECONDS = 10;
  private static final Pattern MAJOR = Pattern.compile("(\\d{1,6})(?:\\.|$)");

  private RedisVersion() {}

  /**
   * Checks that Redis is recent enough.
   *
   * @throws RpcException {@code UNAVAILABLE} if it is too old or does not answer
   */
  public static void check(Scripts scripts) {
    String found;
    try {
      List<byte[]> answer =
          scripts
              .list(LuaScript.VERSION, List.of(KEY))
              .toCompletableFuture()
              .get(BOUND_SECONDS, TimeUnit.SECONDS);
      found = Printable.of(Answers.text(answer.get(0)));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new RpcException(StatusCode.CANCELLED, "interrupted while asking Redis its version");
    } catch (TimeoutException silent) {
      throw new RpcException(
          StatusCode.UNAVAILABLE,
          Executed.NO,
          "Redis has not answered a script within "
              + BOUND_SECONDS
              + " s: see that it runs scripts, with EVALSHA and SCRIPT LOAD, and that it is not"
              + " overloaded",
          silent);
    } catch (ExecutionException | RuntimeException failure) {
      Rights.checkDenied(KEY, failure);
      RpcException said = RedisFailure.of(KEY, failure);
      String message = "Redis does not tell its version, which a script asks for: ";
      throw new RpcException(
          StatusCode.UNAVAILABLE, Executed.NO, message + said.getMessage(), said.getCause());
    }
    if (!isEnough(found)) {
      String version = found.isEmpty() ? "an unknown version, older than " + LEAST + ".0" : found;
      throw new RpcException(
          StatusCode.UNAVAILABLE,
          Executed.NO,
          "this Redis is " + version + "; Redis " + LEAST + ".0 or later is needed");
    }
  }

  static boolean isEnough(String version) {
    Matcher major = MAJOR.matcher(version);
    return major.lookingAt() && Integer.parseInt(major.group(1)) >= LEAST;
  }
}
