package io.callbox.testkit.redis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.testkit.process.NodeProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where the program comes from that tests run, and what is left of it. */
@Timeout(120)
final class RedisProgramTest {

  @TempDir Path folder;

  /** Argument: the file to write the port of its Redis and the path of its program to. */
  public static void main(String[] args) throws Exception {
    try (RedisServer redis = RedisServer.start()) {
      Files.writeString(Path.of(args[0]), redis.port() + "\n" + RedisProgram.file());
      System.out.println("ready");
      new CountDownLatch(1).await();
    }
  }

  @Test
  void processesThatAreKilledLeaveOneCopyTogether() throws IOException {
    Path cache = folder.resolve("cache");
    for (String each : List.of("first", "second")) {
      run(cache, each).kill();
      int left = Integer.parseInt(said(each).get(0));
      assertEquals("PONG", RedisCommands.command(left, "PING"));
      RedisCommands.answer(left, "SHUTDOWN", "NOSAVE"); // nobody else ends it
    }
    Path copies = cache.resolve("callbox/redis");
    Path only = onlyFileOf(copies);
    assertEquals(only, Path.of(said("first").get(1)));
    assertEquals(only, Path.of(said("second").get(1)));
    assertEquals("rwx------", permissionsOf(only));
    assertEquals("rwx------", permissionsOf(copies));
  }

  @Test
  void processThatCannotUseTheCacheDeletesItsCopyAtItsEnd() throws IOException {
    usesAFolderOfItsOwn(Files.writeString(folder.resolve("cache"), "a file"));
  }

  @Test
  void relativeCacheIsIgnored() throws IOException {
    Path cache = Path.of("target", "cache" + System.nanoTime());
    usesAFolderOfItsOwn(cache);
    assertFalse(Files.exists(cache));
  }

  private void usesAFolderOfItsOwn(Path cache) throws IOException {
    try (NodeProcess process = run(cache, "first")) {
      Path copy = Path.of(said("first").get(1));
      assertTrue(Files.isExecutable(copy), copy::toString);
      process.terminate();
      assertFalse(Files.exists(copy.getParent()), copy::toString);
    }
  }

  @Test
  void copyThatDiffersIsReplaced() throws IOException {
    Path copy = RedisProgram.in(folder.resolve("own"));
    byte[] right = Files.readAllBytes(copy);
    Files.writeString(copy, "#!/bin/sh");
    assertEquals(copy, RedisProgram.in(folder.resolve("own")));
    assertArrayEquals(right, Files.readAllBytes(copy));
    Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-------"));
    assertEquals("rwx------", permissionsOf(RedisProgram.in(folder.resolve("own"))));
    assertEquals(copy, onlyFileOf(folder.resolve("own")));
  }

  @Test
  void intactCopyIsKept() throws IOException {
    Object before = inode(RedisProgram.in(folder.resolve("own")));
    assertEquals(before, inode(RedisProgram.in(folder.resolve("own"))));
  }

  private static Object inode(Path file) throws IOException {
    return Files.getAttribute(file, "unix:ino");
  }

  @Test
  void folderThatOthersMayWriteToIsRefused() throws IOException {
    Path open = Files.createDirectory(folder.resolve("open"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThrows(IOException.class, () -> RedisProgram.in(open));
  }

  @Test
  void systemWithoutAProgramInTheJarIsToldToNameOne() {
    String system = System.setProperty("os.name", "Windows 11");
    try {
      IOException none =
          assertThrows(IOException.class, () -> RedisProgram.in(folder.resolve("own")));
      assertTrue(none.toString().contains("-Dcallbox.testkit.redis"), none::toString);
    } finally {
      System.setProperty("os.name", system);
    }
  }

  private NodeProcess run(Path cache, String name) {
    return NodeProcess.start(
        Map.of("XDG_CACHE_HOME", cache.toString()),
        RedisProgramTest.class,
        folder.resolve(name).toString());
  }

  private List<String> said(String name) throws IOException {
    return Files.readAllLines(folder.resolve(name));
  }

  private static Path onlyFileOf(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      assertEquals(1, all.size(), all::toString);
      return all.get(0);
    }
  }

  private static String permissionsOf(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
