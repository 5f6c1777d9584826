package io.callbox.internal.server.reply;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.internal.wire.EnvelopeWriter;
import io.callbox.internal.wire.ReplyAddress;
import io.callbox.internal.wire.Request;
import io.callbox.internal.wire.RequestId;
import io.callbox.internal.wire.Slice;
import io.callbox.transport.Namespace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects the responses of a batch, and answers once with all of them when the last one comes. A
 * batch of notifications has no answer. A response that would make the answer too large is replaced
 * by an error as it comes, so the memory is bounded too.
 */
public final class BatchResponse {

  private final Slice batch;
  private final Namespace namespace;
  private final int maxBytes;
  private final BatchAddress address;
  private final ResponseSink outer;
  private final byte[] @Nullable [] responses;
  private final ReplyAddress[] addresses;

  @GuardedBy("responses")
  private int missing;

  @GuardedBy("responses")
  private int bytes;

  public BatchResponse(
      Slice batch, int size, Namespace namespace, int maxBytes, ResponseSink outer) {
    this.batch = batch;
    this.namespace = namespace;
    this.maxBytes = maxBytes;
    this.address = new BatchAddress(namespace);
    this.outer = outer;
    this.responses = new byte[size][];
    this.addresses = new ReplyAddress[size];
    this.missing = size;
  }

  /** Returns the sink for the response of one member. */
  public ResponseSink member(int index) {
    return new ResponseSink() {
      @Override
      public void answer(ReplyAddress address, byte @Nullable [] response, Runnable sent) {
        BatchResponse.this.answer(index, address, response);
        sent.run();
      }

      @Override
      public boolean takesMore() {
        return false;
      }

      @Override
      public ReplyAddress addressOf(Request head) {
        return BatchAddress.of(batch, namespace);
      }
    };
  }

  /** Adds a response. The lock guards the responses: threads that complete members race. */
  private void answer(int index, ReplyAddress address, byte @Nullable [] response) {
    synchronized (responses) {
      responses[index] = response == null ? null : fitting(address, response);
      addresses[index] = address;
      missing--;
      if (missing > 0) {
        return;
      }
    }
    answerAll();
  }

  @GuardedBy("responses")
  private byte[] fitting(ReplyAddress address, byte[] response) {
    if (bytes + response.length <= maxBytes) {
      bytes += response.length;
      return response;
    }
    RequestId id = address.id() == null ? RequestId.NULL : address.id();
    return Failures.written(id, Failures.batchTooLarge(maxBytes));
  }

  private void answerAll() {
    List<byte[]> answered = new ArrayList<>();
    for (int index = 0; index < addresses.length; index++) {
      address.add(addresses[index]);
      byte[] response = responses[index];
      if (response != null) {
        answered.add(response);
      }
    }
    byte[] joined = answered.isEmpty() ? null : EnvelopeWriter.batch(answered);
    outer.answer(address.get(), joined);
  }
}
