package io.callbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.cli.json.JsonMap;
import io.callbox.cli.json.JsonValues;
import io.callbox.node.RpcNode;
import io.callbox.registry.PauseMode;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each command, on a real Redis. */
@Timeout(60)
final class CommandsTest {

  private static final Queue<String> NOTES = new ConcurrentLinkedQueue<>();

  @TempDir private static Path folder;
  private static RedisServer redis;
  private static RpcNode worker;
  private static Shell shell;

  @BeforeAll
  static void start() {
    redis = RedisServer.start();
    shell = new Shell(redis.directUri());
    worker =
        RpcNode.builder("worker-1")
            .redis(redis.directUri())
            .lease(Duration.ofMillis(1_500))
            .version("1.2")
            .label("zone", "eu\u001b[31m")
            .register(new LedgerSkeleton(new Books()))
            .start();
  }

  @AfterAll
  static void stop() {
    worker.close();
    redis.close();
  }

  /** What a call of the account "stuck" waits for. */
  private static final CountDownLatch RELEASED = new CountDownLatch(1);

  /** What a call of the account "busy" waits for. */
  private static final CountDownLatch FREE = new CountDownLatch(1);

  /** That call has begun. */
  private static final CountDownLatch BEGUN = new CountDownLatch(1);

  private static final class Books implements Ledger {

    @Override
    public int add(int a, int b) {
      return a + b;
    }

    @Override
    public String book(Entry entry) throws OverdrawnException {
      if (entry.amount() < 0) {
        throw new OverdrawnException(entry.account() + " is overdrawn");
      }
      if (entry.account().equals("stuck")) {
        await(RELEASED);
      } else if (entry.account().equals("busy")) {
        BEGUN.countDown();
        await(FREE);
      }
      return entry.account() + "\u001b[2J";
    }

    private static void await(CountDownLatch latch) {
      try {
        latch.await();
      } catch (InterruptedException cancelled) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void note(String text) {
      NOTES.add(text);
    }
  }

  @Test
  void nodesListsWhoIsThereButNotItself() {
    String table = shell.run("nodes").expect(0).out();
    assertTrue(table.matches("(?s)NODE +SERVES.*worker-1 +Ledger +1\\.2 .*"), table);
    assertFalse(table.contains("cli-"), table);
    assertFalse(table.contains("\u001b"), "what a terminal would obey is escaped");
    assertTrue(table.contains("eu\\u001b[31m"), table);
    List<?> json =
        (List<?>)
            Objects.requireNonNull(JsonValues.parse(shell.run("nodes", "--json").expect(0).out()));
    assertEquals("worker-1", new JsonMap(json.get(0)).text("node", ""));
    assertEquals("eu\u001b[31m", new JsonMap(json.get(0)).object("labels").text("zone", ""));
  }

  @Test
  void servicesAndQueuesShowWhatIsServed() {
    String services = shell.run("services").expect(0).out();
    assertTrue(services.matches("(?s).*Ledger +1 +\\w{12} +3 +served\\s*"), services);
    String queues = shell.run("queues", "Ledger", "Nobody", "--inboxes").expect(3).out();
    assertTrue(queues.matches("(?s).*services:Ledger +0 +- +\\d+ +1 +0 +served\n.*"), queues);
    assertTrue(queues.matches("(?s).*services:Nobody +0 +- +0 +0 +0 +nobody takes\n.*"), queues);
    assertTrue(queues.contains("nodes:worker-1"), queues);
  }

  @Test
  void describeShowsTheContractAsAProgramWouldWriteIt() {
    String text = shell.run("describe", "Ledger").expect(0).out();
    assertTrue(
        text.contains("add(a: int, b: int): int\n    Adds two amounts.\n    idempotent"), text);
    assertTrue(text.contains("book(entry: "), text);
    assertTrue(text.contains("throws OverdrawnException"), text);
    assertTrue(text.contains("DEBIT | CREDIT"), text);
    assertTrue(text.contains("one-way"), text);
    String one = shell.run("describe", "Ledger.add").expect(0).out();
    assertFalse(one.contains("book("), one);
    JsonMap document =
        new JsonMap(JsonValues.parse(shell.run("describe", "Ledger", "--json").out()));
    assertFalse(document.text("openrpc", "").isEmpty());
  }

