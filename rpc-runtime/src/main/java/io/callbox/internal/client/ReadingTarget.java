package io.callbox.internal.client;

import io.callbox.internal.concurrent.PushBatcher;
import io.callbox.transport.CallStore;
import io.callbox.transport.PushResult;
import io.callbox.transport.QueueName;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Reads records of one queue together.
 *
 * @param store where they are
 */
record ReadingTarget(CallStore store) implements PushBatcher.Target<QueueName, Reading> {

  @Override
  public CompletionStage<PushResult> push(QueueName queue, List<Reading> readings) {
    List<String> ids = readings.stream().map(each -> each.id).toList();
    boolean withResult = readings.stream().anyMatch(each -> each.withResult);
    return store
        .read(queue, ids, withResult)
        .thenApply(
            records -> {
              for (int index = 0; index < readings.size(); index++) {
                readings.get(index).answered(records.get(index));
              }
              return PushResult.ALL;
            });
  }
}
