package io.callbox.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.callbox.node.RpcNode;
import io.callbox.samples.Program.Outcome;
import io.callbox.samples.desk.Desk;
import io.callbox.samples.desk.DeskSkeleton;
import io.callbox.samples.desk.Order;
import io.callbox.samples.faults.Work;
import io.callbox.samples.faults.WorkSkeleton;
import io.callbox.samples.readme.GreeterSkeleton;
import io.callbox.testkit.redis.RedisServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of {@code samples/interop} against a node, where what they need is installed. */
@Tag("drill")
final class InteropIT {

  @TempDir private static Path folder;
  private static @Nullable Path scripts;
  private static RedisServer redis;
  private static Program server;

  @BeforeAll
  static void startRedisAndOneNode() throws Exception {
    redis = RedisServer.start();
    server =
        Program.samples("serve", "--redis", redis.uri(), "--node", "node-1")
            .awaitOutput("node-1 is ready");
  }

  @AfterAll
  static void stopThem() throws Exception {
    server.close();
    redis.close();
  }

  @Test
  void nodeJsIsAnswered() throws Exception {
    assertEquals(
        new Outcome(0, "56", ""),
        Scripts.run(withModules(), "node", "call.mjs", redis.uri(), "node-1", "7", "8"));
  }

  @Test
  void nodeJsCallsEveryMethodByTheContractThatTheNodeGives() throws Exception {
    assertEquals(
        new Outcome(
            0,
            """
            Arith.multiply: 0 sent, 4 results, 0 declared errors, 2 refusals
            Arith.divide: 0 sent, 3 results, 1 declared errors, 2 refusals
            Fibonacci.fibonacci: 0 sent, 4 results, 0 declared errors, 1 refusals
            NodeTasks.systemInfo: 0 sent, 4 results, 0 declared errors, 0 refusals
            NodeTasks.installLanguage: 0 sent, 0 results, 4 declared errors, 1 refusals
            NodeTasks.cancelTask: 4 sent, 0 results, 0 declared errors, 0 refusals\
            """
                .strip(),
            ""),
        Scripts.run(withModules(), "node", "contract.mjs", redis.uri(), "node-1"));
  }

  @Test
  void nodeJsCallsEveryMethodOfTheOtherSamples() throws Exception {
    RpcNode node =
        RpcNode.builder("node-2")
            .redis(redis.uri())
            .register(new DeskSkeleton(new Counter()))
            .register(new GreeterSkeleton(name -> "Hello, " + name))
            .register(new WorkSkeleton(new Idle()))
            .start();
    try (node) {
      Outcome outcome = Scripts.run(withModules(), "node", "contract.mjs", redis.uri(), "node-2");
      assertEquals(0, outcome.exitCode(), outcome::toString);
      assertEquals(10, outcome.out().lines().filter(each -> each.contains(" 4 results")).count());
    }
  }

  private record Counter() implements Desk {
    @Override
    public int total(Order order) {
      return 7;
    }

    @Override
    public String tenant(int further) {
      return "acme";
    }

    @Override
    public int empty() {
      return 0;
    }
  }

  private record Idle() implements Work {
    @Override
    public int againLater(int number, int millis) {
      return again(number, millis);
    }

    @Override
    public int onceLater(int number, int millis) {
      return once(number, millis);
    }

    @Override
    public int again(int number, int millis) {
      return number;
    }

    @Override
    public int once(int number, int millis) {
      return number;
    }

    @Override
    public List<Integer> unencodable(int number) {
      return List.of(number);
    }

    @Override
    public int length(String text) {
      return text.length();
    }
  }

