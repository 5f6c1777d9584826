package io.callbox.durable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.testkit.time.Await;
import io.callbox.transport.CallStore;
import io.callbox.transport.CallStore.Begun;
import io.callbox.transport.CallStore.Recovered;
import io.callbox.transport.CallStore.Verdict;
import io.callbox.transport.Delivery;
import io.callbox.transport.LeaseStore;
import io.callbox.transport.LostRequest;
import io.callbox.transport.Namespace;
import io.callbox.transport.OwnRuns;
import io.callbox.transport.QueueConsumer;
import io.callbox.transport.QueueName;
import io.callbox.transport.RunBegin;
import io.callbox.transport.RunEnd;
import io.callbox.transport.RunEnd.Ending;
import io.callbox.transport.Transport;
import io.callbox.transport.Worker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A worker of {@link Jobs} that takes one step at a time, when a test says so. Its runs complete
 * with 17.
 */
record StepwiseWorker(Transport transport, Namespace namespace, Worker self) {

  static final byte[] ERROR =
      ("{\"code\":-32001,\"message\":\"away\",\"data\":{\"status\":\"UNAVAILABLE\","
              + "\"executed\":\"no\"}}")
          .getBytes(StandardCharsets.UTF_8);
  private static final Duration RUN = Duration.ofMinutes(1);
  private static final byte[] RESULT = "17".getBytes(StandardCharsets.UTF_8);

  /** A call of a method by its id. */
  record Job(String id, String method, Duration keep) {}

  static Job job(String id, String method) {
    return new Job(id, method, Duration.ofMinutes(1));
  }

  QueueName queue() {
    return namespace.service("Jobs");
  }

  private CallStore calls() {
    return transport.calls(namespace);
  }

  static <T> T join(CompletionStage<T> step) {
    return step.toCompletableFuture().join();
  }

  Delivery take() {
    return take(1).get(0);
  }

  /** Takes so many requests, if it can together. */
  List<Delivery> take(int number) {
    List<Delivery> taken = new CopyOnWriteArrayList<>();
    try (QueueConsumer consumer = transport.consume(List.of(queue()), self)) {
      Await.until(
          "they are taken",
          () -> {
            consumer.take(number - taken.size(), Duration.ofSeconds(1), taken::addAll);
            return taken.size() == number;
          });
    }
    return taken;
  }

  String run(int number) {
    return self.name() + '/' + number;
  }

  Begun begun(Delivery request, Job job, int run) {
    return join(calls().begin(queue(), List.of(beginning(request, job, run)))).get(0);
  }

  private RunBegin beginning(Delivery request, Job job, int run) {
    return new RunBegin(request, job.id, job.method, 0, 0, RUN, job.keep, run(run));
  }

  /** Begins runs in one step. */
  List<Begun> begun(List<Delivery> requests, List<Job> jobs) {
    List<RunBegin> runs = new ArrayList<>();
    for (int at = 0; at < requests.size(); at++) {
      Delivery request = requests.get(at);
      runs.add(beginning(request, jobs.get(at), request.hashCode()));
    }
    return join(calls().begin(queue(), runs));
  }

  /** Completes runs that have begun in one step, in one step, too. */
  void complete(List<Delivery> requests, List<Job> jobs) {
    List<RunEnd> ends = new ArrayList<>();
    for (int at = 0; at < requests.size(); at++) {
      Delivery request = requests.get(at);
      ends.add(ended(request, jobs.get(at), request.hashCode(), Ending.COMPLETED));
    }
    join(calls().end(queue(), ends));
  }

  void begin(Delivery request, Job job, int run) {
    assertEquals(Verdict.RUN, begun(request, job, run).verdict());
  }

  /** Takes a request and begins its run. */
  Delivery takeAndBegin(Job job, int run) {
    Delivery request = take();
    begin(request, job, run);
    return request;
  }

  /** Takes a request, begins its run, and ends it so. */
  void perform(Job job, int run, Ending ending) {
    end(takeAndBegin(job, run), job, run, ending);
  }

  /** Ends a run; with an error unless it is completed. */
  void end(Delivery request, Job job, int run, Ending ending) {
    join(calls().end(queue(), List.of(ended(request, job, run, ending))));
  }

  private RunEnd ended(Delivery request, Job job, int run, Ending ending) {
    boolean completed = ending == Ending.COMPLETED;
    return new RunEnd(
        request,
        job.id,
        job.method,
        run(run),
        ending,
        completed ? RESULT : ERROR,
        completed ? null : ERROR,
        job.keep,
        Duration.ofMillis(1),
        null);
  }

  /** Puts a request off, as its service is paused. */
  void pause(Delivery request, Job job, int run) {
    Duration moment = Duration.ofMillis(2);
    byte[] none = {};
    RunEnd end =
        new RunEnd(
            request,
            job.id,
            job.method,
            run(run),
            Ending.PUT_OFF,
            none,
            null,
            job.keep,
            moment,
            null);
    join(calls().end(queue(), List.of(end)));
  }

  /** Sees to a request of a worker that died; of nobody knows which, if the name is empty. */
  Recovered recover(Delivery request, Job job, int attempts, String dead, OwnRuns own) {
    return join(
        calls()
            .recover(
                new LostRequest(
                    request, job.id, job.method, attempts, ERROR, ERROR, job.keep, dead, own)));
  }

  void awaitDue() {
    Await.until("it is due", () -> join(calls().moveDue(queue())).moved() == 1);
  }

  void lives() {
    join(transport.leases().renew(List.of(queue()), self, Duration.ofMinutes(10)));
  }

  void dies() {
    join(transport.leases().renew(List.of(queue()), self, Duration.ofMillis(1)));
  }

  List<Delivery> held() {
    return join(transport.leases().held(queue(), self, 0));
  }

  /** The heir dies before it has seen to what it takes over. */
  void isTakenOverBy(StepwiseWorker heir) {
    dies();
    LeaseStore.Ended ended = new LeaseStore.Ended(queue(), self);
    Await.until(
        "the heir has it", () -> !join(transport.leases().takeOver(ended, heir.self)).isEmpty());
  }

  void awaitSeenTo() {
    Await.until(
        "what it had is seen to",
        () -> held().isEmpty() && join(transport.leases().ended(queue())).isEmpty());
  }
}
