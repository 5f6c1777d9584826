package io.callbox.transport.redisson;

import io.callbox.transport.QueueName;
import io.callbox.transport.ReplyMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Acknowledges requests and pushes their responses in one step. In a Redis Cluster, the two lie in
 * different slots, and the response comes first. If the worker dies in between, the request is
 * answered twice and the caller drops the second response; otherwise it might never be answered.
 *
 * <p>Large responses leave by a {@link ReplyTransaction} instead.
 *
 * <p>A {@link DeliveryRange} names the requests. If a range is not found, this names each of its
 * requests separately.
 */
final class ReplyScript {

  private final Scripts scripts;
  private final Slots slots;
  private final ReplyTransaction transaction;

  ReplyScript(Scripts scripts, Slots slots) {
    this.scripts = scripts;
    this.slots = slots;
    this.transaction = new ReplyTransaction(scripts);
  }

  /** Returns how many responses were pushed. */
  CompletionStage<Integer> reply(QueueName queue, List<ReplyMessage> answers, Duration keep) {
    Map<QueueName, List<ReplyMessage>> held = new LinkedHashMap<>();
    List<ReplyMessage> others = new ArrayList<>();
    for (ReplyMessage answer : answers) {
      QueueName taken = answer.request().taken();
      (taken == null ? others : held.computeIfAbsent(taken, absent -> new ArrayList<>()))
          .add(answer);
    }
    if (held.isEmpty()) {
      return put(queue, others, List.of(), keep);
    }
    return slots.run(
        () -> putAtOnce(queue, others, held, keep),
        () ->
            put(queue, answers, List.of(), keep)
                .thenCompose(put -> acknowledgeAll(held).thenApply(done -> put)));
  }

  private CompletionStage<Integer> putAtOnce(
      QueueName queue,
      List<ReplyMessage> others,
      Map<QueueName, List<ReplyMessage>> held,
      Duration keep) {
    List<ReplyMessage> answers = held.values().stream().flatMap(List::stream).toList();
    CompletableFuture<Integer> done =
        others.isEmpty() ? transaction.reply(queue, answers, keep) : null;
    if (done == null) {
      return put(queue, others, runs(held), keep);
    }
    return done.exceptionallyCompose(
        failure -> {
          transaction.failed(failure);
          return put(queue, others, runs(held), keep);
        });
  }

  /** Acknowledges requests of one list. Returns how many were there. */
  CompletionStage<Integer> acknowledge(QueueName taken, List<ReplyMessage> answers) {
    return release(taken, DeliveryRange.among(taken, answers));
  }

  private CompletableFuture<?> acknowledgeAll(Map<QueueName, List<ReplyMessage>> held) {
    List<CompletableFuture<?>> steps = new ArrayList<>();
    held.forEach((taken, answers) -> steps.add(acknowledge(taken, answers).toCompletableFuture()));
    return CompletableFuture.allOf(steps.toArray(CompletableFuture<?>[]::new));
  }

  private static List<DeliveryRange> runs(Map<QueueName, List<ReplyMessage>> held) {
    List<DeliveryRange> runs = new ArrayList<>();
    held.forEach((taken, answers) -> runs.addAll(DeliveryRange.among(taken, answers)));
    return runs;
  }

  private CompletionStage<Integer> put(
      QueueName queue, List<ReplyMessage> others, List<DeliveryRange> runs, Duration keep) {
    List<QueueName> keys = new ArrayList<>(List.of(queue));
    List<byte[]> values = new ArrayList<>();
    values.add(Scripts.text(keep.toMillis()));
    values.add(Scripts.text(others.size()));
    others.forEach(answer -> values.add(answer.response()));
    for (DeliveryRange run : runs) {
      if (!keys.get(keys.size() - 1).equals(run.taken())) {
        keys.add(run.taken());
      }
      values.add(Scripts.text(keys.size()));
      run.addName(values);
      run.answers().forEach(answer -> values.add(answer.response()));
    }
    return scripts
        .list(LuaScript.REPLY, keys, values.toArray())
        .thenCompose(done -> again(done, runs, missed -> put(queue, List.of(), missed, keep)));
  }

  private CompletionStage<Integer> release(QueueName taken, List<DeliveryRange> runs) {
    List<byte[]> values = new ArrayList<>();
    runs.forEach(run -> run.addName(values));
    return scripts
        .list(LuaScript.ACKNOWLEDGE, List.of(taken), values.toArray())
        .thenCompose(done -> again(done, runs, missed -> release(taken, missed)));
  }

  /**
   * Runs the script again for the requests whose ranges were not found.
   *
   * @param done how many requests were there, and then the indices of the ranges that were not
   *     found
   */
  private static CompletionStage<Integer> again(
      List<byte[]> done,
      List<DeliveryRange> runs,
      Function<List<DeliveryRange>, CompletionStage<Integer>> script) {
    int there = number(done.get(0));
    List<DeliveryRange> missed = new ArrayList<>();
    for (byte[] index : done.subList(1, done.size())) {
      missed.addAll(runs.get(number(index) - 1).split());
    }
    return missed.isEmpty()
        ? CompletableFuture.completedFuture(there)
        : script.apply(missed).thenApply(more -> there + more);
  }

  private static int number(byte[] text) {
    return Integer.parseInt(new String(text, StandardCharsets.US_ASCII));
  }
}
