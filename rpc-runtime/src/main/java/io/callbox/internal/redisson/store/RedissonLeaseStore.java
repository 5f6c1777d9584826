package io.callbox.internal.redisson.store;

import io.callbox.internal.redisson.failure.Slots;
import io.callbox.internal.redisson.queue.QueueReturns;
import io.callbox.internal.redisson.script.Answers;
import io.callbox.internal.redisson.script.KeptTimes;
import io.callbox.internal.redisson.script.LuaScript;
import io.callbox.internal.redisson.script.Scripts;
import io.callbox.internal.redisson.script.StepNumbers;
import io.callbox.transport.Delivery;
import io.callbox.transport.LeaseStore;
import io.callbox.transport.Portion;
import io.callbox.transport.QueueName;
import io.callbox.transport.Worker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Leases as sorted sets of Redis, one for each queue. */
public final class RedissonLeaseStore implements LeaseStore {

  private final Scripts scripts;
  private final Slots slots;
  private final QueueReturns returns;
  private final StepNumbers letters = new StepNumbers();

  public RedissonLeaseStore(Scripts scripts, Slots slots) {
    this.scripts = scripts;
    this.slots = slots;
    this.returns = new QueueReturns(scripts);
  }

  /** Returns each queue by itself, because a queue may move to another master. */
  @Override
  public List<List<QueueName>> parts(List<QueueName> queues) {
    return slots.areApart()
        ? queues.stream().map(List::of).toList()
        : LeaseStore.super.parts(queues);
  }

  @Override
  public CompletionStage<List<Ended>> renew(List<QueueName> queues, Worker worker, Duration lease) {
    return slots.forEach(queues, slot -> renewSlot(slot, worker, lease));
  }

  private CompletionStage<List<Ended>> renewSlot(
      List<QueueName> queues, Worker worker, Duration lease) {
    return Answers.translated(
        queues.get(0),
        scripts.list(
            LuaScript.RENEW,
            keys(queues, queue -> List.of(queue.providers(), queue.taken(worker), queue)),
            Scripts.text(worker.name()),
            Scripts.millis(lease),
            KeptTimes.ofDeadWorkers()),
        pairs -> ended(queues, pairs));
  }

  private static List<Ended> ended(List<QueueName> queues, List<byte[]> pairs) {
    List<Ended> ended = new ArrayList<>();
    for (int at = 0; at < pairs.size(); at += 2) {
      QueueName queue = queues.get(Answers.count(pairs.get(at)) - 1);
      ended.add(new Ended(queue, worker(pairs.get(at + 1))));
    }
    return ended;
  }

  @Override
  public CompletionStage<@Nullable Void> release(List<QueueName> queues, Worker worker) {
    return slots
        .forEach(
            queues,
            slot ->
                Answers.translated(
                    slot.get(0),
                    scripts.number(
                        LuaScript.RELEASE,
                        keys(slot, queue -> List.of(queue.providers(), queue.taken(worker))),
                        Scripts.text(worker.name())),
                    done -> List.of()))
        .thenApply(done -> null);
  }

  @Override
  public CompletionStage<List<Ended>> ended(QueueName queue) {
    return Answers.translated(
        queue,
        scripts.list(LuaScript.ENDED, List.of(queue.providers())),
        names -> names.stream().map(name -> new Ended(queue, worker(name))).toList());
  }

  @Override
  public CompletionStage<List<Delivery>> takeOver(Ended ended, Worker heir) {
    QueueName queue = ended.queue();
    return Answers.translated(
        queue,
        scripts.list(
            LuaScript.TAKE_OVER,
            List.of(queue.providers(), queue.taken(ended.worker()), queue.taken(heir)),
            Scripts.text(ended.worker().name()),
            Scripts.text(heir.name()),
            Scripts.text(Portion.MESSAGES),
            Scripts.text(Portion.BYTES),
            KeptTimes.ofDeadWorkers()),
        messages -> deliveries(queue, messages, queue.taken(heir)));
  }

  @Override
  public CompletionStage<Boolean> requeue(Delivery request, int maxDeliveries, long number) {
    QueueName taken = request.taken();
    return taken == null
        ? CompletableFuture.failedFuture(new IllegalArgumentException("nobody holds it"))
        : Answers.translated(
            request.queue(),
            returns.putAgain(request, taken, maxDeliveries, number),
            putBack -> putBack == 1);
  }

