package io.callbox.transport.redisson;

import io.callbox.transport.Answer;
import io.callbox.transport.QueueName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Acknowledges requests and puts their responses in one step. In a Redis Cluster, where the two lie
 * in different slots, the response comes first: who dies in between leaves a request that is
 * answered twice, of which the caller drops the second, rather than one that is never answered.
 */
final class ReplyScript {

  private final Scripts scripts;
  private final boolean cluster;

  ReplyScript(Scripts scripts, boolean cluster) {
    this.scripts = scripts;
    this.cluster = cluster;
  }

  CompletionStage<Long> run(QueueName queue, List<Answer> answers, Duration keep) {
    return cluster ? inTwoSteps(queue, answers, keep) : inOneStep(queue, answers, keep);
  }

  private CompletionStage<Long> inOneStep(QueueName queue, List<Answer> answers, Duration keep) {
    List<QueueName> keys = new ArrayList<>();
    keys.add(queue);
    Object[] values = new Object[1 + 3 * answers.size()];
    values[0] = Scripts.text(keep.toMillis());
    int next = 1;
    for (Answer answer : answers) {
      values[next++] = Scripts.text(indexOf(answer.request().taken(), keys));
      values[next++] = answer.request().message();
      values[next++] = answer.response();
    }
    return scripts.number(Lua.REPLY, keys, values);
  }

  private CompletionStage<Long> inTwoSteps(QueueName queue, List<Answer> answers, Duration keep) {
    Object[] values = new Object[1 + 3 * answers.size()];
    values[0] = Scripts.text(keep.toMillis());
    int next = 1;
    for (Answer answer : answers) {
      values[next++] = Scripts.text(0);
      values[next++] = Scripts.text("");
      values[next++] = answer.response();
    }
    return scripts
        .number(Lua.REPLY, List.of(queue), values)
        .thenCompose(put -> acknowledge(answers).thenApply(done -> put));
  }

  private CompletionStage<@Nullable Void> acknowledge(List<Answer> answers) {
    List<CompletableFuture<Long>> steps = new ArrayList<>();
    for (Answer answer : answers) {
      QueueName taken = answer.request().taken();
      if (taken != null) {
        steps.add(
            scripts
                .number(Lua.ACKNOWLEDGE, List.of(taken), answer.request().message())
                .toCompletableFuture());
      }
    }
    return CompletableFuture.allOf(steps.toArray(CompletableFuture<?>[]::new));
  }

  /** The place of a key among a script's keys, counted from 1 as Lua does; 0 for none. */
  private static int indexOf(@Nullable QueueName key, List<QueueName> keys) {
    if (key == null) {
      return 0;
    }
    int index = keys.indexOf(key);
    if (index < 0) {
      keys.add(key);
      return keys.size();
    }
    return index + 1;
  }
}
