package io.callbox.internal.client.durable;

import io.callbox.annotation.Sync;
import io.callbox.internal.client.callback.CallbackExecutor;
import io.callbox.internal.client.push.OpenWaits;
import io.callbox.internal.client.push.Unsent;
import io.callbox.internal.client.request.ClientSettings;
import io.callbox.internal.client.request.RequestFactory;
import io.callbox.internal.concurrent.PushBatcher;
import io.callbox.internal.concurrent.TaskScheduler;
import io.callbox.internal.wire.Durability;
import io.callbox.rpc.CallHandle;
import io.callbox.rpc.DurableOptions;
import io.callbox.rpc.DurablePolicy;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ParamsWriter;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.CallStore;
import io.callbox.transport.QueueName;
import io.callbox.transport.Submission;
import io.callbox.transport.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Submits durable calls, and returns their handles. If the answer to a submission is lost, the
 * client sends it again within the node's timeout: the same id joins itself.
 *
 * <p>Safe for use by many threads. The code that creates it closes it.
 */
public final class DurableClient implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(250);

  /** The maximum delay of a call. The worker bounds the duration of a run. */
  private static final Duration LONGEST =
      Duration.ofMillis(Durability.LONGEST_MILLIS).multipliedBy(10);

  private final ClientSettings settings;
  private final RequestFactory requests;
  private final Outcomes outcomes;
  private final Map<Sync, PushBatcher<QueueName, Submitting>> batchers = new EnumMap<>(Sync.class);
  private final TaskScheduler later;
  private final SecretIds ids = new SecretIds();

  private final OpenWaits waits;
  private final OpenSubmissions open;
  private final Transport transport;

  /**
   * Creates the durable calls of a client.
   *
   * @param results the channel of their results, which nobody else can guess
   * @param callbacks runs the callbacks of their futures
   * @param waits the steps that end with the client
   */
  public DurableClient(
      ClientSettings settings,
      RequestFactory requests,
      QueueName results,
      CallbackExecutor callbacks,
      Transport transport,
      TaskScheduler later,
      OpenWaits waits) {
    this.settings = settings;
    this.transport = transport;
    this.requests = requests;
    CallStore store = transport.calls(settings.namespace());
    this.outcomes = new Outcomes(settings, transport, results, callbacks, later, waits);
    for (Sync sync : Sync.values()) {
      batchers.put(sync, new PushBatcher<>(new SubmissionTarget(store, settings, sync)));
    }
    this.later = later;
    this.waits = waits;
    this.open = new OpenSubmissions(later);
  }

  public <T extends @Nullable Object> CallHandle<T> submit(
      MethodDescriptor<T> method, QueueName queue, ParamsWriter params, DurableOptions options) {
    DurablePolicy policy = method.durable();
    if (policy == null) {
      throw new RpcException(StatusCode.INVALID_ARGUMENT, method + " is not @Durable");
    }
    if (outcomes.isClosed()) {
      throw Unsent.closed(method);
    }
    String wanted = options.id();
    String id = wanted == null ? ids.next() : wanted;
    long due = due(options);
    Sync sync = sync(policy, options);
    Durability durability =
        new Durability(
            policy.keep().toMillis(),
            due,
            timeoutMillis(options.call().timeout()),
            method.idempotent() ? null : said(sync, options),
            wanted == null && due == 0 ? outcomes.doneTo() : null);
    byte[] request = requests.durable(method, params, options.call(), id, durability);
    Submission submission =
        new Submission(id, method.name(), request, due, policy.keep(), options.orFail());
    PushBatcher<QueueName, Submitting> batcher = Objects.requireNonNull(batchers.get(sync));
    FreshCall fresh = options.async() ? outcomes.unanswered(id) : outcomes.fresh(id);
    if (fresh != null && durability.doneTo() != null) {
      fresh.askToBeTold();
    }
    Acceptance call = new Acceptance(method, id, settings.timeout().toMillis());
    Pushes pushes = new Pushes(call, queue, batcher, options.async());
    Submitting submitting = new Submitting(submission, fresh, pushes);
    submitting.until(transport.clock(), settings.timeout(), outcomes::isClosed);
    if (options.async()) {
      open.add(submitting);
      batcher.push(queue, submitting);
    } else {
      batcher.push(queue, submitting);
      call.await(waits.add(submitting.answer()));
    }
    CompletableFuture<Submitting.Answer> answer = submitting.answer(); // not the whole request
    return new DurableHandle<>(
        method,
        queue,
        id,
        outcomes,
        new DurableHandle.Submission(fresh, options.async() ? () -> call.of(answer) : null));
  }

  /** Pushes one submission. */
  private final class Pushes implements Submitting.Owner {

    private final Acceptance call;
    private final QueueName queue;
    private final PushBatcher<QueueName, Submitting> batcher;
    private final boolean isOpen;

    Pushes(
        Acceptance call,
        QueueName queue,
        PushBatcher<QueueName, Submitting> batcher,
        boolean isOpen) {
      this.call = call;
      this.queue = queue;
      this.batcher = batcher;
      this.isOpen = isOpen;
    }

    @Override
    public void pushAgain(Submitting submitting) {
      later.run(PAUSE, () -> batcher.push(queue, submitting));
    }

    @Override
    public void ended(
        Submitting submitting, Submitting.@Nullable Answer answer, @Nullable Throwable failure) {
      if (isOpen) {
        open.remove(submitting);
        RpcException refusal = call.refusal(answer, failure);
        if (refusal != null) {
          submitting.failed(refusal);
        }
      }
    }
  }

  public <T extends @Nullable Object> CallHandle<T> attach(
      MethodDescriptor<T> method, QueueName queue, String id) {
    return new DurableHandle<>(method, queue, DurableOptions.checkedId(id), outcomes, null);
  }

  /** Returns the maximum duration of a run, in milliseconds; 0 for the method's value. */
  private static long timeoutMillis(@Nullable Duration timeout) {
    if (timeout == null) {
      return 0;
    }
    return Math.max(1, bounded(timeout).toMillis());
  }

  private static Duration bounded(Duration asked) {
    return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
  }

  private static Sync sync(DurablePolicy policy, DurableOptions options) {
    Sync wanted = options.sync();
    return wanted == null ? policy.sync() : wanted;
  }

  /**
   * Returns the {@code sync} that a request contains: an explicit choice is written even if it is
   * {@code NONE}; null if the caller chose nothing.
   */
  private static @Nullable Sync said(Sync sync, DurableOptions options) {
    return sync == Sync.NONE ? options.sync() : sync;
  }

  /** Forgets queues without pushes under way. */
  public void forgetIdle() {
    batchers.values().forEach(PushBatcher::forgetIdle);
    outcomes.forgetIdle();
  }

  /**
   * Returns the time at which a call is due. A time after the year 9999 counts as the end of that
   * year, as for workers.
   */
  private long due(DurableOptions options) {
    Instant at = options.at();
    Duration after = options.after();
    if (at != null) {
      return at.isAfter(Durability.LATEST) ? Durability.LATEST.toEpochMilli() : millisOf(at);
    } else if (after == null || after.isZero()) {
      return 0;
    }
    return transport.clock().millis() + bounded(after).toMillis();
  }

  private static long millisOf(Instant at) {
    return at.isBefore(Instant.EPOCH) ? 0 : at.toEpochMilli();
  }

  @Override
  public void close() {
    open.close();
    outcomes.close();
  }
}
