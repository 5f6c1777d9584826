package io.callbox.durable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.callbox.annotation.Sync;
import io.callbox.node.AccessRules;
import io.callbox.node.RpcNode;
import io.callbox.rpc.CallHandle;
import io.callbox.rpc.CallStatus.State;
import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.trial.Kept;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A submission that is answered once Redis has it on disk, or with a replica. What needs a Redis of
 * 7.2 or later is skipped on others.
 */
@Timeout(60)
final class SyncTest {

  private static final Duration WAIT = Duration.ofSeconds(30);
  private static final String KEY = "{services:Jobs}:call:a";

  @RegisterExtension private final Kept kept = new Kept();
  private int workers;

  private RedisServer redis(String... options) {
    return kept.keep(RedisServer.start(options));
  }

  private RedisServer replicaOf(RedisServer master) {
    RedisServer replica = redis("--repl-diskless-sync-delay", "0");
    replica.command("REPLICAOF", "127.0.0.1", Integer.toString(master.port()));
    Await.until("it follows", () -> master.command("INFO", "replication").contains("state=online"));
    return replica;
  }

  private RedisServer master() {
    return redis("--repl-diskless-sync-delay", "0");
  }

  private Jobs.Stub jobs(String uri) {
    return jobs(uri, Duration.ofSeconds(2));
  }

  private Jobs.Stub jobs(String uri, Duration timeout) {
    RpcNode node =
        kept.keep(
            RpcNode.builder("caller").redis(uri).timeout(timeout).drain(Duration.ZERO).start());
    return new Jobs.Stub(node.channelToAny());
  }

  private static boolean isThere(RedisServer redis) {
    return redis.command("EXISTS", KEY).equals("1");
  }

  private static RpcException refused(Jobs.Stub jobs) {
    return assertThrows(RpcException.class, () -> jobs.withId("a").once(1, 0));
  }

  private static void assertSays(String part, RpcException failure) {
    assertTrue(String.valueOf(failure.getMessage()).contains(part), failure::toString);
  }

  private static boolean hasWaitaof(RedisServer redis) {
    return !redis.command("COMMAND", "INFO", "WAITAOF").equals("[null]");
  }

  @Test
  void callIsWithAReplicaOnceItIsAnswered() {
    RedisServer master = master();
    RedisServer replica = replicaOf(master);
    Jobs.Stub jobs = jobs(master.directUri());
    for (int call = 0; call < 100; call++) {
      String id = jobs.withSync(Sync.REPLICAS).once(call, 0).id();
      assertEquals("1", replica.command("EXISTS", "{services:Jobs}:call:" + id));
    }
    jobs.withId("a").submit(Jobs.COPIED, 1, 0);
    assertTrue(isThere(replica));
  }

  /** By version, Redis says so before anything is submitted, or only of what has been. */
  @Test
  void callerIsToldThatNoReplicaKeepsUpAndMayAskAgain() {
    RedisServer master = master();
    RedisServer replica = replicaOf(master);
    Jobs.Stub jobs = jobs(master.directUri()).withSync(Sync.REPLICAS);
    replica.pause();
    RpcException missed = refused(jobs);
    boolean submitted = isThere(master);
    replica.resume();
    assertEquals(StatusCode.UNAVAILABLE, missed.code());
    assertEquals(submitted ? Executed.UNKNOWN : Executed.NO, missed.executed());
    assertSays(
        submitted
            ? "call 'a' is submitted, but no replica had it within 1000 ms"
            : "no replica of this Redis keeps up with it",
        missed);
    jobs.withId("a").once(1, 0);
    assertTrue(isThere(replica));
    assertEquals("1", master.command("LLEN", "services:Jobs"));
  }

  @Test
  void callThatAReplicaHasOutlivesItsMaster() {
    RedisServer master = master();
    RedisServer replica = replicaOf(master);
    Jobs.Stub jobs = jobs(master.directUri()).withSync(Sync.REPLICAS);
    List<String> accepted = new ArrayList<>();
    for (int call = 0; call < 50; call++) {
      accepted.add(jobs.once(call, 0).id());
    }
    master.kill();
    replica.command("REPLICAOF", "NO", "ONE");
    Jobs.Stub others = jobs(replica.directUri());
    for (String id : accepted) {
      assertEquals(State.WAITING, others.attach(Jobs.ONCE, id).status().state());
    }
  }

  @Test
  void callThatIsToWaitForNothingRunsWithoutAReplicaWhateverItsMethodSays() {
    RedisServer redis = redis();
    work(redis.directUri(), (method, number, millis) -> number);
    Jobs.Stub jobs = jobs(redis.directUri()).withSync(Sync.NONE);
    assertEquals(1, jobs.submit(Jobs.COPIED, 1, 0).await(WAIT));
    assertEquals(2, jobs.after(Duration.ofMillis(100)).submit(Jobs.COPIED, 2, 0).await(WAIT));
  }