  @Test
  void nodeJsFindsOutContractThatIsNotKept(@TempDir Path directory) throws Exception {
    String document =
        Files.readString(Path.of("target/classes/META-INF/callbox/Arith.openrpc.json"));
    Path altered = directory.resolve("altered.json");
    Files.writeString(
        altered,
        document.replaceFirst(
            "(?s)(\"result\",\\s*\"schema\": )\\{.*?}", "$1{\"type\": \"string\"}"));
    assertEquals(
        new Outcome(1, "", "Arith.multiply: 0 data must be string"),
        Scripts.run(
            withModules(), "node", "contract.mjs", redis.uri(), "node-1", altered.toString()));
  }

  @Test
  void typeScriptClientMadeOfTheContractCallsTheNode() throws Exception {
    Path typescript = withModules().resolve("typescript");
    Outcome made =
        Scripts.run(withModules(), "node", "typescript/generate.mjs", redis.uri(), "node-1");
    assertEquals(0, made.exitCode(), made::toString);
    Files.writeString(typescript.resolve("contract.ts"), made.out());
    assertEquals(
        new Outcome(0, "", ""), Scripts.run(withModules(), "npx", "tsc", "-p", "typescript"));
    Outcome right =
        new Outcome(
            0,
            """
            7 * 8 = 56
            47 / 10 = 4, remainder 7
            1 / 0: DivideByZeroException
            node-1 runs 0 tasks\
            """
                .stripIndent(),
            "");
    String main = "typescript/out/main.js";
    assertEquals(right, Scripts.run(withModules(), "node", main, redis.uri(), "node-1"));
    Files.writeString(withModules().resolve("late.mjs"), LATE_CONFIRMATIONS);
    assertEquals(
        right,
        Scripts.run(withModules(), "node", "--import", "./late.mjs", main, redis.uri(), "node-1"),
        "responses come before the confirmations of the pushes");
  }

  private static final String LATE_CONFIRMATIONS =
      """
      import { Redis } from 'ioredis';
      const push = Redis.prototype.lpush;
      Redis.prototype.lpush = async function (...values) {
        const length = await push.apply(this, values);
        await new Promise((later) => setTimeout(later, 500));
        return length;
      };
      """;

  /** What the types say is held by the compiler: this is not just text with names in it. */
  @Test
  void typeScriptRefusesArgumentsThatTheContractDoesNotHave() throws Exception {
    Path typescript = withModules().resolve("typescript");
    String document = "target/classes/META-INF/callbox/Arith.openrpc.json";
    Path file = Path.of(document).toAbsolutePath();
    Outcome made = Scripts.run(withModules(), "node", "typescript/generate.mjs", file.toString());
    Files.createDirectory(typescript.resolve("wrong"));
    Files.copy(typescript.resolve("channel.ts"), typescript.resolve("wrong/channel.ts"));
    Files.writeString(typescript.resolve("wrong/contract.ts"), made.out());
    Files.writeString(
        typescript.resolve("wrong/main.ts"),
        """
        import { Arith } from './contract.js';
        declare const arith: Arith;
        void arith.multiply({ a: 7, c: 8 });
        """);
    Files.copy(typescript.resolve("tsconfig.json"), typescript.resolve("wrong/tsconfig.json"));
    Outcome refused = Scripts.run(withModules(), "npx", "tsc", "-p", "typescript/wrong");
    assertEquals(2, refused.exitCode(), refused::toString);
    assertTrue(refused.out().contains("main.ts(3,29): error TS2353"), refused::toString);
  }

  @Test
  void redisCliIsAnswered() throws Exception {
    assumeTrue(Scripts.installed("redis-cli"), "needs redis-cli");
    Outcome outcome = Scripts.run(Scripts.SOURCE, "./call.sh", redis.uri(), "node-1", "7", "8");
    assertTrue(
        outcome.out().matches(".*\"id\":\"shell-[0-9]+\",\"result\":56}"), outcome::toString);
    assertEquals(0, outcome.exitCode());
  }

  /** A copy of the scripts, with what they import. */
  private static Path withModules() throws Exception {
    Path copied = scripts;
    if (copied == null) {
      copied = Scripts.withModules(folder);
      scripts = copied;
    }
    return copied;
  }
}
