package io.callbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.node.RpcNode;
import io.callbox.testkit.redis.RedisServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The jar and its launcher, each as a process. */
@Timeout(60)
final class JarIT {

  @TempDir private Path folder;

  @Test
  void jarCallsAndLeavesNothingBehind() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    try (RedisServer redis = RedisServer.start();
        RpcNode node =
            RpcNode.builder("worker-1")
                .redis(redis.directUri())
                .register(new LedgerSkeleton(new Sums()))
                .start()) {
      String jar = System.getProperty("callbox.jar");
      assertEquals("0:15", run(redis, java, "-jar", jar, "call", "Ledger.add", "a=7", "b=8"));
      assertEquals(1, node.registry().nodes().size(), "the command has left");
      assertTrue(run(redis, java, "-jar", jar, "call", "Ledger.sum", "[]").startsWith("2:"));
    }
  }

  @Test
  void launcherArchivesClassesOnceAndStartsFromThem() throws Exception {
    Path launcher = Path.of("callbox").toAbsolutePath();
    try (RedisServer redis = RedisServer.start()) {
      assertEquals("0:[ ]", run(redis, launcher.toString(), "nodes", "--json"));
      Path archive = folder.resolve("callbox").resolve("callbox.jsa");
      assertTrue(Files.exists(archive));
      long written = Files.getLastModifiedTime(archive).toMillis();
      assertEquals("0:[ ]", run(redis, launcher.toString(), "nodes", "--json"));
      assertEquals(written, Files.getLastModifiedTime(archive).toMillis());
    }
  }

  /** Returns the exit code and what was printed. */
  private String run(RedisServer redis, String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of(words));
    Path out = folder.resolve("out");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectErrorStream(true);
    builder.environment().put("CALLBOX_REDIS", redis.directUri());
    builder.environment().put("XDG_CACHE_HOME", folder.toString());
    Process process = builder.start();
    boolean ended = process.waitFor(30, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertTrue(ended, "it does not end");
    assertFalse(Files.readString(out).contains("Exception"), Files.readString(out));
    return process.exitValue() + ":" + Files.readString(out).strip();
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
}
