package io.callbox.transport.redisson;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows whether Redis takes scripts with flags, from the first that it runs or refuses. Safe for
 * use by many threads.
 */
final class ScriptFlags {

  private static final Logger LOG = LoggerFactory.getLogger(ScriptFlags.class);

  /** A script with flags has run. */
  private volatile boolean known;

  private volatile boolean refused;

  /** Returns the form in which to send a script, as far as is known. */
  LuaScript.Form form(LuaScript script) {
    return refused ? script.withoutFlags() : script.form();
  }

  /** Returns whether it is not known yet if Redis takes a script in this form. */
  boolean isInDoubt(LuaScript.Form form) {
    return form.hasFlags() && !known;
  }

  /**
   * Learns from the answer to a script that was in doubt. If Redis refuses a script because of its
   * flags, the script has not run, and this runs it once more.
   *
   * @param withoutFlags runs the script without its flags
   */
  <T> CompletionStage<T> checked(
      CompletionStage<T> answer, Supplier<CompletionStage<T>> withoutFlags) {
    return answer
        .handle((done, failure) -> checked(done, failure, withoutFlags))
        .thenCompose(checked -> checked);
  }

  private <T> CompletionStage<T> checked(
      T done, @Nullable Throwable failure, Supplier<CompletionStage<T>> withoutFlags) {
    if (failure == null) {
      known = true;
      return CompletableFuture.completedFuture(done);
    }
    if (!isCompilation(failure)) {
      return CompletableFuture.failedFuture(failure);
    }
    if (!refused) {
      refused = true;
      LOG.warn(
          "this Redis takes no script flags: once its memory is used up, it refuses replies and"
              + " leases, too");
    }
    return withoutFlags.get();
  }

  private static boolean isCompilation(Throwable failure) {
    String message = failure.getMessage();
    return message != null && message.contains("compiling script");
  }
}
