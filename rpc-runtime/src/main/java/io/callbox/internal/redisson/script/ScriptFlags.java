package io.callbox.internal.redisson.script;

import io.callbox.internal.redisson.connection.ScriptForm;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out whether Redis accepts scripts with flags, from the first script that it runs or
 * refuses. When Redis has run the first script with flags, scripts need not pass here any more.
 * Safe for use by many threads.
 */
final class ScriptFlags {

  private static final Logger LOG = LoggerFactory.getLogger(ScriptFlags.class);

  private final Runnable taken;
  private volatile boolean refused;

  /**
   * Creates it without knowledge.
   *
   * @param taken runs when Redis has run a script with flags
   */
  ScriptFlags(Runnable taken) {
    this.taken = taken;
  }

  /** Returns the form in which to send a script, as far as is known. */
  ScriptForm form(LuaScript script) {
    return refused ? script.withoutFlags() : script.form();
  }

  /**
   * Runs a script, and learns from the answer. If Redis refuses the script because of its flags, it
   * has not run, and this runs it once more.
   *
   * @param sender runs a script in this form
   */
  <T> CompletionStage<T> run(LuaScript script, Function<ScriptForm, CompletionStage<T>> sender) {
    ScriptForm form = form(script);
    CompletionStage<T> answer = sender.apply(form);
    if (!form.hasFlags()) {
      return answer;
    }
    return answer
        .handle(
            (done, failure) -> checked(done, failure, () -> sender.apply(script.withoutFlags())))
        .thenCompose(checked -> checked);
  }

  private <T> CompletionStage<T> checked(
      T done, @Nullable Throwable failure, Supplier<CompletionStage<T>> withoutFlags) {
    if (failure == null) {
      if (!refused) { // one server of a cluster may be older than another
        taken.run();
      }
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
