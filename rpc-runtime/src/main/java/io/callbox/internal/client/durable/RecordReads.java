package io.callbox.internal.client.durable;

import io.callbox.internal.concurrent.PushBatcher;
import io.callbox.transport.CallRecord;
import io.callbox.transport.CallStore;
import io.callbox.transport.PushResult;
import io.callbox.transport.QueueName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Reads records of durable calls. Reads of one queue that gather while another read is under way
 * are one command. Safe for use by many threads.
 */
final class RecordReads {

  private final CallStore store;
  private final PushBatcher<QueueName, Reading> batcher = new PushBatcher<>(this::read);

  /** Creates it without reads. */
  RecordReads(CallStore store) {
    this.store = store;
  }

  /** Returns the current record of a call, in the future; null if there is none. */
  CompletableFuture<@Nullable CallRecord> whole(QueueName queue, String id) {
    Reading reading = new Reading(id, false, true);
    batcher.push(queue, reading);
    return reading.end;
  }

  /** Reads the outcome for a wait, which ends if there is one. */
  void look(OutcomeWait ending) {
    batcher.push(ending.queue(), Reading.of(ending));
  }

  /** Does the same for several waits. */
  void look(List<OutcomeWait> endings) {
    Map<QueueName, List<Reading>> byQueue = new HashMap<>();
    endings.forEach(
        each ->
            byQueue
                .computeIfAbsent(each.queue(), absent -> new ArrayList<>())
                .add(Reading.of(each)));
    byQueue.forEach(batcher::pushAll);
  }

  /** Forgets queues without reads under way. */
  void forgetIdle() {
    batcher.forgetIdle();
  }

  private CompletionStage<PushResult> read(QueueName queue, List<Reading> readings) {
    return records(queue, readings)
        .thenApply(
            records -> {
              for (int index = 0; index < readings.size(); index++) {
                readings.get(index).answered(records.get(index));
              }
              return PushResult.ALL;
            });
  }

  private CompletionStage<List<@Nullable CallRecord>> records(
      QueueName queue, List<Reading> readings) {
    List<String> ids = readings.stream().map(each -> each.id).toList();
    boolean some = readings.stream().anyMatch(each -> each.outcomeOnly);
    boolean all = readings.stream().allMatch(each -> each.outcomeOnly && !each.withMethod);
    return all ? store.outcomes(queue, ids) : store.read(queue, ids, some);
  }
}
