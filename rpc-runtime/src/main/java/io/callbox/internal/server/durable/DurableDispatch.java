package io.callbox.internal.server.durable;

import io.callbox.internal.server.dispatch.CallRunner;
import io.callbox.internal.server.dispatch.DurableRequestSink;
import io.callbox.internal.server.dispatch.Refusals;
import io.callbox.internal.server.reply.Failures;
import io.callbox.internal.server.reply.ResponseSink;
import io.callbox.internal.server.service.ServiceTable;
import io.callbox.internal.server.stats.ServerStats;
import io.callbox.internal.wire.ErrorBody;
import io.callbox.internal.wire.Request;
import io.callbox.internal.wire.RequestReader;
import io.callbox.internal.wire.ScannedRequest;
import io.callbox.internal.wire.Slice;
import io.callbox.log.MessageLog;
import io.callbox.rpc.Invocation;
import io.callbox.transport.Delivery;
import io.callbox.transport.QueueName;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the method of a durable request, and runs it if its record allows it. Safe for use by many
 * threads.
 */
public final class DurableDispatch implements DurableRequestSink {

  private static final Logger LOG = LoggerFactory.getLogger(DurableDispatch.class);
  private static final MessageLog UNREAD =
      MessageLog.of(LOG, "{}: the arguments could not be read");

  private final ServiceTable services;
  private final ServerStats stats;
  private final CallRunner runner;
  private final DurableRequests durables;
  private final Refusals refusals;

  public DurableDispatch(
      ServiceTable services,
      ServerStats stats,
      CallRunner runner,
      DurableRequests durables,
      Refusals refusals) {
    this.services = services;
    this.stats = stats;
    this.runner = runner;
    this.durables = durables;
    this.refusals = refusals;
  }

  @Override
  public void dispatch(RequestReader reader, Slice message, QueueName queue, ResponseSink answers) {
    String method = reader.head().method();
    ServiceTable.Entry entry = services.known(method, queue);
    Invocation invocation = entry == null ? null : invocation(entry, reader);
    Request head = reader.head();
    if (entry == null || invocation == null || !head.method().equals(method)) {
      dispatch(message, queue, answers);
      return;
    }
    dispatch(new Asked(message, head, queue), answers, invocation);
  }

  @Override
  public boolean dispatchScanned(ScannedRequest request, QueueName queue, ResponseSink answers) {
    ServiceTable.Entry entry = services.known(request.head().method(), queue);
    Invocation invocation = entry == null ? null : entry.invocation(request);
    if (invocation == null) {
      return false;
    }
    dispatch(new Asked(request.message(), request.head(), queue), answers, invocation);
    return true;
  }

  private static @Nullable Invocation invocation(ServiceTable.Entry entry, RequestReader reader) {
    try {
      Invocation invocation = entry.reader().read(reader.params());
      reader.readTail();
      return invocation;
    } catch (IOException
        | RuntimeException
        | Error again) { // the next reading fails again, and answers
      return null;
    }
  }

  @Override
  public void dispatch(Slice message, QueueName queue, ResponseSink answers) {
    Request head;
    try {
      head = RequestReader.headOf(message);
    } catch (IOException unreadable) {
      refusals.unreadable(message, answers, unreadable);
      return;
    }
    dispatch(new Asked(message, head, queue), answers, this::readAndRun);
  }

  /** A request, all its members except its parameters, and the queue from which it was taken. */
  private record Asked(Slice message, Request head, QueueName queue) {}

  private void dispatch(Asked request, ResponseSink answers, Invocation invocation) {
    dispatch(
        request,
        answers,
        (same, until, run, sink) -> runner.run(job(same, until, run, sink), invocation));
  }

  private void dispatch(Asked request, ResponseSink answers, DurableRequests.Runner whenBegun) {
    Request head = request.head;
    ErrorBody malformed = malformed(head, request.queue, answers);
    Delivery delivery = answers.delivery();
    if (malformed != null || delivery == null) {
      refusals.ifCall(request.message, answers, Objects.requireNonNull(malformed));
      return;
    }
    ServiceTable.Entry entry = services.known(head.method(), request.queue);
    if (entry == null) {
      stats.unknownMethod();
      ErrorBody unknown = Failures.refused(services.unknown(head.method(), request.queue));
      durables.refuse(delivery, head, unknown, answers);
      return;
    }
    ErrorBody undurable = DurableChecks.undurable(entry);
    if (undurable == null) {
      durables.serve(request.message, head, entry, answers, whenBegun);
    } else {
      durables.refuse(delivery, head, undurable, answers);
    }
  }

  /**
   * Returns the problem of a request; null if there is none. A request from another shard has a
   * problem, because no node would find its record or look at its schedule there.
   */
  private @Nullable ErrorBody malformed(Request head, QueueName queue, ResponseSink answers) {
    return services.isOtherShard(queue)
        ? DurableChecks.invalid("a durable request goes to its service's own queue")
        : DurableChecks.malformed(head, answers);
  }

  private void readAndRun(Slice message, Request head, DurableRun run, ResponseSink answers) {
    ServiceTable.Entry entry = run.entry();
    CallRunner.Job job = job(message, head, run, answers);
    try (RequestReader reader = new RequestReader(message)) {
      reader.readHead();
      Invocation invocation = entry.reader().read(reader.params());
      runner.run(job, invocation);
    } catch (IOException | RuntimeException misfit) {
      runner.refuse(job, Failures.misfit(entry.method(), misfit));
    } catch (Error broken) {
      UNREAD.error(broken, entry.method());
      runner.refuse(job, Failures.unread(entry.method(), broken));
    }
  }

  private static CallRunner.Job job(
      Slice message, Request head, DurableRun run, ResponseSink answers) {
    return new CallRunner.Job(message, head, run.entry(), run.queue(), answers).asRunOf(run);
  }
}