  @Override
  public CompletionStage<@Nullable Void> forgetRequeues(Delivery request) {
    QueueName taken = request.taken();
    return taken == null
        ? CompletableFuture.failedFuture(new IllegalArgumentException("nobody holds it"))
        : Answers.translated(request.queue(), returns.forget(request, taken), done -> null);
  }

  @Override
  public long nextReturn(QueueName queue) {
    return returns.next(queue);
  }

  @Override
  public CompletionStage<@Nullable Void> returnToQueue(Delivery request, long number) {
    return request.taken() == null
        ? CompletableFuture.failedFuture(new IllegalArgumentException("nobody holds it"))
        : Answers.translated(request.queue(), returns.put(request, number), done -> null);
  }

  @Override
  public CompletionStage<List<Delivery>> split(Delivery batch, List<byte[]> members) {
    QueueName queue = batch.queue();
    QueueName taken = batch.taken();
    if (taken == null) {
      return CompletableFuture.failedFuture(new IllegalArgumentException("nobody holds it"));
    }
    List<byte[]> values = new ArrayList<>(List.of(batch.message()));
    values.addAll(members);
    return Answers.translated(
        queue,
        scripts.number(LuaScript.SPLIT, List.of(taken), values.toArray()),
        done -> done == 1 ? deliveries(queue, members, taken) : List.of());
  }

  @Override
  public CompletionStage<List<Delivery>> held(QueueName queue, Worker worker, int from, int most) {
    return Answers.translated(
        queue,
        scripts.list(
            LuaScript.HELD,
            List.of(queue.taken(worker)),
            Scripts.text(from),
            Scripts.text(Math.min(most, Portion.MESSAGES)),
            Scripts.text(Portion.BYTES)),
        messages -> deliveries(queue, messages, queue.taken(worker)));
  }

  @Override
  public CompletionStage<@Nullable Void> abandon(QueueName queue, List<Worker> workers) {
    List<QueueName> keys = new ArrayList<>(List.of(queue, queue.providers()));
    List<Object> values = new ArrayList<>(List.of(KeptTimes.ofDeadWorkers()));
    for (Worker worker : workers) {
      keys.add(queue.taken(worker));
      values.add(Scripts.text(worker.name()));
    }
    return Answers.translated(
        queue, scripts.number(LuaScript.ABANDON, keys, values.toArray()), done -> null);
  }

  @Override
  public long nextDeadLetter(QueueName queue, Worker worker) {
    return letters.next(queue.deadBy(worker));
  }

  @Override
  public CompletionStage<@Nullable Void> deadLetter(
      QueueName queue, Worker worker, long number, byte[] deadLetter) {
    byte[][] step = StepNumbers.values(number);
    return Answers.translated(
        queue,
        scripts.number(
            LuaScript.DEAD_LETTER,
            List.of(queue.dead(), queue.deadBy(worker)),
            deadLetter,
            KeptTimes.ofDeadWorkers(),
            step[0],
            step[1],
            step[2]),
        done -> null);
  }

  @Override
  public CompletionStage<Boolean> claim(
      QueueName queue, String request, String claimant, Duration window) {
    return Answers.translated(
        queue,
        scripts.number(
            LuaScript.CLAIM_REQUEST,
            List.of(queue.ran(request)),
            Scripts.text(claimant),
            Scripts.millis(window)),
        claimed -> claimed == 1);
  }

  @Override
  public CompletionStage<List<Worker>> providers(QueueName queue) {
    return Answers.translated(
        queue,
        scripts.list(LuaScript.PROVIDERS, List.of(queue.providers())),
        names -> names.stream().map(RedissonLeaseStore::worker).toList());
  }

  @Override
  public CompletionStage<Duration> left(QueueName queue) {
    return Answers.translated(
        queue, scripts.number(LuaScript.LEFT, List.of(queue.providers())), Duration::ofMillis);
  }

  private static Worker worker(byte[] name) {
    return Worker.named(Answers.text(name));
  }

  private static List<Delivery> deliveries(
      QueueName queue, List<byte[]> messages, QueueName taken) {
    return messages.stream().map(message -> new Delivery(queue, message, taken)).toList();
  }

  private static List<QueueName> keys(
      List<QueueName> queues, Function<QueueName, List<QueueName>> ofEach) {
    return queues.stream().flatMap(queue -> ofEach.apply(queue).stream()).toList();
  }
}
