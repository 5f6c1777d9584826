package io.callbox.interception;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callbox.node.RpcNode;
import io.callbox.registry.NodeInfo;
import io.callbox.registry.ServiceInfo;
import io.callbox.rpc.CallOptions;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testing.Arith;
import io.callbox.testing.Talk;
import io.callbox.testkit.process.NodeProcess;
import io.callbox.testkit.redis.RedisCommands;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.trial.Tasks;
import io.callbox.trial.TasksProcess;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server answers about itself, asked as a person with redis-cli would. */
final class ReservedMethodsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static RedisServer redis;
  private static RedisCommands person;
  private static RpcNode server;
  private static RpcNode client;

  @BeforeAll
  static void start() {
    redis = RedisServer.start();
    person = RedisCommands.to(redis.port());
    server =
        RpcNode.builder("server")
            .exposeFailures()
            .redis(redis.directUri())
            .register(new Talk.Skeleton(ReservedMethodsTest::say))
            .register(new Arith.Skeleton((a, b) -> a * b))
            .version("1.4.2")
            .label("zone", "eu-1")
            .start();
    client = RpcNode.builder("client").redis(redis.directUri()).start();
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
    person.close();
    redis.close();
  }

  private static String say(String line) {
    if (line.equals("fail")) {
      throw new IllegalStateException("failed as asked");
    }
    return line;
  }

  private static JsonNode ask(String queue, String id, String method, String params)
      throws Exception {
    person.push(queue, request(id, method, params));
    String inbox = queue.startsWith("nodes:") ? queue : "nodes:server";
    String response = person.pop(inbox + ':' + id, 10);
    return JSON.readTree(response).get("result");
  }

  private static String request(String id, String method, String params) {
    return "{\"jsonrpc\":\"2.0\",\"id\":\"%s\",\"method\":\"%s\",\"params\":%s}"
        .formatted(id, method, params);
  }

  @Test
  void pingIsAnsweredOnInboxAndServiceQueue() throws Exception {
    assertEquals("pong", ask("nodes:server", "p1", "rpc.ping", "[]").asText());
    assertEquals("pong", ask("services:Talk", "p2", "rpc.ping", "{}").asText());
  }

  @Test
  void infoTellsNodeAndServices() throws Exception {
    JsonNode info = ask("nodes:server", "i1", "rpc.info", "{}");
    assertEquals("server", info.get("node").asText());
    assertTrue(info.get("uptimeMs").asLong() >= 0);
    assertEquals("1.4.2", info.get("version").asText());
    assertEquals("eu-1", info.get("labels").get("zone").asText());
    assertFalse(info.get("host").asText().isEmpty());
    assertEquals("multiply", info.get("services").get("Arith").get(0).asText());
  }

  @Test
  void statsCountCallsAndErrorsAndTime() throws Exception {
    Talk.Stub talk = new Talk.Stub(client.channelTo("server"), CallOptions.DEFAULT);
    talk.say("one");
    talk.say("two");
    assertThrows(RpcException.class, () -> talk.say("fail"));
    JsonNode stats = ask("nodes:server", "s1", "rpc.stats", "{\"service\":\"Talk\"}");
    JsonNode say = stats.get("methods").get("Talk.say");
    assertEquals(3, say.get("calls").asLong());
    assertEquals(0, say.get("running").asLong());
    assertEquals(1, say.get("errors").get(StatusCode.APPLICATION.name()).asLong());
    assertEquals(3, say.get("queuedMicros").get("count").asLong());
    assertEquals(3, say.get("ranMicros").get("count").asLong());
    assertTrue(say.get("ranMicros").get("p50").asLong() > 0);
    assertEquals("failed as asked", say.get("lastError").get("message").asText());
    assertEquals(null, stats.get("methods").get("Arith.multiply"));
  }

  @Test
  void discoverJoinsContractsAndListsWhatHasNone() throws Exception {
    JsonNode all = ask("nodes:server", "d1", "rpc.discover", "{}");
    assertEquals("1.3.2", all.get("openrpc").asText());
    assertTrue(all.get("methods").findValuesAsText("name").contains("Talk.repeat"));
    assertTrue(all.get("methods").findValuesAsText("name").contains("Arith.multiply"));
    assertEquals("line of talk", all.at("/components/schemas/Line/description").asText());
    JsonNode arith = ask("nodes:server", "d2", "rpc.discover", "[\"Arith\"]");
    assertEquals(1, arith.get("methods").size());
    NodeInfo server = client.registry().node("server").orElseThrow();
    for (ServiceInfo service : server.services()) {
      String revision = all.at("/x-services/" + service.name() + "/x-revision").asText();
      assertTrue(revision.startsWith(service.revision()), service.name());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"rpc.stats", "rpc.discover"})
  void serviceThatIsNotThereIsAnError(String method) throws Exception {
    person.push("nodes:server", request("none", method, "[\"Nobody\"]"));
    JsonNode error = JSON.readTree(person.pop("nodes:server:none", 10)).get("error");
    assertEquals(-32602, error.get("code").asInt());
    assertEquals(
        method + ": parameter 'service' must be one of [Arith, Talk], got \"Nobody\"",
        error.get("message").asText());
  }

  @Test
  void eachNodeAnswersForItself(@TempDir Path folder) throws Exception {
    Path log = folder.resolve("log");
    try (NodeProcess a = TasksProcess.start(redis, "a", log);
        RpcNode b = TasksProcess.startHere(redis, "b", log);
        RpcNode c = TasksProcess.startHere(redis, "c", log)) {
      new Tasks.Stub(client.channelTo(b.id())).once(1, 0);
      for (String node : List.of("a", b.id(), c.id())) {
        String inbox = "nodes:" + node;
        assertEquals(node, ask(inbox, "info", "rpc.info", "{}").get("node").asText());
        JsonNode once = ask(inbox, "stats", "rpc.stats", "{}").at("/methods/Tasks.once/calls");
        assertEquals(node.equals("b") ? 1 : 0, once.asInt(), node);
      }
      a.terminate();
    }
  }
}