  @Test
  void callTakesJsonAndNamesAndPositions() {
    assertEquals("15\n", shell.run("call", "Ledger.add", "a=7", "b=8").expect(0).out());
    assertEquals("15\n", shell.run("call", "Ledger.add", "{\"a\":7,\"b\":8}").expect(0).out());
    assertEquals("15\n", shell.run("call", "Ledger.add", "[7,8]", "--node=worker-1").out());
    String entry = "entry={\"account\":\"x\",\"amount\":1,\"kind\":\"DEBIT\",\"tags\":[]}";
    assertEquals("\"x\\u001B[2J\"\n", shell.run("call", "Ledger.book", entry).expect(0).out());
    shell.run("call", "Ledger.note", "text=7 is a text").expect(0);
    Await.until("it is noted", () -> NOTES.contains("7 is a text"));
  }

  @Test
  void callIsHeldAgainstTheContractBeforeItIsSent() {
    refused("There is no parameter 'c'. There is: a, b.", "call", "Ledger.add", "a=7", "c=8");
    refused("'b' is missing: it is int.", "call", "Ledger.add", "a=7");
    refused("'b' must be int, got \"x\"", "call", "Ledger.add", "a=7", "b=x");
    refused("'b' must be int, got 3000000000", "call", "Ledger.add", "a=7", "b=3000000000");
    refused("'b' must be int, got 1.5", "call", "Ledger.add", "[7,1.5]");
    refused("3 arguments, there are 2", "call", "Ledger.add", "[7,8,9]");
    refused(
        "'entry.kind' must not be \"DEBT\". Did you mean 'DEBIT'?",
        "call",
        "Ledger.book",
        "entry={\"account\":\"x\",\"amount\":1,\"kind\":\"DEBT\",\"tags\":[]}");
    refused(
        "'entry.tags[1]' must be String, got 2",
        "call",
        "Ledger.book",
        "entry={\"account\":\"x\",\"amount\":1,\"kind\":\"DEBIT\",\"tags\":[\"a\",2]}");
    refused("Object entries; line 1, column 6", "call", "Ledger.add", "{\"a\":");
    refused("'a' is given twice", "call", "Ledger.add", "a=1", "a=2");
    refused("A header has no name", "call", "Ledger.add", "a=1", "b=2", "--header==x");
    refused("'--color'", "call", "Ledger.add", "a=1", "b=2", "--color=maybe");
    refused("\u001b[", "call", "Ledger.add", "{", "--color=always");
    refused("\u001b[", "top", "--color=always", "--nowhere");
    refused("--times is at least 1", "top", "--times=0");
    refused("numbers of requests", "queues", "Ledger", "--peek=-1");
    refused("neither name=value nor a JSON object or array", "call", "Ledger.add", "7", "8");
    assertTrue(NOTES.isEmpty() || !NOTES.contains("refused"));
  }

  private static void refused(String why, String... words) {
    Shell.Outcome outcome = shell.run(words).expect(2);
    assertTrue(outcome.err().contains(why), outcome::toString);
    assertEquals("", outcome.out());
  }

  @Test
  void misspelledNameGetsASuggestion() {
    Shell.Outcome service = shell.run("call", "Leger.add", "a=1", "b=2").expect(3);
    assertTrue(service.err().contains("Did you mean 'Ledger'?"), service.err());
    Shell.Outcome method = shell.run("call", "Ledger.ad", "a=1", "b=2").expect(2);
    assertTrue(method.err().contains("Did you mean 'add'?"), method.err());
    Shell.Outcome node = shell.run("call", "Ledger.add", "[1,2]", "--node=worker-2").expect(3);
    assertTrue(node.err().contains("Did you mean 'worker-1'?"), node.err());
    Shell.Outcome command = Shell.runAlone("nods").expect(2);
    assertTrue(command.err().contains("nodes"), command.err());
  }

