package io.callbox.durable;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.callbox.node.RpcNode;
import io.callbox.rpc.CallHandle;
import io.callbox.testkit.redis.RedisCommands;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import io.callbox.transport.redisson.RedissonTransport;
import io.callbox.trial.Kept;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A result travels to the node that waits for it with the step that writes the record. */
@Timeout(90)
final class ToldResultTest {

  private static final Duration WAIT = Duration.ofSeconds(30);
  private static final String CHANNEL = "rpc:done:asker:secret";

  @RegisterExtension private final Kept kept = new Kept();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private RedisServer redis;
  private RedisCommands commands;
  private Jobs.Stub jobs;

  @BeforeEach
  void start() {
    redis = kept.keep(RedisServer.start());
    commands = kept.keep(RedisCommands.to(redis.port()));
    RpcNode client = kept.keep(RpcNode.builder("client").redis(redis.directUri()).start());
    jobs = new Jobs.Stub(client.channelToAny());
    Transport listening = kept.keep(RedissonTransport.connect(redis.directUri()));
    listening.listen(new QueueName(CHANNEL), message -> heard.add(new String(message, UTF_8)));
  }

  @Test
  void resultIsToldToTheNodeThatAsks() {
    serve(2);
    push("one", "asker", CHANNEL);
    Await.until("it is told", () -> heard.equals(List.of("one 2")));
    assertEquals("COMPLETED", commands.text("HGET", record("one"), "state"));
  }

  /** Its sender reads the record without waiting for a result. */
  @Test
  void callThatFailsIsToldByItsIdAlone() {
    serve(
        (method, number, millis) -> {
          throw new IllegalStateException("broken");
        });
    push("failed", "asker", CHANNEL);
    Await.until("it is told", () -> heard.equals(List.of("failed")));
    assertEquals("FAILED", commands.text("HGET", record("failed"), "state"));
  }

  @Test
  void resultIsNotToldToAnotherNodeThanTheCaller() {
    serve(2);
    push("foreign", "thief", CHANNEL);
    push("nameless", "asker", "rpc:done:asker:");
    push("list", "asker", "replies:asker:c2.secret");
    push("last", "asker", CHANNEL);
    Await.until("the last is told", () -> heard.contains("last 2"));
    for (String id : List.of("foreign", "nameless", "list")) {
      Await.until(id, () -> commands.text("HGET", record(id), "state").equals("COMPLETED"));
    }
    assertEquals(List.of("last 2"), heard.stream().flatMap(String::lines).toList());
    assertEquals(0, commands.number("EXISTS", "replies:asker:c2.secret"));
  }

  @Test
  void toldResultEndsTheWaitThoughTheRecordIsNotRead() throws Exception {
    CallHandle<Integer> call = callThatAsksToBeTold();
    CompletableFuture<Integer> result = call.result();
    commands.number("PUBLISH", channelOfClient(), call.id() + " 77");
    assertEquals(77, result.get(WAIT.toSeconds(), TimeUnit.SECONDS));
  }

  @Test
  void lineThatIsNoResultEndsNoWait() throws Exception {
    CallHandle<Integer> call = callThatAsksToBeTold();
    CompletableFuture<Integer> result = call.result();
    String channel = channelOfClient();
    for (String line : List.of("", " ", call.id(), "\n\n", "other 5", " 5", call.id() + "\n 5")) {
      commands.number("PUBLISH", channel, line);
    }
    serve(3);
    assertEquals(3, result.get(WAIT.toSeconds(), TimeUnit.SECONDS));
  }

  /** An id of the program's own may be used again, and a late message would end another call. */
  @Test
  void callWithAnIdOfTheProgramsOwnAsksForNoMessage() {
    callThatAsksToBeTold();
    jobs.withId("own").once(1, 0);
    assertFalse(newestRequest().contains("doneTo"), newestRequest());
  }

  /** Others can know the ids of such calls, so a message would not prove who has sent it. */
  @Test
  void messageEndsNoWaitForACallThatHasNotAsked() throws Exception {
    CallHandle<Integer> asking = callThatAsksToBeTold();
    List<CallHandle<Integer>> calls =
        List.of(jobs.withId("own").once(1, 0), jobs.after(Duration.ofMillis(1)).once(1, 0));
    List<CompletableFuture<Integer>> results = calls.stream().map(CallHandle::result).toList();
    CompletableFuture<Integer> last = asking.result();
    for (CallHandle<Integer> call : calls) {
      commands.number("PUBLISH", channelOfClient(), call.id() + " 77");
    }
    commands.number("PUBLISH", channelOfClient(), asking.id() + " 78");
    assertEquals(78, last.get(WAIT.toSeconds(), TimeUnit.SECONDS), "those before have come, too");
    serve(3);
    for (CompletableFuture<Integer> result : results) {
      assertEquals(3, result.get(WAIT.toSeconds(), TimeUnit.SECONDS));
    }
  }

  /** A client asks once it has heard a hint, which it does when it has waited for a call before. */
  private CallHandle<Integer> callThatAsksToBeTold() {
    RpcNode serving = serve(2);
    assertEquals(2, jobs.once(1, 0).await(WAIT));
    assertEquals(2, jobs.once(1, 0).await(WAIT));
    serving.close();
    List<CallHandle<Integer>> calls = new ArrayList<>();
    Await.until(
        "a call asks to be told",
        () -> {
          calls.add(jobs.once(1, 0));
          return newestRequest().contains("\"doneTo\":\"rpc:done:client:");
        });
    return calls.get(calls.size() - 1);
  }

  private String newestRequest() {
    return commands.text("LINDEX", "services:Jobs", "0");
  }

  private String channelOfClient() {
    return commands.texts("PUBSUB", "CHANNELS", "rpc:done:client:*").get(0);
  }

  private void push(String id, String from, String channel) {
    commands.push(
        "services:Jobs",
        "{\"jsonrpc\":\"2.0\",\"id\":\"%s\",\"method\":\"Jobs.once\",\"from\":\"%s\",\"doneTo\":\"%s\",\"keep\":60000,\"params\":[1,0]}"
            .formatted(id, from, channel));
  }

  private static String record(String id) {
    return "{services:Jobs}:call:" + id;
  }

  private RpcNode serve(int result) {
    return serve((method, number, millis) -> result);
  }

  private RpcNode serve(Jobs jobs) {
    return kept.keep(
        RpcNode.builder("worker")
            .redis(redis.directUri())
            .register(new Jobs.Skeleton(jobs))
            .start());
  }
}
