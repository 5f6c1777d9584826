package io.callbox.durable;

import io.callbox.internal.concurrent.BrokerRequests;
import io.callbox.rpc.CallStatus.State;
import io.callbox.rpc.DurableOptions;
import io.callbox.rpc.RpcException;
import io.callbox.transport.BrokerClock;
import io.callbox.transport.CallRecord;
import io.callbox.transport.CallStore;
import io.callbox.transport.Namespace;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The durable calls of one service, whoever submitted them: the newest 10,000 that are still kept.
 *
 * <p>Each method asks the broker, and waits ten seconds at most for each of its answers; it throws
 * {@link RpcException} {@code UNAVAILABLE} if there is none, {@code PERMISSION_DENIED} if the user
 * of Redis may not. Safe for use by many threads.
 *
 * <pre>{@code
 * for (SubmittedCall call : node.submittedCalls("Reports").list(each -> true, 100)) {
 *   System.out.println(call.id() + " is " + call.state());
 * }
 * }</pre>
 */
public final class SubmittedCalls {

  private static final Duration BOUND = Duration.ofSeconds(10);
  private static final int IDS = 1_000;
  private static final int RECORDS = 100;

  private final CallStore store;
  private final QueueName queue;
  private final BrokerClock clock;

  /** Those of a service. */
  public SubmittedCalls(Transport transport, Namespace namespace, String service) {
    this.store = transport.calls(namespace);
    this.queue = namespace.service(service);
    this.clock = transport.clock();
  }

  /**
   * Those that a filter lets through, the newest first, without their results.
   *
   * @param most how many at most
   */
  public List<SubmittedCall> list(Predicate<SubmittedCall> filter, int most) {
    List<String> ids = ids();
    List<SubmittedCall> found = new ArrayList<>();
    for (int from = 0; from < ids.size() && found.size() < most; from += RECORDS) {
      List<String> page = ids.subList(from, Math.min(from + RECORDS, ids.size()));
      read(page, false).stream().filter(filter).forEach(found::add);
    }
    return List.copyOf(found.subList(0, Math.min(most, found.size())));
  }

  private List<String> ids() {
    List<String> ids = new ArrayList<>();
    List<String> page = answer(() -> store.list(queue, 0, IDS));
    while (!page.isEmpty() && ids.size() < CallStore.MOST_LISTED) {
      ids.addAll(page);
      int from = ids.size();
      page = answer(() -> store.list(queue, from, IDS));
    }
    Collections.reverse(ids);
    return ids;
  }

  /** The one of this id, with its result; empty if none is known. */
  public Optional<SubmittedCall> find(String id) {
    return read(List.of(DurableOptions.checkedId(id)), true).stream().findFirst();
  }

  private List<SubmittedCall> read(List<String> ids, boolean withResults) {
    List<@Nullable CallRecord> records = answer(() -> store.read(queue, ids, withResults));
    List<SubmittedCall> calls = new ArrayList<>();
    for (int at = 0; at < ids.size(); at++) {
      CallRecord record = records.get(at);
      if (record != null) {
        SubmittedCall.of(ids.get(at), record, clock.millis()).ifPresent(calls::add);
      }
    }
    return calls;
  }

  /**
   * Cancels a call that has not ended: one that has not begun never runs, one that runs is
   * interrupted.
   *
   * @return the state that it is in then; empty if it is not known
   */
  public Optional<State> cancel(String id) {
    String state = answer(() -> store.cancel(queue, DurableOptions.checkedId(id)));
    return state == null ? Optional.empty() : Optional.of(State.valueOf(state));
  }

  private <T extends @Nullable Object> T answer(Supplier<CompletionStage<T>> question) {
    return BrokerRequests.await(question, BOUND, "no word of the durable calls of " + queue);
  }
}