  @Test
  void nameThatNothingHasIsRefusedByEveryCommandThatTakesOne() {
    for (String line :
        List.of(
            "stats Leger",
            "top Leger --times=1",
            "queues Leger",
            "queues Ledger Leger",
            "shards Leger",
            "describe Leger",
            "dead ls Leger",
            "dead drop Leger --all",
            "dead replay Leger --all",
            "calls ls Leger",
            "calls ls Leger --state=failed",
            "contract export Leger",
            "bench Leger.add a=1 b=2",
            "call Leger.add a=1 b=2")) {
      Shell.Outcome outcome = shell.run(line.split(" ")).expect(3);
      assertTrue(outcome.err().contains("Nobody serves 'Leger'."), outcome::toString);
      assertTrue(outcome.err().contains("Did you mean 'Ledger'?"), outcome::toString);
    }
    for (String line :
        List.of(
            "stats --node=worker-2",
            "stats Ledger --node=worker-2",
            "describe Ledger --node=worker-2",
            "call Ledger.add a=1 b=2 --node=worker-2",
            "dead ls worker-2 --inbox")) {
      Shell.Outcome outcome = shell.run(line.split(" ")).expect(3);
      assertTrue(outcome.err().contains("Did you mean 'worker-1'?"), outcome::toString);
    }
    for (String line :
        List.of(
            "dead show Leger 1234",
            "dead drop Leger 1234",
            "dead replay Leger 1234",
            "calls show Leger x",
            "calls cancel Leger x")) {
      Shell.Outcome outcome = shell.run(line.split(" ")).expect(1);
      assertTrue(outcome.err().contains("Did you mean 'Ledger'?"), outcome::toString);
    }
    assertEquals(0, shell.run("dead", "ls", "Ledger").code());
    assertEquals(0, shell.run("calls", "ls", "Ledger").code());
  }

  @Test
  void pauseOfANameThatNobodyServesIsDoneAndSaidToBeOne() {
    shell.run("pause", "no name").expect(2);
    String err = shell.run("pause", "Legder").expect(0).err();
    assertTrue(err.contains("Nobody serves 'Legder'. Did you mean 'Ledger'?"), err);
    String resume = shell.run("resume", "Legde").expect(1).err();
    assertTrue(resume.contains("Did you mean 'Legder'?"), resume);
    shell.run("resume", "Legder").expect(0);
  }

  @Test
  void optionThatIsMalformedIsRefusedInALineThatSaysHowItIsWritten() {
    String err = Shell.runAlone("top", "--interval=soon").expect(2).err();
    assertEquals(
        """
        Invalid value for option '--interval': 'soon' is no length of time: write 500ms, 10s, 5m, \
        2h or 1d
        see callbox top --help
        """,
        err);
    String none = Shell.runAlone("dead").expect(2).err();
    assertTrue(none.contains("say 'ls'") && none.contains("Usage: callbox dead"), none);
  }

  @Test
  void failureOfTheImplementationIsAnAnswerThatIsNo() {
    String entry = "{\"entry\":{\"account\":\"x\",\"amount\":-1,\"kind\":\"DEBIT\",\"tags\":[]}}";
    Shell.Outcome outcome = shell.run("call", "Ledger.book", entry).expect(1);
    assertTrue(outcome.err().contains("x is overdrawn"), outcome.err());
  }

  @Test
  void redisThatIsNotThereIsOutOfReach() {
    Shell.Outcome outcome =
        Shell.runAlone("nodes", "--redis=redis://127.0.0.1:1", "--timeout=2s").expect(3);
    assertTrue(outcome.err().contains("UNAVAILABLE"), outcome.err());
    assertTrue(outcome.err().contains("Is --redis right?"), outcome.err());
    assertEquals(2, Shell.runAlone("nodes", "--redis=http://x").code());
  }

