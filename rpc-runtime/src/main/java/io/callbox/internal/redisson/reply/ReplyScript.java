package io.callbox.internal.redisson.reply;

import io.callbox.internal.redisson.failure.Slots;
import io.callbox.internal.redisson.script.Answers;
import io.callbox.internal.redisson.script.LuaScript;
import io.callbox.internal.redisson.script.Scripts;
import io.callbox.transport.Delivery;
import io.callbox.transport.QueueName;
import io.callbox.transport.ReplyMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Acknowledges requests and pushes their responses in one step. In a Redis Cluster, the two lie in
 * different slots, and the response comes first. If the worker dies in between, the request is
 * answered twice and the caller drops the second response; otherwise it might never be answered.
 *
 * <p>A {@link DeliveryRange} names the requests. If a range is not found, this names each of its
 * requests separately. Only then does it put responses to requests that no worker holds.
 */
public final class ReplyScript {

  /**
   * The size in bytes of a request and its response below which the script is as fast as a
   * transaction.
   */
  private static final int LARGE = 6 << 10;

  private static final byte[] NO_RESPONSE = {};

  private final Scripts scripts;
  private final Slots slots;
  private final ReplyTransaction transaction;

  /**
   * Set if one command has used a reply list and a list of taken requests together, as a
   * transaction does.
   */
  private volatile boolean joint;

  public ReplyScript(Scripts scripts, Slots slots) {
    this.scripts = scripts;
    this.transaction = new ReplyTransaction(scripts);
    this.slots = slots;
  }

  /** Acknowledges requests and pushes their responses. Returns the number of pushed responses. */
  public CompletionStage<Integer> reply(
      QueueName queue, List<ReplyMessage> answers, Duration keep) {
    return Answers.translated(queue, replied(queue, answers, keep), put -> put);
  }

  private CompletionStage<Integer> replied(
      QueueName queue, List<ReplyMessage> answers, Duration keep) {
    QueueName taken = answers.size() == 1 ? answers.get(0).request().taken() : null;
    return taken == null
        ? replyAll(queue, answers, keep)
        : slots.run(
            () -> one(queue, taken, answers, keep),
            () -> apart(queue, answers, Map.of(taken, answers), keep));
  }

  /** Sends one response. A chunk mostly leaves alone. */
  private CompletionStage<Integer> one(
      QueueName queue, QueueName taken, List<ReplyMessage> answer, Duration keep) {
    CompletionStage<Integer> step = inTransaction(queue, taken, answer.get(0), keep);
    return step == null ? put(queue, taken, answer.get(0), keep) : step;
  }

  private CompletionStage<Integer> apart(
      QueueName queue,
      List<ReplyMessage> answers,
      Map<QueueName, List<ReplyMessage>> held,
      Duration keep) {
    return put(queue, answers, List.of(), keep)
        .thenCompose(put -> acknowledgeAll(held).thenApply(done -> put));
  }

  private CompletionStage<Integer> replyAll(
      QueueName queue, List<ReplyMessage> answers, Duration keep) {
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
        () -> together(queue, others, held, keep), () -> apart(queue, answers, held, keep));
  }

  /**
   * Sends several responses. Each large one leaves in its own transaction, if possible. If some
   * requests are not held, one script puts all responses: if a transaction failed beside it, all
   * would be put again, and only responses to held requests are then put once.
   */
  private CompletionStage<Integer> together(
      QueueName queue,
      List<ReplyMessage> others,
      Map<QueueName, List<ReplyMessage>> held,
      Duration keep) {
    List<CompletionStage<Integer>> steps = new ArrayList<>();
    Map<QueueName, List<ReplyMessage>> rest = new LinkedHashMap<>();
    held.forEach(
        (taken, answers) -> {
          for (ReplyMessage answer : answers) {
            CompletionStage<Integer> step =
                others.isEmpty() ? inTransaction(queue, taken, answer, keep) : null;
            if (step == null) {
              rest.computeIfAbsent(taken, absent -> new ArrayList<>()).add(answer);
            } else {
              steps.add(step);
            }
          }
        });
    if (!others.isEmpty() || !rest.isEmpty()) {
      steps.add(put(queue, others, runs(rest), keep));
    }
    return steps.stream()
        .reduce((one, more) -> one.thenCombine(more, Integer::sum))
        .orElseGet(() -> CompletableFuture.completedFuture(0));
  }

  /**
   * Sends a response in a transaction. If this fails, the script answers a request that is still
   * held.
   */
  private @Nullable CompletionStage<Integer> inTransaction(
      QueueName queue, QueueName taken, ReplyMessage answer, Duration keep) {
    if (!joint || !isLarge(answer)) {
      return null;
    }
    CompletableFuture<Integer> put = transaction.put(queue, taken, answer, keep);
    return put == null
        ? null
        : put.exceptionallyCompose(failure -> put(queue, taken, answer, keep));
  }

  private static boolean isLarge(ReplyMessage answer) {
    return answer.request().message().length + answer.element().length() >= LARGE;
  }

  /** Acknowledges requests of one list. */
  public CompletionStage<@Nullable Void> acknowledge(QueueName taken, List<Delivery> requests) {
    List<ReplyMessage> answers =
        requests.stream().map(each -> new ReplyMessage(NO_RESPONSE, each)).toList();
    return Answers.translated(taken, released(taken, answers), held -> null);
  }

  private CompletionStage<Integer> released(QueueName taken, List<ReplyMessage> answers) {
    return release(taken, DeliveryRange.among(taken, answers));
  }

  private CompletableFuture<?> acknowledgeAll(Map<QueueName, List<ReplyMessage>> held) {
    List<CompletableFuture<?>> steps = new ArrayList<>();
    held.forEach((taken, answers) -> steps.add(released(taken, answers).toCompletableFuture()));
    return CompletableFuture.allOf(steps.toArray(CompletableFuture<?>[]::new));
  }

  private static List<DeliveryRange> runs(Map<QueueName, List<ReplyMessage>> held) {
    List<DeliveryRange> runs = new ArrayList<>();
    held.forEach((taken, answers) -> runs.addAll(DeliveryRange.among(taken, answers)));
    return runs;
  }

  private CompletionStage<Integer> put(
      QueueName queue, QueueName taken, ReplyMessage answer, Duration keep) {
    DeliveryRange alone = new DeliveryRange(taken, List.of(answer), false);
    return put(queue, List.of(), List.of(alone), keep);
  }

  private CompletionStage<Integer> put(
      QueueName queue, List<ReplyMessage> others, List<DeliveryRange> runs, Duration keep) {
    List<QueueName> keys = new ArrayList<>(List.of(queue));
    List<byte[]> values = new ArrayList<>();
    values.add(Scripts.millis(keep));
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
        .thenCompose(
            done -> {
              if (!runs.isEmpty()) {
                joint = true;
              }
              return again(done, runs, missed -> put(queue, others, missed, keep));
            });
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
    int there = Answers.count(done.get(0));
    List<DeliveryRange> missed = new ArrayList<>();
    for (byte[] index : done.subList(1, done.size())) {
      missed.addAll(runs.get(Answers.count(index) - 1).split());
    }
    return missed.isEmpty()
        ? CompletableFuture.completedFuture(there)
        : script.apply(missed).thenApply(more -> there + more);
  }
}
