package io.callbox.internal.server.reply;

import io.callbox.internal.wire.PartialRequest;
import io.callbox.internal.wire.ReplyAddress;
import io.callbox.internal.wire.RequestId;
import io.callbox.internal.wire.Slice;
import io.callbox.transport.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * Finds the address of a batch's response: the first reply list of a member to which a server may
 * push, else the list of the first id. Its deadline is the latest deadline of the members.
 *
 * <p>Belongs to one thread at a time.
 */
public final class BatchAddress {

  private final Namespace namespace;
  private @Nullable RequestId id;
  private @Nullable String replyTo;
  private @Nullable String from;
  private long deadline;

  BatchAddress(Namespace namespace) {
    this.namespace = namespace;
  }

  /** Returns the address of a batch that was not or cannot be read. */
  public static ResponseSink.Address of(Slice batch, Namespace namespace) {
    BatchAddress address = new BatchAddress(namespace);
    for (PartialRequest member : PartialRequest.ofBatch(batch)) {
      address.add(ResponseSink.Address.of(member));
    }
    return address.get();
  }

  /** Adds the next member. */
  void add(ReplyAddress member) {
    if (id == null) {
      id = member.id();
    }
    if (replyTo == null && namesReplyList(member)) {
      replyTo = member.replyTo();
      from = member.from();
    }
    deadline = Math.max(deadline, member.deadline());
  }

  private boolean namesReplyList(ReplyAddress member) {
    return member.replyTo() != null && namespace.mayAnswerOn(member.replyTo(), member.from());
  }

  /** Returns the address, from the members so far. */
  ResponseSink.Address get() {
    return new ResponseSink.Address(id, replyTo, from, deadline);
  }
}
