package io.callbox.internal.client.durable;

import io.callbox.internal.wire.EpochMillis;
import io.callbox.internal.wire.OutcomeJson;
import io.callbox.internal.wire.ProgressJson;
import io.callbox.rpc.CallStatus;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.CallRecord;

/** Turns the record of a call into the status for its callers. */
final class StatusReader {

  private StatusReader() {}

  static CallStatus of(String id, MethodDescriptor<?> method, CallRecord record, long nowMillis) {
    byte[] progress = record.progress();
    byte[] error = record.error();
    return new CallStatus(
        id,
        record
            .stateAt(nowMillis)
            .orElseThrow(
                () -> new RpcException(StatusCode.INTERNAL, "a record of state " + record.state())),
        record.attempts(),
        progress == null ? null : ProgressJson.read(progress),
        new CallStatus.Times(
            EpochMillis.instant(record.submitted()),
            EpochMillis.instantIfTold(record.due()),
            EpochMillis.instantIfTold(record.started()),
            EpochMillis.instantIfTold(record.ended())),
        error == null ? null : OutcomeJson.failure(error, method));
  }
}
