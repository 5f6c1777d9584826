package io.callbox.internal.client;

import io.callbox.internal.concurrent.PushBatcher;
import io.callbox.transport.CallRecord;
import io.callbox.transport.CallStore;
import io.callbox.transport.PushResult;
import io.callbox.transport.QueueName;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Reads records of one queue together.
 *
 * @param store the store of the records
 */
record ReadingTarget(CallStore store) implements PushBatcher.Target<QueueName, Reading> {

  @Override
  public CompletionStage<PushResult> push(QueueName queue, List<Reading> readings) {
    return read(queue, readings)
        .thenApply(
            records -> {
              for (int index = 0; index < readings.size(); index++) {
                readings.get(index).answered(records.get(index));
              }
              return PushResult.ALL;
            });
  }

  private CompletionStage<List<@Nullable CallRecord>> read(
      QueueName queue, List<Reading> readings) {
    List<String> ids = readings.stream().map(each -> each.id).toList();
    boolean some = readings.stream().anyMatch(each -> each.outcomeOnly);
    boolean all = readings.stream().allMatch(each -> each.outcomeOnly && !each.withMethod);
    return all ? store.outcomes(queue, ids) : store.read(queue, ids, some);
  }
}
