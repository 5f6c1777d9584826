package io.callbox.internal.redisson.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.internal.redisson.connection.ScriptForm;
import io.callbox.testkit.redis.RedisServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each script is understood by a real Redis, and its header says what its file does. */
final class LuaScriptTest {

  private static final Path MAIN = Path.of("../rpc-runtime/src/main");
  private static final Path FILES = MAIN.resolve("resources/io/callbox/internal/redisson/script");
  private static final Path CALLERS = MAIN.resolve("java/io/callbox/internal/redisson");
  private static final List<String> HEADER =
      List.of("-- KEYS ", "-- ARGV ", "-- Answer ", "-- Called by ", "-- Twice ");
  private static final Pattern CALLER = Pattern.compile("-- Called by (.+)");
  private static final Pattern INDEX = Pattern.compile("\\b(?:KEYS|ARGV)\\[(\\d+)]");

  private static RedisServer redis;

  @BeforeAll
  static void start() {
    redis = RedisServer.start();
  }

  @AfterAll
  static void stop() {
    redis.close();
  }

  @ParameterizedTest
  @EnumSource
  void redisLoadsIt(LuaScript script) {
    for (ScriptForm form : List.of(script.form(), script.withoutFlags())) {
      assertEquals(form.digest(), redis.command("SCRIPT", "LOAD", form.text()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void headerTellsAllThatCallersNeed(LuaScript script) throws IOException {
    List<String> lines = Files.readAllLines(FILES.resolve(script.resource()));
    for (String entry : HEADER) {
      assertTrue(lines.stream().anyMatch(line -> line.startsWith(entry)), entry);
    }
    Matcher caller = CALLER.matcher(String.join("\n", lines));
    assertTrue(caller.find());
    for (String each : caller.group(1).split(", ", -1)) {
      String[] method = each.split("\\.", -1);
      String source = Files.readString(callers(method[0]));
      assertTrue(source.contains("LuaScript." + script.name()), each);
      assertTrue(source.contains(" " + method[1] + "("), each);
    }
  }

  private static Path callers(String name) throws IOException {
    try (Stream<Path> all = Files.find(CALLERS, 2, (path, file) -> path.endsWith(name + ".java"))) {
      return all.findFirst().orElseThrow(() -> new AssertionError("no class " + name));
    }
  }

  /** A number says nothing to a reader: keys and values get names in the first lines. */
  @ParameterizedTest
  @EnumSource
  void keysAndValuesHaveNames(LuaScript script) {
    Set<String> seen = new TreeSet<>();
    Matcher index = INDEX.matcher(script.form().text());
    while (index.find()) {
      assertTrue(seen.add(index.group()), index.group() + " is used twice: give it a name");
    }
  }

  @Test
  void everyFileIsAScriptOrPartOfOne() throws IOException {
    try (Stream<Path> files = Files.list(FILES)) {
      Set<String> there =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> !name.startsWith("include-"))
              .collect(Collectors.toCollection(TreeSet::new));
      Set<String> known =
          Stream.of(LuaScript.values())
              .map(LuaScript::resource)
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(known, there);
    }
  }

  @Test
  void commentsStayHere() {
    for (LuaScript script : LuaScript.values()) {
      assertFalse(script.form().text().contains("--"), script.name());
    }
  }
}
