package io.callbox.internal.gateway.mcp;

import io.callbox.durable.SubmittedCall;
import io.callbox.gateway.access.Caller;
import io.callbox.internal.gateway.calls.DurableName;
import io.callbox.internal.gateway.calls.LiveMethod;
import io.callbox.internal.gateway.calls.OwnCalls;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * A caller's tasks, page by page: one service after the other, the newest task first. The cursor at
 * the end of a page is the id of its last task, so any instance of a gateway can return the next
 * page. It reads no more than a page needs. But the list of a service contains the calls of all
 * callers, so a caller with few tasks among many makes it read more. Therefore only a few lists are
 * read at a time, on its own threads. Safe for use by many threads.
 */
final class TaskList implements AutoCloseable {

  /** The number of lists that are read at a time. */
  static final int THREADS = 3;

  /** The number of further lists that wait for each of the threads. */
  static final int WAITING = 15;

  private static final int PAGE = 50;
  private static final int IDLE_SECONDS = 60;

  private final Scheduler threads =
      Schedulers.newBoundedElastic(THREADS, WAITING, "callbox-gateway-tasks", IDLE_SECONDS, true);

  private final OwnCalls calls;
  private final BiPredicate<Caller, LiveMethod> mayCall;

  TaskList(OwnCalls calls, BiPredicate<Caller, LiveMethod> mayCall) {
    this.calls = calls;
    this.mayCall = mayCall;
  }

  /**
   * Returns a page.
   *
   * @param tools the served tools: tasks of other services are not listed
   * @param cursor the cursor of the page before; null for the first page
   * @return fails with {@code INVALID_ARGUMENT} if the cursor is invalid, or its task is forgotten,
   *     and with {@code RESOURCE_EXHAUSTED} if too many lists are asked for at once
   */
  Mono<Map<String, Object>> page(
      Caller caller, Supplier<Collection<ToolEntry>> tools, @Nullable Object cursor) {
    return Mono.fromCallable(() -> read(caller, tools.get(), cursor))
        .subscribeOn(threads)
        .onErrorMap(
            RejectedExecutionException.class,
            full ->
                new RpcException(
                    StatusCode.RESOURCE_EXHAUSTED,
                    "too many lists of tasks are asked for at once"));
  }

  private Map<String, Object> read(
      Caller caller, Collection<ToolEntry> tools, @Nullable Object cursor) {
    Map<String, Map<String, LiveMethod>> services = durable(caller, tools);
    List<DurableName> names = names(caller, services.keySet(), cursor);
    List<DurableName> page = names.subList(0, Math.min(PAGE, names.size()));
    List<Map<String, Object>> tasks = new ArrayList<>();
    services.forEach((service, methods) -> add(caller, service, methods, page, tasks));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("tasks", tasks);
    if (names.size() > PAGE) {
      answer.put("nextCursor", page.get(PAGE - 1).toString());
    }
    return answer;
  }

  private void add(
      Caller caller,
      String service,
      Map<String, LiveMethod> methods,
      List<DurableName> page,
      List<Map<String, Object>> tasks) {
    List<String> ids =
        page.stream().filter(each -> each.service().equals(service)).map(DurableName::id).toList();
    for (SubmittedCall call : calls.list(caller, service, ids)) {
      LiveMethod method = methods.get(call.method());
      if (method != null) {
        tasks.add(TaskView.of(new DurableName(service, call.id()), call, method));
      }
    }
  }

  /** Returns the methods whose calls are tasks, by service and name. */
  private Map<String, Map<String, LiveMethod>> durable(Caller caller, Collection<ToolEntry> tools) {
    Map<String, Map<String, LiveMethod>> services = new TreeMap<>();
    for (ToolEntry each : tools) {
      if (each.isDurable() && mayCall.test(caller, each.method())) {
        services
            .computeIfAbsent(each.method().descriptor().service(), absent -> new TreeMap<>())
            .put(each.method().descriptor().name(), each.method());
      }
    }
    return services;
  }

  /** Returns the names behind the cursor: a page of them, and some more if there are. */
  private List<DurableName> names(
      Caller caller, Collection<String> services, @Nullable Object cursor) {
    DurableName last = cursor == null ? null : read(caller, cursor);
    List<DurableName> names = new ArrayList<>();
    for (String service : services) {
      int order = last == null ? 1 : service.compareTo(last.service());
      if (order >= 0 && names.size() <= PAGE) {
        String after = order > 0 || last == null ? null : last.id();
        calls
            .ids(caller, service, after, PAGE + 1 - names.size())
            .orElseThrow(TaskList::invalid)
            .forEach(id -> names.add(new DurableName(service, id)));
      }
    }
    return names;
  }

  private static DurableName read(Caller caller, Object cursor) {
    return Optional.of(cursor)
        .filter(String.class::isInstance)
        .flatMap(text -> DurableName.of((String) text, caller))
        .orElseThrow(TaskList::invalid);
  }

  private static RpcException invalid() {
    return new RpcException(
        StatusCode.INVALID_ARGUMENT, "the cursor is not valid, or no longer: list from the start");
  }

  @Override
  public void close() {
    threads.dispose();
  }
}
