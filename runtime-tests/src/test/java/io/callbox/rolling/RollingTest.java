package io.callbox.rolling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.rolling.Versions.Version;
import io.callbox.testkit.redis.RedisServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three workers and two clients go through five versions of a contract while calls are made. {@code
 * -Drolling.calls=20000} has that many calls made between two replacements.
 */
final class RollingTest {

  private static final int CALLS = Integer.getInteger("rolling.calls", 100);

  @TempDir private static Path folder;
  private static List<Version> versions;
  private static RedisServer redis;

  @BeforeAll
  static void compileAndStartRedis() throws Exception {
    versions = Versions.in(folder);
    redis = RedisServer.start();
  }

  @AfterAll
  static void stopRedis() {
    redis.close();
  }

  @Test
  void inTheRightOrderNoCallFails() throws Exception {
    try (Fleet fleet = new Fleet(redis, CALLS, versions.get(0))) {
      for (Version next : versions.subList(1, versions.size())) {
        if (next.workersFirst()) {
          fleet.replaceWorkers(next);
          fleet.replaceClients(next);
        } else {
          fleet.replaceClients(next);
          fleet.replaceWorkers(next);
        }
      }
      print("right order", fleet);
      assertEquals(Map.of(), fleet.tally().failures());
    }
  }

  /** Those who have what a call needs take it, as soon as there is one of them. */
  @Test
  @Tag("drill")
  void noCallFailsWhileOneWorkerIsThereThatCanServeIt() throws Exception {
    try (Fleet fleet = new Fleet(redis, CALLS, versions.get(0))) {
      for (Version next : versions.subList(1, versions.size())) {
        if (next.workersFirst()) {
          fleet.replaceWorker(next);
          fleet.replaceClients(next);
          fleet.replaceWorker(next);
          fleet.replaceWorker(next);
        } else {
          fleet.replaceWorker(next);
          fleet.replaceWorker(next);
          fleet.replaceClients(next);
          fleet.replaceWorker(next);
        }
      }
      print("one is enough", fleet);
      assertEquals(Map.of(), fleet.tally().failures());
    }
  }

  /** Nobody can serve them before; and that is what fails, and nothing else. */
  @Test
  @Tag("drill")
  void inTheWrongOrderCallsFailUntilAWorkerCanServeThem() throws Exception {
    try (Fleet fleet = new Fleet(redis, CALLS, versions.get(0))) {
      for (Version next : versions.subList(1, versions.size())) {
        if (next.workersFirst()) {
          fleet.replaceClients(next);
          fleet.replaceWorkers(next);
        } else {
          fleet.replaceWorkers(next);
          fleet.replaceClients(next);
        }
      }
      print("wrong order", fleet);
      fleet.settle();
      assertTrue(fleet.tally().failed() > 0);
      fleet.tally().forgetFailures();
      fleet.awaitCalls();
      assertEquals(Map.of(), fleet.tally().failures());
    }
  }

  private static void print(String order, Fleet fleet) {
    Tally tally = fleet.tally();
    System.out.printf("%s: %d calls, %d failed%n", order, tally.all(), tally.failed());
    tally.failures().forEach((what, count) -> System.out.printf("  %6d %s%n", count, what));
  }
}
