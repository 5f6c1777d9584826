package io.callbox.server;

import io.callbox.wire.EnvelopeWriter;
import io.callbox.wire.RequestId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects the responses of a batch, and answers once with all of them when the last is there. A
 * batch of notifications has no answer. Responses that would make it larger than a message may be
 * are replaced by errors, as they come: so what is held is bounded, too.
 */
final class BatchAnswers {

  private final int maxBytes;
  private final Answers outer;
  private final byte[] @Nullable [] responses;
  private final Answers.Address[] addresses;
  private int missing;
  private int bytes;

  BatchAnswers(int size, int maxBytes, Answers outer) {
    this.maxBytes = maxBytes;
    this.outer = outer;
    this.responses = new byte[size][];
    this.addresses = new Answers.Address[size];
    this.missing = size;
  }

  /** Where the response of one request of the batch goes. */
  Answers member(int index) {
    return (address, response) -> answer(index, address, response);
  }

  /** Guards the responses: members may complete on different threads. */
  private void answer(int index, Answers.Address address, byte @Nullable [] response) {
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

  private byte[] fitting(Answers.Address address, byte[] response) {
    if (bytes + response.length <= maxBytes) {
      bytes += response.length;
      return response;
    }
    RequestId id = address.id() == null ? RequestId.NULL : address.id();
    return Failures.written(id, Failures.batchTooLarge(maxBytes));
  }

  private void answerAll() {
    List<byte[]> answered = new ArrayList<>();
    RequestId id = null;
    String replyTo = null;
    String from = null;
    long deadline = 0;
    for (int index = 0; index < addresses.length; index++) {
      byte[] response = responses[index];
      Answers.Address address = addresses[index];
      if (replyTo == null && address.replyTo() != null) {
        replyTo = address.replyTo();
        from = address.from();
      }
      deadline = Math.max(deadline, address.deadline());
      if (response != null) {
        answered.add(response);
        id = id == null || id.equals(RequestId.NULL) ? address.id() : id;
      }
    }
    byte[] joined = answered.isEmpty() ? null : EnvelopeWriter.batch(answered);
    outer.answer(new Answers.Address(id, replyTo, from, deadline), joined);
  }
}
