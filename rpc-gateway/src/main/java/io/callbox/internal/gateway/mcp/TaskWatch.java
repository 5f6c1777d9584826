package io.callbox.internal.gateway.mcp;

import io.callbox.gateway.access.Caller;
import io.callbox.rpc.CallStatus;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Notifies a client of the changes of a task, if the client listens: the protocol's {@code
 * notifications/tasks/status}, and the progress of the task. A client must not rely on these
 * notifications. Reads the task's record each second, because any instance of a gateway or a worker
 * may change it. Safe for use by many threads.
 */
final class TaskWatch {

  private static final Logger LOG = LoggerFactory.getLogger(TaskWatch.class);
  private static final Duration PERIOD = Duration.ofSeconds(1);
  private static final String STATUS = "notifications/tasks/status";

  private final Tasks tasks;

  TaskWatch(Tasks tasks) {
    this.tasks = tasks;
  }

  /**
   * Returns the changes of a task, until it has ended or is no longer known.
   *
   * @param progress the progress that the client has asked for; empty for none
   */
  Flux<JSONRPCNotification> of(Caller caller, @Nullable Object id, Optional<Progress> progress) {
    return Flux.defer(
        () -> {
          Told told = new Told(progress);
          return Flux.interval(PERIOD)
              .onBackpressureDrop()
              .concatMap(tick -> look(caller, id), 1)
              .takeWhile(Optional::isPresent)
              .map(Optional::get)
              .takeUntil(known -> known.call().state().isFinal())
              .concatMapIterable(told::news);
        });
  }

  /** Returns the current task; empty if it is no longer known; no value while Redis is away. */
  private Mono<Optional<Tasks.Known>> look(Caller caller, @Nullable Object id) {
    return tasks
        .known(caller, id)
        .map(Optional::of)
        .onErrorResume(
            RpcException.class,
            failed -> {
              LOG.debug("a task that is watched is not read", failed);
              return failed.code() == StatusCode.INVALID_ARGUMENT
                  ? Mono.just(Optional.empty())
                  : Mono.empty();
            });
  }

  /** The last state of a task that a client has received. Belongs to one subscription. */
  private static final class Told {

    private final Optional<Progress> wanted;
    private String status = "";
    private long done;

    Told(Optional<Progress> wanted) {
      this.wanted = wanted;
    }

    List<JSONRPCNotification> news(Tasks.Known known) {
      List<JSONRPCNotification> news = new ArrayList<>();
      CallStatus.Progress now = known.call().progress();
      if (now != null && now.done() > done) {
        done = now.done();
        CallProgress.Said said = new CallProgress.Said(now.done(), now.total(), now.text());
        wanted.ifPresent(each -> news.add(each.notification(said, known.related())));
      }
      Map<String, Object> view = known.view();
      String seen = view.get("status") + " " + view.get("statusMessage");
      if (!seen.equals(status)) {
        status = seen;
        news.add(new JSONRPCNotification(STATUS, view));
      }
      return news;
    }
  }
}