  /** Who takes the place of its master then knows that nobody may begin it again. */
  @Test
  void callThatMayRunOnceRunsOnceAReplicaKnowsThatItHasBegun() {
    RedisServer master = master();
    RedisServer replica = replicaOf(master);
    Jobs.Stub jobs = jobs(master.directUri(), Duration.ofSeconds(20)).withSync(Sync.REPLICAS);
    CallHandle<Integer> call = jobs.withId("a").once(1, 0);
    replica.pause();
    AtomicInteger runs = new AtomicInteger();
    work(
        master.directUri(),
        (method, number, millis) -> {
          runs.incrementAndGet();
          return replica.command("HGET", KEY, "state").equals("RUNNING") ? 1 : 0;
        });
    awaitPutOff(call);
    assertEquals(0, runs.get());
    replica.resume();
    assertEquals(1, call.await(WAIT), "the replica knows that it has begun");
    assertEquals(1, runs.get());
    assertEquals(1, call.status().attempts());
  }

  @Test
  void callWhoseBeginNoReplicaHadRunsOnceAllTheSame() {
    RedisServer master = master();
    RedisServer replica = replicaOf(master);
    Jobs.Stub jobs = jobs(master.directUri(), Duration.ofSeconds(20)).withSync(Sync.REPLICAS);
    CallHandle<Integer> call = jobs.withId("a").once(1, 0);
    replica.pause();
    AtomicInteger runs = new AtomicInteger();
    work(master.directUri(), (method, number, millis) -> runs.incrementAndGet());
    awaitPutOff(call);
    master.kill();
    replica.resume();
    replica.command("REPLICAOF", "NO", "ONE");
    replicaOf(replica);
    work(replica.directUri(), (method, number, millis) -> runs.incrementAndGet());
    assertEquals(1, jobs(replica.directUri()).attach(Jobs.ONCE, "a").await(WAIT));
    assertEquals(1, runs.get());
  }

  private static void awaitPutOff(CallHandle<?> call) {
    Await.until(
        "it is put off",
        () -> call.status().state() == State.SCHEDULED && call.status().attempts() == 0);
  }

  private void work(String uri, Jobs jobs) {
    work(uri, "worker-" + ++workers, jobs);
  }

  private void work(String uri, String node, Jobs jobs) {
    kept.keep(
        RpcNode.builder(node)
            .redis(uri)
            .drain(Duration.ZERO)
            .register(new Jobs.Skeleton(jobs))
            .start());
  }

  @Test
  void othersAreNotHeldUpByOneThatWaits() {
    RedisServer master = master();
    RedisServer replica = replicaOf(master);
    Jobs.Stub jobs = jobs(master.directUri(), Duration.ofSeconds(20));
    replica.pause();
    CompletableFuture<String> waits =
        CompletableFuture.supplyAsync(() -> jobs.withSync(Sync.REPLICAS).once(1, 0).id());
    String twoWait = "blocked_clients:2"; // the other waits for replies
    Await.until("it waits", () -> master.command("INFO", "clients").contains(twoWait));
    for (int call = 0; call < 20; call++) {
      jobs.once(call, 0);
    }
    assertFalse(waits.isDone(), "twenty calls were submitted meanwhile");
    replica.resume();
    assertEquals("1", replica.command("EXISTS", "{services:Jobs}:call:" + waits.join()));
  }

  @Test
  void nothingIsSubmittedWhereThereIsNoReplica() {
    RedisServer redis = redis();
    RpcException refused = refused(jobs(redis.directUri()).withSync(Sync.REPLICAS));
    assertEquals(StatusCode.UNAVAILABLE, refused.code());
    assertEquals(Executed.NO, refused.executed());
    assertSays("no replica of this Redis keeps up with it", refused);
    assertEquals("0", redis.command("EXISTS", KEY, "services:Jobs"));
  }

