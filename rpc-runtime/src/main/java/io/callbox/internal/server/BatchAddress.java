package io.callbox.internal.server;

import io.callbox.internal.wire.PartialRequest;
import io.callbox.internal.wire.RequestId;
import io.callbox.internal.wire.Slice;
import io.callbox.transport.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * Finds out where a batch is answered: on the first reply list that one of its members names and
 * that a server may push to, else by the first id among them; for as long as the most patient of
 * them waits.
 *
 * <p>Belongs to one thread at a time.
 */
final class BatchAddress {

  private final Namespace namespace;
  private @Nullable RequestId id;
  private @Nullable String replyTo;
  private @Nullable String from;
  private long deadline;

  BatchAddress(Namespace namespace) {
    this.namespace = namespace;
  }

  /** Of a batch that was not read, or could not be. */
  static ResponseSink.Address of(Slice batch, Namespace namespace) {
    BatchAddress address = new BatchAddress(namespace);
    for (PartialRequest member : PartialRequest.ofBatch(batch)) {
      address.add(ResponseSink.Address.of(member));
    }
    return address.get();
  }

  /** Looks at the next member. */
  void add(ResponseSink.Address member) {
    if (id == null) {
      id = member.id();
    }
    if (replyTo == null && namesReplyList(member)) {
      replyTo = member.replyTo();
      from = member.from();
    }
    deadline = Math.max(deadline, member.deadline());
  }

  private boolean namesReplyList(ResponseSink.Address member) {
    return member.replyTo() != null
        && namespace.replyTo(member.replyTo(), member.from()).isPresent();
  }

  /** Where the batch is answered, as far as its members were looked at. */
  ResponseSink.Address get() {
    return new ResponseSink.Address(id, replyTo, from, deadline);
  }
}
