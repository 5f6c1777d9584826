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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The durable calls of one service from all submitters: the newest 10,000 whose records still
 * exist.
 *
 * <p>Each method asks the broker, and waits at most ten seconds for each answer. It throws {@link
 * RpcException} {@code UNAVAILABLE} if there is no answer, and {@code PERMISSION_DENIED} if the
 * Redis user lacks a right. Safe for use by many threads.
 *
 * <pre>{@code
 * for (SubmittedCall call : node.submittedCalls("Reports").list(each -> true, 100)) {
 *   System.out.println(call.id() + " is " + call.state());
 * }
 * }</pre>
 */
public final class SubmittedCalls {

  private static final Duration BOUND = Duration.ofSeconds(10);
  private static final int RECORDS = 100;

  private final CallStore store;
  private final QueueName queue;
  private final BrokerClock clock;

  /** The durable calls of a service. */
  public SubmittedCalls(Transport transport, Namespace namespace, String service) {
    this(transport.calls(namespace), namespace.service(service), transport.clock());
  }

  /** The calls of the service that has this queue, in this store. */
  public SubmittedCalls(CallStore store, QueueName queue, BrokerClock clock) {
    this.store = store;
    this.queue = queue;
    this.clock = clock;
  }

  /**
   * Lists the calls that a filter accepts, the newest first, without their results.
   *
   * @param most the maximum number
   */
  public List<SubmittedCall> list(Predicate<SubmittedCall> filter, int most) {
    return list(filter, most, CallStore.MOST_LISTED);
  }

  /**
   * Lists calls in the same way, and looks only at the newest.
   *
   * @param looked the maximum number of calls to look at; rounded up to hundreds
   */
  public List<SubmittedCall> list(Predicate<SubmittedCall> filter, int most, int looked) {
    List<SubmittedCall> found = new ArrayList<>();
    Set<String> seen = new HashSet<>(); // calls that come in the meantime move the others back
    boolean more = true;
    for (int from = 0; more && from < looked && found.size() < most; from += RECORDS) {
      List<String> page = ids(from, RECORDS);
      read(page.stream().filter(seen::add).toList(), false).stream()
          .filter(filter)
          .forEach(found::add);
      more = page.size() == RECORDS;
    }
    return List.copyOf(found.subList(0, Math.min(most, found.size())));
  }

  /**
   * Returns the number of calls that may be known, which is the number of ids that {@link #ids} can
   * return.
   */
  public int count() {
    return answer(() -> store.count(queue));
  }

  /**
   * Returns ids of calls that may be known, the newest first. If calls are submitted between two
   * requests for ids, the second may return some ids again.
   *
   * @param from the number of the newest calls to skip
   * @param most the maximum number
   * @return none if there are no more
   */
  public List<String> ids(int from, int most) {
    return answer(() -> store.newest(queue, from, most));
  }

  /**
   * Reads the calls with these ids, without their results. Leaves unknown calls out.
   *
   * @throws IllegalArgumentException if one is no id: see {@link DurableOptions#checkedId}
   */
  public List<SubmittedCall> list(List<String> ids) {
    ids.forEach(DurableOptions::checkedId);
    List<SubmittedCall> found = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += RECORDS) {
      found.addAll(read(ids.subList(from, Math.min(from + RECORDS, ids.size())), false));
    }
    return List.copyOf(found);
  }

  /** Returns the call with this id, with its result; empty if it is unknown. */
  public Optional<SubmittedCall> find(String id) {
    return read(List.of(DurableOptions.checkedId(id)), true).stream().findFirst();
  }

  private List<SubmittedCall> read(List<String> ids, boolean withResults) {
    if (ids.isEmpty()) {
      return List.of();
    }
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
   * Cancels a call that has not ended: a call that has not begun never runs, and a running call is
   * interrupted.
   *
   * @return its state afterwards; empty if the call is unknown
   * @throws IllegalArgumentException if it is no id: see {@link DurableOptions#checkedId}
   */
  public Optional<State> cancel(String id) {
    DurableOptions.checkedId(id);
    String state = answer(() -> store.cancel(queue, id));
    return state == null ? Optional.empty() : Optional.of(State.valueOf(state));
  }

  private <T extends @Nullable Object> T answer(Supplier<CompletionStage<T>> question) {
    return BrokerRequests.await(question, BOUND, "no word of the durable calls of " + queue);
  }
}