  @Test
  void nothingIsSubmittedWhereThereIsNoAppendOnlyFileOrNoWayToAskForIt() {
    RedisServer redis = redis();
    RpcException refused = refused(jobs(redis.directUri()).withSync(Sync.AOF));
    assertEquals(StatusCode.UNIMPLEMENTED, refused.code());
    assertEquals(Executed.NO, refused.executed());
    assertSays(
        hasWaitaof(redis)
            ? "this Redis has no append-only file: set appendonly to yes"
            : "this Redis has no WAITAOF, which came with Redis 7.2: submit without Sync.AOF",
        refused);
    assertEquals("0", redis.command("EXISTS", KEY, "services:Jobs"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"everysec", "always"})
  void callIsInTheAppendOnlyFileOnceItIsAnswered(String fsync) {
    RedisServer redis = redis("--appendonly", "yes", "--appendfsync", fsync);
    assumeTrue(hasWaitaof(redis), "WAITAOF is not there");
    jobs(redis.directUri(), Duration.ofSeconds(20)).withSync(Sync.AOF).withId("a").once(1, 0);
    redis.crash();
    assertTrue(isThere(redis));
    assertEquals("1", redis.command("LLEN", "services:Jobs"));
  }

  @Test
  void callThatMayRunOnceRunsOnceTheFileKnowsThatItHasBegun() {
    RedisServer redis = redis("--appendonly", "yes", "--appendfsync", "always");
    assumeTrue(hasWaitaof(redis), "WAITAOF is not there");
    Jobs.Stub jobs = jobs(redis.directUri(), Duration.ofSeconds(20)).withSync(Sync.AOF);
    CallHandle<Integer> call = jobs.withId("a").once(1, 0);
    redis.command("CONFIG", "SET", "appendfsync", "no");
    AtomicInteger runs = new AtomicInteger();
    work(redis.directUri(), (method, number, millis) -> runs.incrementAndGet());
    awaitPutOff(call);
    assertEquals(0, runs.get());
    redis.command("CONFIG", "SET", "appendfsync", "always");
    assertEquals(1, call.await(WAIT));
    assertEquals(1, call.status().attempts());
  }

  @Test
  void callerIsToldThatACallIsNotOnDiskInTime() {
    RedisServer redis = redis("--appendonly", "yes", "--appendfsync", "no");
    assumeTrue(hasWaitaof(redis), "WAITAOF is not there");
    RpcException missed = refused(jobs(redis.directUri()).withSync(Sync.AOF));
    assertEquals(StatusCode.UNAVAILABLE, missed.code());
    assertSays("call 'a' is submitted, but Redis did not have it on disk", missed);
    assertTrue(isThere(redis));
  }

  @Test
  void userWhoMayNotWaitIsToldSoAndOneWithTheLeastRulesMay() throws IOException {
    RedisServer master = master();
    replicaOf(master);
    AccessRules.define(master, "caller", "Jobs");
    AccessRules.add(master, "caller", "caller, durable", "Jobs");
    Jobs.Stub jobs = jobs(AccessRules.uri(master, "caller")).withSync(Sync.REPLICAS);
    RpcException refused = refused(jobs);
    assertEquals(StatusCode.PERMISSION_DENIED, refused.code());
    assertSays("this user of Redis may not WAIT: add it to its rules", refused);
    assertEquals("0", master.command("EXISTS", KEY));
    AccessRules.add(master, "caller", "caller, durable, with Sync.REPLICAS", "Jobs");
    master.command("ACL", "LOG", "RESET");
    CallHandle<Integer> call = jobs.withId("a").once(1, 0);
    assertTrue(isThere(master));
    assertEquals("[]", master.command("ACL", "LOG"));
    AccessRules.define(master, "worker", "Jobs");
    AccessRules.add(master, "worker", "worker, durable", "Jobs");
    AccessRules.add(master, "worker", "caller, durable, with Sync.REPLICAS", "Jobs");
    work(AccessRules.uri(master, "worker"), "worker", (method, number, millis) -> number);
    assertEquals(1, call.await(WAIT));
  }

  /** The right is lost between the submission and the answer to how far it has got. */
  @Test
  void callOfAUserWhoMayNoLongerWaitIsSaidToBeSubmitted() throws IOException {
    RedisServer master = master();
    RedisServer replica = replicaOf(master);
    AccessRules.define(master, "caller", "Jobs");
    AccessRules.add(master, "caller", "caller, durable", "Jobs");
    AccessRules.add(master, "caller", "caller, durable, with Sync.REPLICAS", "Jobs");
    Jobs.Stub jobs = jobs(AccessRules.uri(master, "caller"), WAIT).withSync(Sync.REPLICAS);
    replica.pause();
    CompletableFuture<RpcException> refused = CompletableFuture.supplyAsync(() -> refused(jobs));
    Await.until("it is submitted", () -> isThere(master) || refused.isDone());
    master.command("ACL", "SETUSER", "caller", "-wait");
    RpcException said = refused.join();
    replica.resume();
    assertEquals(isThere(master) ? Executed.UNKNOWN : Executed.NO, said.executed());
    if (isThere(master)) {
      assertEquals(StatusCode.UNAVAILABLE, said.code());
      assertSays("is submitted, but Redis does not say whether a replica has it: NOPERM", said);
    }
  }

  @Test
  void userWithTheLeastRulesMayWaitForTheDisk() throws IOException {
    RedisServer redis = redis("--appendonly", "yes", "--appendfsync", "always");
    assumeTrue(hasWaitaof(redis), "WAITAOF is not there");
    AccessRules.define(redis, "caller", "Jobs");
    AccessRules.add(redis, "caller", "caller, durable", "Jobs");
    AccessRules.add(redis, "caller", "caller, durable, with Sync.AOF", "Jobs");
    Jobs.Stub jobs = jobs(AccessRules.uri(redis, "caller")).withSync(Sync.AOF);
    redis.command("ACL", "LOG", "RESET");
    jobs.withId("a").once(1, 0);
    assertTrue(isThere(redis));
    assertEquals("[]", redis.command("ACL", "LOG"));
  }
}
