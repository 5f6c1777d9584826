package io.callbox.transport.redisson;

import io.callbox.transport.Answer;
import io.callbox.transport.QueueName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    Map<QueueName, List<Answer>> held = new LinkedHashMap<>();
    List<Answer> others = new ArrayList<>();
    for (Answer answer : answers) {
      QueueName taken = answer.request().taken();
      (taken == null ? others : held.computeIfAbsent(taken, absent -> new ArrayList<>()))
          .add(answer);
    }
    return put(queue, others, held, keep);
  }

  private CompletionStage<Long> inTwoSteps(QueueName queue, List<Answer> answers, Duration keep) {
    return put(queue, answers, Map.of(), keep)
        .thenCompose(put -> acknowledge(answers).thenApply(done -> put));
  }

  private CompletionStage<Long> put(
      QueueName queue, List<Answer> others, Map<QueueName, List<Answer>> held, Duration keep) {
    List<QueueName> keys = new ArrayList<>();
    keys.add(queue);
    List<byte[]> values = new ArrayList<>();
    values.add(Scripts.text(keep.toMillis()));
    values.add(Scripts.text(others.size()));
    others.forEach(answer -> values.add(answer.response()));
    held.forEach(
        (taken, answers) -> {
          keys.add(taken);
          values.add(Scripts.text(answers.size()));
          for (Answer answer : answers) {
            values.add(answer.request().message());
            values.add(answer.response());
          }
        });
    return scripts.number(Lua.REPLY, keys, values.toArray());
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
}