  @Test
  void redisThatTakesConnectionsAndDoesNotAnswerIsOutOfReach() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      String uri = "--redis=redis://someone:^secret@127.0.0.1:" + silent.getLocalPort();
      Shell.Outcome outcome = Shell.runAlone("nodes", uri, "--timeout=1s").expect(3);
      assertTrue(outcome.err().contains("has not answered within 3.0 s"), outcome.err());
      String place = "Redis at 127.0.0.1:" + silent.getLocalPort() + " has";
      assertTrue(outcome.err().contains(place), outcome.err());
      assertFalse(outcome.err().contains("secret"), outcome.err());
    }
  }

  private static RpcNode ticker() {
    Ticks clock =
        new Ticks() {
          @Override
          public Stream<Integer> count(int upTo) {
            return IntStream.range(0, upTo).boxed();
          }

          @Override
          public int ticks() {
            return 7;
          }
        };
    return RpcNode.builder("ticker")
        .redis(redis.directUri())
        .register(new TicksSkeleton(clock))
        .start();
  }

  @Test
  void streamIsRefusedWithWhatCanReadIt() {
    try (RpcNode ticker = ticker()) {
      String refused = shell.run("call", "Ticks.count", "upTo=3").expect(2).err();
      assertTrue(refused.contains("count returns a stream"), ticker.id() + refused);
      assertTrue(refused.contains("callbox gateway"), refused);
    }
  }

  @Test
  void callOfAPausedServiceSaysHowThePauseEnds() {
    try (RpcNode ticker = ticker()) {
      ticker.pause("Ticks", PauseMode.REFUSE);
      Shell.Outcome refused = shell.run("call", "Ticks.ticks").expect(3);
      assertTrue(refused.err().contains("callbox resume Ticks ends the pause."), refused.err());
      ticker.resume("Ticks");
    }
  }

  @Test
  void statsAndTopAddUpWhatNodesHaveServed() {
    shell.run("call", "Ledger.add", "a=7", "b=8").expect(0);
    String stats = shell.run("stats", "Ledger").expect(0).out();
    assertTrue(stats.matches("(?s).*Ledger\\.add +[1-9].*"), stats);
    JsonMap json = new JsonMap(JsonValues.parse(shell.run("stats", "--json").expect(0).out()));
    assertTrue(json.object("methods").object("Ledger.add").number("calls") > 0);
    String top = shell.run("top", "--interval=50ms", "--times=2").expect(0).out();
    assertTrue(top.matches("(?s).*METHOD +CALLS/s.*Ledger\\.add +\\d.*"), top);
  }

  @Test
  void watchTellsWhoIsThereAndComes() {
    String told = shell.run("watch", "--for=1s", "--json").expect(0).out();
    assertTrue(told.contains("\"event\":\"up\",\"node\":\"worker-1\""), told);
  }

  @Test
  void shardsAreSaidAndShown() {
    shell.run("shards", "Wide", "65").expect(2);
    shell.run("shards", "Wide:1", "4").expect(2);
    String absent = shell.run("shards", "Wide", "4").expect(0).err();
    assertTrue(absent.contains("Nobody serves 'Wide'."), absent);
    shell.run("shards", "Wide", "2").expect(0);
    String spread = shell.run("shards").expect(0).out();
    assertTrue(spread.matches("(?s).*Wide +2 +4 .*"), spread);
    assertTrue(shell.run("shards", "Ledger").expect(0).out().contains("own queue alone"));
    String wide = shell.run("queues", "Wide", "Ledger").expect(0).out();
    assertTrue(wide.matches("(?s)QUEUE +SHARDS +WAITING .*services:Wide +2 +0 .*"), wide);
    String one = shell.run("queues", "Ledger").expect(0).out();
    assertFalse(one.contains("SHARDS"), one);
    shell.run("call", "Ledger.add", "a=7", "b=8").expect(0);
    shell.run("shards", "Ledger", "2").expect(0);
    try {
      String top = shell.run("top", "--interval=50ms", "--times=1").expect(0).out();
      assertTrue(top.matches("(?s).*METHOD +SHARDS +CALLS/s.*Ledger\\.add +2 .*"), top);
    } finally {
      shell.run("shards", "Ledger", "1").expect(0);
    }
  }

  @Test
  void pauseAndResumeAreSaidAndShown() {
    shell.run("pause", "Other", "--wait").expect(0);
    String services = shell.run("services").expect(0).out();
    assertTrue(services.matches("(?s).*Other +0 .*paused.*"), services);
    shell.run("resume", "Other").expect(0);
    shell.run("resume", "Other").expect(1);
  }

  @Test
  void requestThatIsStuckIsFoundWithItsArguments() {
    redis.command(
        "LPUSH",
        "services:Stuck",
        "{\"id\":\"a-mK3_x9ZcVYwq0bR7tLd2Ag-1\",\"method\":\"Stuck.run\",\"from\":\"web-1\","
            + "\"sentAt\":1763679600123,\"params\":{\"a\":7}}");
    String text = shell.run("queues", "Stuck", "--peek=5").expect(0).out();
    assertTrue(text.matches("(?s).*services:Stuck +1 +\\d+ d .*nobody takes.*"), text);
    assertTrue(text.contains("Stuck.run of web-1, for "), text);
    assertTrue(text.contains("\"id\":\"a-…-1\""), text);
    assertTrue(text.contains("\"params\":{\"a\":7}"), text);
  }

  @Test
  void callThatIsStuckInItsWorkerIsFoundWithItsArguments() {
    String entry = "{\"account\":\"stuck\",\"amount\":7,\"kind\":\"DEBIT\",\"tags\":[]}";
    CompletableFuture<Shell.Outcome> stuck =
        CompletableFuture.supplyAsync(
            () -> shell.run("call", "Ledger.book", "entry=" + entry, "--as=web-7"));
    Await.until(
        "its worker holds it",
        () -> shell.run("queues", "Ledger", "--held=5").out().contains("Ledger.book of web-7"));
    String text = shell.run("queues", "Ledger", "--held=5").expect(0).out();
    assertTrue(text.contains("Ledger.book of web-7 at worker-1, sent "), text);
    assertTrue(text.matches("(?s).*services:Ledger +0 +- +[1-9] +1 .*"), text);
    assertTrue(text.contains("\"account\":\"stuck\""), text);
    RELEASED.countDown();
    stuck.join().expect(0);
    Await.until(
        "nobody holds it any more",
        () -> !shell.run("queues", "Ledger", "--held=5").out().contains("Ledger.book"));
  }

  @Test
  void nodeThatIsTooBusyToAnswerIsNamed() {
    String entry = "{\"account\":\"busy\",\"amount\":7,\"kind\":\"DEBIT\",\"tags\":[]}";
    try (RpcNode busy =
        RpcNode.builder("worker-2")
            .redis(redis.directUri())
            .concurrency(1)
            .register(new LedgerSkeleton(new Books()))
            .start()) {
      CompletableFuture<Shell.Outcome> call =
          CompletableFuture.supplyAsync(
              () -> shell.run("call", "Ledger.book", "entry=" + entry, "--node=" + busy.id()));
      Await.until("it has begun", () -> BEGUN.getCount() == 0);
      Shell.Outcome stats =
          shell.run("stats", "Ledger", "--node=worker-2", "--timeout=5s").expect(3);
      assertTrue(stats.err().contains("No answer from worker-2: busy"), stats::toString);
      assertTrue(stats.out().contains("No node has answered."), stats::toString);
      FREE.countDown();
      call.join();
    } finally {
      FREE.countDown();
    }
  }

  @Test
  void contractsAreExportedAndCompared() throws IOException {
    Path exported = folder.resolve("contracts");
    shell.run("contract", "export", "--to=" + exported).expect(0);
    Path document = exported.resolve("Ledger.openrpc.json");
    String json = shell.run("contract", "export", "Ledger", "--json").expect(0).out();
    assertEquals(List.of(JsonValues.parse(Files.readString(document))), JsonValues.parse(json));
    String files =
        shell.run("contract", "export", "Ledger", "--to=" + exported, "--json").expect(0).out();
    assertEquals(List.of(document.toString()), JsonValues.parse(files));
    shell.run("contract", "check", document.toString(), document.toString()).expect(0);
    shell.run("contract", "check", "--live", exported.toString()).expect(0);
    Path broken = folder.resolve("broken.openrpc.json");
    Files.writeString(broken, Files.readString(document).replace("Ledger.add", "Ledger.sum"));
    Shell.Outcome refused = shell.run("contract", "check", "--live", broken.toString()).expect(1);
    assertTrue(refused.out().contains("Ledger.add"), refused::toString);
    Path left = folder.resolve("left.openrpc.json");
    Files.writeString(left, Files.readString(document).replace("Ledger", "Left"));
    shell.run("contract", "check", "--live", left.toString()).expect(0);
    redis.command(
        "LPUSH", "services:Left", "{\"jsonrpc\":\"2.0\",\"method\":\"Left.gone\",\"params\":[]}");
    Shell.Outcome stranded = shell.run("contract", "check", "--live", left.toString()).expect(1);
    assertTrue(stranded.err().contains("Requests for Left.gone wait"), stranded::toString);
    String none = folder.resolve("none").toString();
    Shell.Outcome missing = shell.run("contract", "check", none, document.toString()).expect(2);
    assertTrue(missing.err().contains("There is no file or folder " + none), missing.err());
    Path empty = Files.createDirectories(folder.resolve("empty"));
    Shell.Outcome bare =
        shell.run("contract", "check", document.toString(), empty.toString()).expect(2);
    assertTrue(bare.err().contains("There is no contract in " + empty), bare.err());
  }

  @Test
  void argumentsComeFromAFileAsTheyAreWrittenThere() throws IOException {
    Path file = folder.resolve("arguments.json");
    Files.writeString(file, "{ \"a\": 7,\n  \"b\": 8 }\n");
    assertEquals("15", shell.run("call", "Ledger.add", "@" + file).expect(0).out().strip());
    String none = shell.run("call", "Ledger.add", "@" + folder.resolve("none")).expect(2).err();
    assertTrue(none.startsWith("There is no file " + folder.resolve("none")), none);
  }

  @Test
  void gatewayThatCannotListenSaysWhichOptionHelps() {
    String open = shell.run("gateway", "--listen=0.0.0.0:0").expect(2).err();
    assertTrue(open.contains("can be reached by others") && open.contains("--tokens FILE"), open);
    String taken = redis.directUri().replace("redis://", "");
    String err = shell.run("gateway", "--listen=" + taken).expect(2).err();
    assertTrue(err.contains(taken + " cannot be listened on") && err.contains("--listen"), err);
    String missing = "--tokens=" + folder.resolve("none");
    assertTrue(shell.run("gateway", missing).expect(2).err().startsWith("There is no file"));
  }

  @Test
  void classThatSaysWhoMayComeInIsFoundByItsNameAlone() {
    String none =
        shell.run("gateway", "--listen=127.0.0.1:0", "--authenticator=No").expect(2).err();
    assertTrue(none.contains("provides the Authenticator No"), none);
    assertTrue(none.contains("there is io.callbox.cli.BillingOnly"), none);
    assertTrue(none.contains("META-INF/services/io.callbox.gateway.access.Authenticator"), none);
    String other = "--authorizer=io.callbox.cli.BillingOnly"; // it is no authorizer
    String err = shell.run("gateway", "--listen=127.0.0.1:0", other).expect(2).err();
    assertTrue(err.contains("provides the Authorizer io.callbox.cli.BillingOnly."), err);
    String both = shell.run("gateway", "--tokens=x", "--authenticator=y").expect(2).err();
    assertTrue(both.contains("Leave out one of them"), both);
  }

  @Test
  void classThatCannotBeLoadedIsAWrongCommandLine(@TempDir Path jar) throws Exception {
    Path services = Files.createDirectories(jar.resolve("META-INF/services"));
    Files.writeString(services.resolve("io.callbox.gateway.access.Authorizer"), "Odd");
    Files.writeString(jar.resolve("Odd.class"), "no class");
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader odd = new URLClassLoader(new URL[] {jar.toUri().toURL()}, before)) {
      thread.setContextClassLoader(odd);
      String err = shell.run("gateway", "--listen=127.0.0.1:0", "--authorizer=Odd").expect(2).err();
      assertTrue(err.contains("No Authorizer can be loaded: java.lang.ClassFormatError"), err);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void longTextFromRedisMakesNoTableWide() {
    redis.command(
        "LPUSH",
        "{services:Wide}:dead",
        "{\"reason\":\"r\",\"request\":{\"method\":\"" + "m".repeat(100_000) + "\"}}");
    String table = shell.run("dead", "ls", "Wide").expect(0).out();
    assertTrue(table.length() < 2_000, () -> table.length() + " characters");
    assertTrue(table.contains("mmm…"), table);
    shell.run("dead", "ls", "Wide", "--limit=-1").expect(2);
    shell.run("calls", "ls", "Wide", "--limit=0").expect(2);
  }

  @Test
  void benchDrawsAHistogram() {
    String text =
        shell
            .run(
                "bench",
                "Ledger.add",
                "a=1",
                "b=2",
                "--callers=2",
                "--duration=200ms",
                "--warmup=0s")
            .expect(0)
            .out();
    assertTrue(text.matches("(?s)Ledger\\.add: \\d+ calls of 2 callers.*p99 .*up to .*#.*"), text);
  }

  @Test
  void helpAndCompletionKnowEveryCommand() {
    String help = Shell.runAlone("--help").expect(0).out();
    for (String command : Callbox.commandLine().getSubcommands().keySet()) {
      assertTrue(help.contains(command), command);
      String own = Shell.runAlone(command, "--help").code() == 0 ? "" : command;
      assertEquals("", own);
    }
    String completion = Shell.runAlone("completion").expect(0).out();
    assertTrue(completion.contains("complete -F") && completion.contains("resume"), completion);
    assertEquals(2, Shell.runAlone().code());
  }
}
