package io.callbox.durable;

import static io.callbox.transport.CallStore.Submitted.JOINED;
import static io.callbox.transport.CallStore.Submitted.NEW;
import static io.callbox.transport.CallStore.Submitted.TAKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.node.AccessRules;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.transport.CallRecord;
import io.callbox.transport.CallStore;
import io.callbox.transport.CallStore.Submitted;
import io.callbox.transport.Namespace;
import io.callbox.transport.PushOptions;
import io.callbox.transport.QueueName;
import io.callbox.transport.Submission;
import io.callbox.transport.Transport;
import io.callbox.transport.redisson.RedissonTransport;
import io.callbox.trial.Kept;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Calls of several kinds that a client submits in one step, with ids that are there or come twice.
 */
@Timeout(120)
final class SubmittedTogetherTest {

  private static final Duration DAY = Duration.ofDays(1);
  private static final long LATER = System.currentTimeMillis() + DAY.toMillis();

  @RegisterExtension private final Kept kept = new Kept();
  private final QueueName queue = Namespace.of("t" + System.nanoTime()).service("Jobs");
  private int pushes;

  private List<Submitted> submit(Transport transport, Submission... calls) {
    PushOptions admission = new PushOptions(true, 100, "sender", ++pushes);
    CallStore store = transport.calls(Namespace.NONE);
    return StepwiseWorker.join(store.submit(queue, List.of(calls), admission));
  }

  private static Submission call(String id, String method, long due, Duration keep) {
    byte[] request = ("request " + id).getBytes(StandardCharsets.UTF_8);
    return new Submission(id, method, request, due, keep, false);
  }

  private static Submission call(String id) {
    return call(id, "once", 0, DAY);
  }

  private static Submission other(String id) {
    return call(id, "again", 0, DAY.multipliedBy(2));
  }

  private static Submission later(String id) {
    return call(id, "once", LATER, DAY);
  }

  @ParameterizedTest
  @EnumSource(Broker.class)
  void eachHasARecordOfItsOwn(Broker broker) {
    Transport transport = kept.keep(broker.connect());
    List<Submitted> first =
        submit(transport, call("a"), call("b"), call("a"), other("c"), later("d"), later("e"));
    assertEquals(List.of(NEW, NEW, JOINED, NEW, NEW, NEW), first);
    List<Submitted> second = submit(transport, call("f"), other("b"), call("c"), call("g"));
    assertEquals(List.of(NEW, TAKEN, TAKEN, NEW), second);
    List<String> ids = List.of("a", "b", "c", "d", "e", "f", "g");
    List<String> known = new ArrayList<>();
    for (@Nullable CallRecord record :
        StepwiseWorker.join(transport.calls(Namespace.NONE).read(queue, ids, true))) {
      CallRecord each = Objects.requireNonNull(record);
      assertTrue(each.submitted() > 0);
      assertEquals(each.state().equals("SCHEDULED") ? LATER : 0, each.due());
      known.add(each.method() + ' ' + each.state());
    }
    String once = "once WAITING";
    String scheduled = "once SCHEDULED";
    assertEquals(List.of(once, once, "again WAITING", scheduled, scheduled, once, once), known);
    assertEquals(ids.size(), StepwiseWorker.join(transport.calls(Namespace.NONE).count(queue)));
  }

  /** Those rights were not needed before: a user without them submits as well. */
  @ParameterizedTest
  @ValueSource(strings = {"+copy", "-copy", "-exists"})
  void recordsEndByThemselvesWhetherTheyMayBeCopiedOrNot(String rule) {
    RedisServer redis = kept.keep(RedisServer.start());
    String uri = AccessRules.allowAllBut(redis, "caller", rule);
    Transport transport = kept.keep(RedissonTransport.connect(uri));
    submit(transport, call("a"), call("b"), other("c"), other("d"), later("e"), later("f"));
    long wait = 2 * CallStore.LONGEST_WAIT.toMillis();
    assertEquals(List.of(1L, 1L, 2L, 2L, 2L, 2L), days(redis, wait));
    assertEquals("4", redis.command("LLEN", queue.key()));
    assertEquals("2", redis.command("ZCARD", queue.later().key()));
  }

  private List<Long> days(RedisServer redis, long wait) {
    List<Long> days = new ArrayList<>();
    for (String id : List.of("a", "b", "c", "d", "e", "f")) {
      long left = Long.parseLong(redis.command("PTTL", queue.call(id).key()));
      days.add(Math.round((double) (left - wait) / DAY.toMillis()));
    }
    return days;
  }

  /** What somebody else has written under an id is nothing that others may get a copy of. */
  @Test
  void recordThatWasThereIsNotCopied() {
    RedisServer redis = kept.keep(RedisServer.start());
    Transport transport = kept.keep(RedissonTransport.connect(redis.directUri()));
    redis.command("HSET", queue.call("a").key(), "note", "mine");
    assertEquals(List.of(NEW, NEW), submit(transport, call("a"), call("b")));
    assertEquals("4", redis.command("HLEN", queue.call("a").key()));
    assertEquals("3", redis.command("HLEN", queue.call("b").key()));
  }
}
