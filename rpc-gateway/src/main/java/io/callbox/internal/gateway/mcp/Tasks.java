package io.callbox.internal.gateway.mcp;

import io.callbox.durable.SubmittedCall;
import io.callbox.gateway.access.Caller;
import io.callbox.internal.gateway.calls.DurableName;
import io.callbox.internal.gateway.calls.LiveMethod;
import io.callbox.internal.gateway.calls.OwnCalls;
import io.callbox.rpc.CallHandle;
import io.callbox.rpc.CallStatus.State;
import io.callbox.rpc.CallStatus.Times;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The protocol's tasks: durable calls that tools have submitted. The whole state of a task is its
 * record in Redis, so any instance of a gateway answers for it. Only its submitter sees it.
 * Failures are {@link RpcException}s. Safe for use by many threads.
 */
final class Tasks {

  private static final Logger LOG = LoggerFactory.getLogger(Tasks.class);

  /** The member of {@code _meta} that names the task of a result. */
  private static final String RELATED = "io.modelcontextprotocol/related-task";

  private final OwnCalls calls;
  private final ToolCall tools;
  private final Duration longest;

  /**
   * Creates tasks of these calls.
   *
   * @param longest the maximum time that a client waits for a result in one request
   */
  Tasks(OwnCalls calls, ToolCall tools, Duration longest) {
    this.calls = calls;
    this.tools = tools;
    this.longest = longest;
  }

  /** A task that is known. */
  record Known(DurableName name, SubmittedCall call, LiveMethod method) {

    Map<String, Object> view() {
      return TaskView.of(name, call, method);
    }

    /** Returns the member of {@code _meta} by which a message names this task. */
    Map<String, Object> related() {
      return Map.of(RELATED, Map.of("taskId", name.toString()));
    }
  }

  /**
   * Submits a call by this id, and returns its task. Once Redis has the call, this does not fail,
   * because the client must learn of the task.
   */
  Mono<Map<String, Object>> create(
      LiveMethod method, String id, McpTransportContext context, CallToolRequest request) {
    if (method.descriptor().durable() == null) {
      throw new RpcException(
          StatusCode.UNIMPLEMENTED, request.name() + " cannot be a task: call it without 'task'");
    }
    Caller caller = (Caller) context.get(ToolCall.CALLER);
    return tools
        .submit(method, context, request, id)
        .publishOn(Schedulers.boundedElastic())
        .map(handle -> new DurableName(method.descriptor().service(), handle.id()))
        .map(name -> Map.of("task", TaskView.created(name, times(caller, name))));
  }

  /**
   * Returns the times in the record, which may be those of an earlier request; the current time if
   * the record cannot be read.
   */
  private Times times(Caller caller, DurableName name) {
    Times now = new Times(Instant.now().truncatedTo(ChronoUnit.MILLIS), null, null, null);
    try {
      return calls.find(caller, name).map(SubmittedCall::times).orElse(now);
    } catch (RpcException unread) {
      LOG.debug("the record of a task that has just been created is not read", unread);
      return now;
    }
  }

  /** Returns the state of a task. */
  Mono<Map<String, Object>> get(Caller caller, @Nullable Object id) {
    return known(caller, id).map(Known::view);
  }

  /** Returns the result of a task, once it has ended. */
  Mono<CallToolResult> result(Caller caller, @Nullable Object id, McpTransportContext context) {
    return known(caller, id).flatMap(known -> result(caller, known, context));
  }

  private Mono<CallToolResult> result(Caller caller, Known known, McpTransportContext context) {
    CallHandle<String> handle = calls.handle(caller, known.name, known.method);
    if (context.get(ToolCall.PROGRESS) instanceof CallProgress progress) {
      progress.follow(handle);
    }
    return tools
        .outcome(known.method, handle, known.related())
        .timeout(longest)
        .onErrorMap(
            TimeoutException.class,
            late ->
                new RpcException(
                    StatusCode.DEADLINE_EXCEEDED, "the task goes on: ask for its result again"));
  }

  /** Cancels a task, and returns its state afterwards. */
  Mono<Map<String, Object>> cancel(Caller caller, @Nullable Object id) {
    return known(caller, id)
        .publishOn(Schedulers.boundedElastic())
        .doOnNext(known -> cancel(caller, known))
        .flatMap(known -> get(caller, id));
  }

  private void cancel(Caller caller, Known known) {
    State before = known.call.state();
    State now =
        before.isFinal() ? before : calls.cancel(caller, known.name).orElseThrow(Tasks::unknown);
    if (before.isFinal() || now != State.CANCELLED) {
      throw new RpcException(
          StatusCode.INVALID_ARGUMENT,
          "the task cannot be cancelled: it has ended, and is " + TaskView.status(now));
    }
  }

  /** Returns a task of this caller; fails with {@code INVALID_ARGUMENT} if there is none. */
  Mono<Known> known(Caller caller, @Nullable Object id) {
    return Mono.fromCallable(() -> name(caller, id))
        .flatMap(
            name ->
                Mono.fromCallable(() -> found(caller, name))
                    .subscribeOn(Schedulers.boundedElastic())
                    .flatMap(
                        call ->
                            Mono.fromFuture(() -> calls.method(name, call))
                                .map(method -> new Known(name, call, method))));
  }

  private static DurableName name(Caller caller, @Nullable Object id) {
    if (!(id instanceof String text)) {
      throw new RpcException(StatusCode.INVALID_ARGUMENT, "'taskId' is a text");
    }
    return DurableName.of(text, caller).orElseThrow(Tasks::unknown);
  }

  private SubmittedCall found(Caller caller, DurableName name) {
    return calls.find(caller, name).orElseThrow(Tasks::unknown);
  }

  private static RpcException unknown() {
    return new RpcException(
        StatusCode.INVALID_ARGUMENT,
        "no such task is known: it never was, is another's, or its time is over");
  }
}
