package io.callbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.cli.json.JsonMap;
import io.callbox.cli.json.JsonValues;
import io.callbox.node.RpcNode;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.transport.Namespace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The rules that are printed are enough, and the least. */
@Timeout(60)
final class AclCommandTest {

  private RedisServer redis;

  @BeforeEach
  void start() {
    redis = RedisServer.start();
  }

  @AfterEach
  void stop() {
    redis.close();
  }

  private void define(String user, String... words) {
    List<String> line = new ArrayList<>(List.of("acl", "--json", "--namespace=test"));
    line.addAll(List.of(words));
    JsonMap json =
        new JsonMap(JsonValues.parse(Shell.runAlone(line.toArray(String[]::new)).expect(0).out()));
    List<String> command = new ArrayList<>(List.of("ACL", "SETUSER", user));
    json.list("rules").forEach(rule -> command.add(String.valueOf(rule)));
    redis.command(command.toArray(String[]::new));
  }

  private String uri(String user) {
    return redis.directUri().replace("//", "//" + user + ":secret@");
  }

  @Test
  void serviceMayHaveANameOfAnyLanguage() {
    define("mass-1", "--worker=mass-1", "--service=Größe");
    assertTrue(redis.command("ACL", "GETUSER", "mass-1").contains("test:services:Größe"));
    Shell.runAlone("acl", "--worker=mass-1", "--service=a b").expect(2);
  }

  @Test
  void callerWorkerAndOperatorWorkWithThemAndNothingIsRefused() {
    define("web-1", "--caller=web-1");
    define("books-1", "--worker=books-1", "--service=Ledger", "--service=Other");
    define("ops", "--operator=ops");
    try (RpcNode worker =
            RpcNode.builder("books-1")
                .redis(uri("books-1"))
                .namespace("test")
                .lease(Duration.ofMillis(1_500))
                .register(new LedgerSkeleton(new Sums()))
                .start();
        RpcNode caller = RpcNode.builder("web-1").redis(uri("web-1")).namespace("test").start()) {
      redis.command("ACL", "LOG", "RESET");
      assertEquals(15, new LedgerStub(caller.channelToAny()).add(7, 8));
      assertEquals(15, new LedgerStub(caller.channelTo("books-1")).add(7, 8));
      redis.command(
          "LPUSH", "{test:services:Ledger}:taken:dead:1", "{\"id\":1,\"method\":\"Ledger.book\"}");
      redis.command("ZADD", "{test:services:Ledger}:providers", "1", "dead:1");
      Await.until(
          "it is given up", () -> redis.command("LLEN", "{test:services:Ledger}:dead").equals("1"));
      Shell shell = new Shell(uri("ops"));
      for (String line :
          List.of(
              "nodes",
              "services",
              "queues --inboxes",
              "queues Ledger --held=5 --peek=5",
              "describe Ledger",
              "stats",
              "call Ledger.add a=1 b=2",
              "pause Other",
              "shards Ledger 2",
              "resume Other",
              "dead ls Ledger",
              "dead replay Ledger --all --may-have-run",
              "dead drop Ledger --all")) {
        List<String> words = new ArrayList<>(List.of(line.split(" ")));
        words.addAll(List.of("--namespace=test", "--as=ops"));
        shell.run(words.toArray(String[]::new)).expect(0);
      }
      Await.until(
          "the shard is taken from",
          () ->
              redis
                  .command(
                      "ZCARD", Namespace.of("test").shards("Ledger", 2).get(1).providers().key())
                  .equals("1"));
      List<String> refused = refused();
      assertEquals(Set.of("eval"), Set.copyOf(refused), "which Redisson tries once, then EVALSHA");
      assertTrue(worker.health().ready());
    }
  }

  /** What was refused, as Redis has it in its log. */
  private List<String> refused() {
    Matcher object = Pattern.compile("object, ([^,]*),").matcher(redis.command("ACL", "LOG"));
    return object.results().map(each -> each.group(1)).toList();
  }

  private static final class Sums implements Ledger {

    @Override
    public int add(int a, int b) {
      return a + b;
    }

    @Override
    public String book(Entry entry) {
      return "";
    }

    @Override
    public void note(String text) {}
  }

  @Test
  void durableCallsThatWaitForACopyHaveTheCommandForIt() {
    String replicas = Shell.runAlone("acl", "--caller=web-1", "--sync=replicas").expect(0).out();
    assertTrue(replicas.endsWith(" +wait\n") && replicas.contains(":later"), replicas);
    String both =
        Shell.runAlone("acl", "--caller=web-1", "--sync=REPLICAS", "--sync=AOF").expect(0).out();
    assertTrue(both.endsWith(" +wait +waitaof\n"), both);
    String worker =
        Shell.runAlone("acl", "--worker=node-2", "--service=Arith", "--sync=REPLICAS")
            .expect(0)
            .out();
    assertTrue(worker.endsWith(" +wait\n") && worker.contains("&rpc:done"), worker);
    assertEquals(2, Shell.runAlone("acl", "--operator=ops", "--sync=AOF").code());
  }

  @Test
  void lineIsForRedisCliOrAFile() {
    String command = Shell.runAlone("acl", "--caller=web-1").expect(0).out();
    assertTrue(command.startsWith("ACL SETUSER web-1 on >secret resetkeys"), command);
    assertTrue(command.contains("~replies:web-1:*"), command);
    assertTrue(command.contains("\"(+llen +lpush"), command);
    String file = Shell.runAlone("acl", "--caller=web-1", "--file").expect(0).out();
    assertTrue(file.startsWith("user web-1 on >secret resetkeys"), file);
    assertEquals(2, Shell.runAlone("acl").code());
    assertEquals(2, Shell.runAlone("acl", "--worker=x").code());
    assertEquals(2, Shell.runAlone("acl", "--caller=x", "--worker=y", "--service=S").code());
    assertEquals(2, Shell.runAlone("acl", "--caller=x*").code());
    assertEquals(2, Shell.runAlone("acl", "--worker=x", "--service=S*").code());
  }
}
