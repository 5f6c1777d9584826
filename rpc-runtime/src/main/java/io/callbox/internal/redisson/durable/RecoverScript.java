package io.callbox.internal.redisson.durable;

import io.callbox.internal.redisson.script.Answers;
import io.callbox.internal.redisson.script.KeptTimes;
import io.callbox.internal.redisson.script.LuaScript;
import io.callbox.internal.redisson.script.Scripts;
import io.callbox.transport.CallStore;
import io.callbox.transport.CallStore.Recovered;
import io.callbox.transport.LostRequest;
import io.callbox.transport.QueueName;
import io.callbox.transport.Worker;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Runs the script that handles the durable request of a worker that died. Only the record knows
 * whether another worker runs the call. In this case, the script says so, and runs once more with
 * that worker's list.
 *
 * @param scripts runs it
 * @param later the channel for programs that move due calls
 * @param done the channel for programs that wait for results
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RecoverScript(Scripts scripts, byte[] later, byte[] done) {

  private static final String ELSEWHERE = "O";

  CompletionStage<Recovered> run(LostRequest loss) {
    if (loss.delivery().taken() == null) {
      return CompletableFuture.completedFuture(Recovered.NOTHING);
    }
    return run(loss, null)
        .thenCompose(
            answer ->
                Answers.text(answer.get(0)).equals(ELSEWHERE)
                    ? elsewhere(loss, Answers.text(answer.get(1)))
                    : CompletableFuture.completedFuture(recovered(answer)));
  }

  private CompletionStage<Recovered> elsewhere(LostRequest loss, String run) {
    Worker runner = Worker.named(Worker.nameOf(run));
    if (!loss.delivery().isHeldBy(runner)) {
      return run(loss, runner).thenApply(RecoverScript::recovered);
    }
    byte[] underWay = loss.own().requestOf(run);
    if (underWay == null) {
      return run(loss.of(runner.name()), null).thenApply(RecoverScript::recovered);
    }
    return Arrays.equals(underWay, loss.delivery().message())
        ? CompletableFuture.completedFuture(Recovered.NOTHING)
        : run(loss, runner).thenApply(RecoverScript::recovered);
  }

  private CompletionStage<List<byte[]>> run(LostRequest loss, @Nullable Worker runner) {
    QueueName queue = loss.delivery().queue();
    QueueName taken = Objects.requireNonNull(loss.delivery().taken());
    return Answers.translated(
        queue,
        scripts.list(
            LuaScript.RECOVER_RUN,
            List.of(
                queue,
                queue.later(),
                taken,
                queue.dead(),
                queue.call(loss.id()),
                queue.providers(),
                runner == null ? taken : queue.taken(runner)),
            values(loss, runner)),
        answer -> answer);
  }

  private Object[] values(LostRequest loss, @Nullable Worker runner) {
    return new Object[] {
      CallValues.WAIT,
      KeptTimes.ofDeadWorkers(),
      later,
      done,
      Scripts.text(loss.id()),
      loss.delivery().message(),
      Scripts.text(loss.attempts()),
      loss.error(),
      loss.deadLetter(),
      Scripts.millis(loss.keep()),
      Scripts.millis(CallStore.FIRST_PAUSE),
      Scripts.millis(CallStore.LONGEST_PAUSE),
      Scripts.text(CallStore.MOST_LOST),
      Scripts.text(loss.method()),
      Scripts.text(loss.worker()),
      runner == null ? CallValues.NOTHING : Scripts.text(runner.name())
    };
  }

  private static Recovered recovered(List<byte[]> answer) {
    return switch (Answers.text(answer.get(0))) {
      case "Q" -> Recovered.REQUEUED;
      case "R" -> Recovered.AGAIN;
      case "F" -> Recovered.FAILED;
      default -> Recovered.NOTHING;
    };
  }
}
