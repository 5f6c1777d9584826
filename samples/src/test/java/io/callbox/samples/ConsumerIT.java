package io.callbox.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.samples.Program.Outcome;
import io.callbox.testkit.redis.RedisServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A user's project outside the reactor, over every type there is. {@code -Dconsumer.rounds=10000}
 * sends that many values of each type; {@code -Dconsumer.seed} sends others.
 */
@Tag("drill")
final class ConsumerIT {

  private static final int ROUNDS = Integer.getInteger("consumer.rounds", 20);
  private static final String SEED = Long.toString(Long.getLong("consumer.seed", 1));
  private static final Predicate<String> OURS =
      Pattern.compile("^io[.]callbox[.]|^consumer[.]").asPredicate();

  @TempDir private static Path directory;
  private static Consumer consumer;

  @BeforeAll
  static void compilesAsStrictlyAsCanBe() throws Exception {
    consumer = new Consumer(Files.createDirectory(directory.resolve("classes")));
    assertEquals(new Outcome(0, "", ""), consumer.compile());
    assertTrue(
        Files.exists(consumer.classes().resolve("META-INF/callbox/Everything.openrpc.json")));
  }

  @Test
  void everyTypeTravelsThroughRedis() throws Exception {
    Path recording = directory.resolve("random.jfr");
    Outcome outcome =
        consumer.run(
            Duration.ofSeconds(60 + ROUNDS / 10),
            ClassLoads.recordedTo(recording),
            "consumer.Main",
            Integer.toString(ROUNDS),
            SEED);
    System.out.println(outcome.out());
    assertEquals(0, outcome.exitCode(), outcome::toString);
    assertTrue(
        outcome.out().contains("40 methods, " + ROUNDS + " calls each, in "), outcome::toString);
    // the test kit reflects: that is seen, or the next test would prove nothing
    assertFalse(
        ClassLoads.readFrom(recording)
            .ofReflectionFor(each -> each.startsWith("io.callbox.testkit."))
            .isEmpty());
  }

  /** From a program that knows nothing of them but the node's own document, in strict mode. */
  @Test
  void everyTypeTravelsToAndFromNodeJs() throws Exception {
    Path scripts = Scripts.withModules(Files.createDirectory(directory.resolve("scripts")));
    try (RedisServer redis = RedisServer.start();
        Program node =
            consumer
                .start("consumer.Serve", redis.uri(), "everything")
                .awaitOutput("everything is ready")) {
      Outcome outcome = Scripts.run(scripts, "node", "contract.mjs", redis.uri(), "everything");
      assertEquals(0, outcome.exitCode(), outcome::toString);
      assertEquals(40, outcome.out().lines().count(), outcome::toString);
      assertTrue(node.handle().isAlive());
    }
  }

  @Test
  void noClassOfReflectionIsLoadedForGeneratedCodeOrTheRuntime() throws Exception {
    try (RedisServer redis = RedisServer.start()) {
      assertEquals(List.of(), reflectionOfPlainCalls("redis", redis.uri()));
    }
  }

  /** Without Redisson and Netty, which may have loaded before what others would load too. */
  @Test
  void noClassOfReflectionIsLoadedInMemoryEither() throws Exception {
    assertEquals(List.of(), reflectionOfPlainCalls("memory"));
  }

  private static List<String> reflectionOfPlainCalls(String name, String... args) throws Exception {
    Path recording = directory.resolve(name + ".jfr");
    Outcome outcome =
        consumer.run(
            Duration.ofMinutes(1), ClassLoads.recordedTo(recording), "consumer.Plain", args);
    assertTrue(outcome.out().endsWith("40 answers"), outcome::toString);
    ClassLoads loads = ClassLoads.readFrom(recording);
    assertTrue(loads.include("consumer.EverythingMarshaller"));
    assertTrue(loads.include("io.callbox.node.RpcNode"));
    return loads.ofReflectionFor(OURS);
  }
}
