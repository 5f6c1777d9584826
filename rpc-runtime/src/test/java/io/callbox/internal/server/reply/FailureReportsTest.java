package io.callbox.internal.server.reply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.internal.wire.Request;
import io.callbox.internal.wire.RequestId;
import io.callbox.json.Numbers;
import io.callbox.rpc.MethodDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

final class FailureReportsTest {

  private static final MethodDescriptor<Integer> METHOD =
      MethodDescriptor.named("Slow", "run").returning(Numbers::readInt);

  private final AtomicLong now = new AtomicLong();
  private final FailureReports reports =
      new FailureReports("here", new FailureReports.Terms(false, Level.WARN, 1), now::get);
  private final Logger logger = Logger.getLogger(FailureReports.class.getName());
  private final Lines lines = new Lines();

  @BeforeEach
  void listen() {
    logger.addHandler(lines);
  }

  @AfterEach
  void stop() {
    logger.setLevel(null);
    logger.removeHandler(lines);
  }

  @Test
  void nextMinuteHasLinesAgainAndSaysWhatWasLeftOut() {
    fail("1", "caller");
    assertTrue(fail("2", "caller").contains("too many"));
    assertTrue(fail("3", "caller").contains("too many"));
    now.set(TimeUnit.MINUTES.toNanos(1));
    assertFalse(fail("4", "caller").contains("too many"));
    assertEquals(2, lines.seen.size());
    assertTrue(lines.seen.get(1).contains("2 lines like this were left out before"));
  }

  /** Without a provider nothing is enabled: the first failure is not one of too many. */
  @Test
  void failureThatNobodyLogsSaysSo() {
    logger.setLevel(java.util.logging.Level.OFF);
    String message = fail("1", "caller");
    assertTrue(message.contains("has no SLF4J provider"), message);
    assertFalse(message.contains("too many"), message);
  }

  @Test
  void failureThatIsNotToBeLoggedSaysSo() {
    FailureReports silent =
        new FailureReports("here", new FailureReports.Terms(false, Level.WARN, 0), now::get);
    String message = fail(silent, "1", "caller");
    assertTrue(message.contains("node here is told not to log"), message);
  }

  @Test
  void messageForgesNoLogLine() {
    fail("1\n2026 ERROR forged", "caller\u001b[2J" + "x".repeat(5_000));
    String line = lines.seen.get(0);
    assertTrue(line.chars().allMatch(c -> c == '…' || (c >= ' ' && c < 0x7f)), "not printable");
    assertTrue(line.length() < 2_000);
  }

  private String fail(String id, String from) {
    return fail(reports, id, from);
  }

  private static String fail(FailureReports reports, String id, String from) {
    Request request = new Request(RequestId.of(id), "Slow.run", null, 0, 0, from, Map.of());
    return reports.of(METHOD, request, new IllegalStateException("unlucky"));
  }

  private static final class Lines extends Handler {

    private final List<String> seen = new ArrayList<>();

    @Override
    public void publish(LogRecord line) {
      seen.add(line.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
