package io.callbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.cli.json.JsonMap;
import io.callbox.cli.json.JsonValues;
import io.callbox.testkit.redis.RedisServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A person finds out why a call died, and runs it again, with nothing but this command. */
@Timeout(60)
final class DeadCommandsTest {

  private static final String DEAD = "{services:Ledger}:dead";

  private RedisServer redis;
  private Shell shell;

  @BeforeEach
  void start() {
    redis = RedisServer.start();
    shell = new Shell(redis.directUri());
  }

  @AfterEach
  void stop() {
    redis.close();
  }

  private void bury(String method, boolean mayHaveRun) {
    redis.command(
        "LPUSH",
        DEAD,
        "{\"reason\":\"worker b:1 died with it\\u001b[2J\",\"at\":1763679600123,\"attempts\":1,"
            + "\"worker\":\"b:1\",\"mayHaveRun\":"
            + mayHaveRun
            + ",\"request\":{\"id\":\"1\",\"method\":\""
            + method
            + "\",\"from\":\"web-1\",\"params\":{\"a\":7}}}");
  }

  private String firstId() {
    List<?> letters =
        (List<?>)
            Objects.requireNonNull(
                JsonValues.parse(shell.run("dead", "ls", "Ledger", "--json").out()));
    return new JsonMap(letters.get(0)).text("id", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"9223372036854775807", "-9223372036854775808"})
  void letterOfAnyTimeIsListed(String at) {
    redis.command("LPUSH", DEAD, "{\"reason\":\"odd\",\"at\":" + at + ",\"request\":{}}");
    for (String way : List.of("--color=never", "--json")) {
      Shell.Outcome listed = shell.run("dead", "ls", "Ledger", way).expect(0);
      assertTrue(listed.out().contains("odd"), listed::toString);
    }
  }

  @Test
  void deadLettersAreListedShownReplayedAndDropped() {
    bury("Ledger.book", true);
    String list = shell.run("dead", "ls", "Ledger").expect(0).out();
    assertTrue(list.contains("Ledger.book"), list);
    assertTrue(list.contains("died with it\\u001b[2J"), list);
    String id = firstId();
    String shown = shell.run("dead", "show", "Ledger", id).expect(0).out();
    assertTrue(shown.contains("\"a\" : 7"), shown);
    assertTrue(shown.contains("dead replay Ledger " + id + " --may-have-run"), shown);
    Shell.Outcome refused = shell.run("dead", "replay", "Ledger", id).expect(1);
    assertTrue(refused.out().contains("may have run"), refused::toString);
    shell.run("dead", "replay", "Ledger", id, "--may-have-run", "--timeout=1h").expect(0);
    assertEquals("1", redis.command("LLEN", "services:Ledger"));
    assertTrue(redis.command("LINDEX", "services:Ledger", "0").contains("replayedFrom"));
    Shell.Outcome again = shell.run("dead", "replay", "Ledger", id, "--may-have-run").expect(1);
    assertTrue(again.out().contains("is not there"), again::toString);
    assertEquals("1", redis.command("LLEN", "services:Ledger"));
    shell.run("dead", "show", "Ledger", id).expect(1);
    shell.run("dead", "drop", "Ledger", id).expect(1);
  }

  @Test
  void largeLetterFillsNoTerminalAndIsSavedToAFile(@TempDir Path folder) throws IOException {
    String large = "x".repeat(1_000_000);
    redis.command(
        "LPUSH",
        DEAD,
        "{\"reason\":\"r\",\"request\":{\"method\":\"Ledger.add\",\"params\":[\""
            + large
            + "\"]}}");
    String id = firstId();
    String shown = shell.run("dead", "show", "Ledger", id).expect(0).out();
    assertTrue(shown.length() < 20_000, () -> shown.length() + " characters");
    assertTrue(shown.contains("characters more: --to FILE saves the request."), shown);
    Path file = folder.resolve("letter.json");
    shell.run("dead", "show", "Ledger", id, "--to=" + file).expect(0);
    assertTrue(Files.readString(file).contains(large), "the file has all of it");
    String again = shell.run("dead", "show", "Ledger", id, "--to=" + file).expect(2).err();
    assertTrue(again.contains("is there already"), again);
    assertTrue(shell.run("dead", "show", "Ledger", id, "--json").out().contains(large));
    shell.run("dead", "replay", "Ledger", id, "--may-have-run").expect(0);
    String waiting = shell.run("queues", "Ledger", "--peek=1").expect(0).out();
    assertTrue(waiting.length() < 20_000, () -> waiting.length() + " characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--method=", "--method= ", "--caller=", "--reason=", "--older="})
  void conditionThatIsEmptyDoesNotMeanAll(String condition) {
    bury("Ledger.add", false);
    for (String command : List.of("ls", "drop", "replay")) {
      List<String> words = new ArrayList<>(List.of("dead", command, "Ledger", condition));
      if (!command.equals("ls")) {
        words.add("--all");
      }
      shell.run(words.toArray(String[]::new)).expect(2);
    }
    String refused = shell.run("dead", "drop", "Ledger", "--all", "--method", "").expect(2).err();
    assertTrue(refused.contains("--method") && refused.contains("it is empty"), refused);
    assertEquals("1", redis.command("LLEN", DEAD));
    shell.run("calls", "ls", "Ledger", "--method=").expect(2);
  }

  @Test
  void manyAreReplayedAndDroppedByFilter() {
    for (int count = 0; count < 5; count++) {
      redis.command(
          "LPUSH", DEAD, "{\"reason\":\"r" + count + "\",\"request\":{\"method\":\"A.a\"}}");
      bury("Ledger.add", false);
      redis.command(
          "LSET",
          DEAD,
          "0",
          redis.command("LINDEX", DEAD, "0").replace("\"1\"", "\"" + count + "\""));
    }
    String out =
        shell.run("dead", "replay", "Ledger", "--all", "--method=Ledger.add").expect(0).out();
    assertTrue(out.contains("5 of 5"), out);
    assertEquals("5", redis.command("LLEN", "services:Ledger"));
    shell.run("dead", "replay", "Ledger", "--all").expect(1);
    shell.run("dead", "drop", "Ledger", "--all", "--reason=r1").expect(0);
    assertEquals("4", redis.command("LLEN", DEAD));
    assertEquals(2, shell.run("dead", "drop", "Ledger").code(), "nothing is dropped by mistake");
    assertEquals(2, shell.run("dead", "drop", "Ledger", "x", "--all").code());
  }

  @Test
  void replayIntoAQueueThatBecomesFullSaysHowManyAreBackAndHowManyAreLeft() {
    List<String> waiting = new ArrayList<>(List.of("LPUSH", "services:Ledger"));
    for (int number = 0; number < 9_998; number++) {
      waiting.add("{}");
    }
    redis.command(waiting.toArray(String[]::new));
    for (int number = 0; number < 5; number++) {
      bury("Ledger.m" + number, false);
    }
    Shell.Outcome full = shell.run("dead", "replay", "Ledger", "--all").expect(1);
    assertTrue(full.out().contains("2 of 5 are in their queue again."), full::toString);
    assertTrue(full.err().contains("3 stay on the list."), full::toString);
    assertTrue(full.err().contains("RESOURCE_EXHAUSTED"), full::toString);
    assertEquals("3", redis.command("LLEN", DEAD));
    String json = shell.run("dead", "replay", "Ledger", "--all", "--json").expect(1).out();
    JsonMap counts = new JsonMap(JsonValues.parse(json));
    assertEquals(0, counts.number("done"), json);
    assertEquals(3, counts.number("left"), json);
  }
}
