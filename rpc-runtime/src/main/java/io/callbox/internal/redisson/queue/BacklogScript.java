package io.callbox.internal.redisson.queue;

import io.callbox.internal.redisson.script.Answers;
import io.callbox.internal.redisson.script.LuaScript;
import io.callbox.internal.redisson.script.Scripts;
import io.callbox.transport.Backlog;
import io.callbox.transport.QueueName;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Looks at a queue without taking from it. */
public final class BacklogScript {

  private BacklogScript() {}

  public static CompletionStage<Backlog> run(Scripts scripts, QueueName queue) {
    return Answers.translated(
        queue,
        scripts.list(LuaScript.BACKLOG, List.of(queue), Scripts.text(Backlog.BEGINNING)),
        answer -> {
          int length = Answers.count(answer.get(0));
          return new Backlog(length, length == 0 ? null : answer.get(1));
        });
  }
}
