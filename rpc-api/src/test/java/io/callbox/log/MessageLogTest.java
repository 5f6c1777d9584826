package io.callbox.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class MessageLogTest {

  private static final Logger TARGET = Logger.getLogger("io.callbox.log.test");

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
  private final MessageLog log =
      new MessageLog(LoggerFactory.getLogger(TARGET.getName()), "it says {}", nanos::get);
  private final List<String> lines = new ArrayList<>();
  private final Handler handler = new Lines();

  @BeforeEach
  void listen() {
    TARGET.setUseParentHandlers(false);
    TARGET.addHandler(handler);
  }

  @AfterEach
  void leave() {
    TARGET.removeHandler(handler);
  }

  @Test
  void linesOfAKindAreFewAndTheNextSaysHowManyWereLeftOut() {
    for (int line = 0; line < 1_000; line++) {
      log.warn(line);
    }
    assertEquals(10, lines.size());
    assertEquals("it says 9", lines.get(9));
    nanos.addAndGet(Duration.ofSeconds(10).toNanos());
    log.warn("on");
    log.warn("on");
    assertEquals("it says on (990 lines like this were left out before)", lines.get(10));
    assertEquals("it says on", lines.get(11));
  }

  @Test
  void charactersThatATerminalObeysOrAnEditorHidesAreEscaped() {
    Map<String, String> shown =
        Map.of(
            "a\nb", "a\\u000ab",
            "\r\t", "\\u000d\\u0009",
            "\u001b[31m", "\\u001b[31m",
            "\u0085\u009b", "\\u0085\\u009b",
            "\u2028\u2029", "\\u2028\\u2029",
            "\u202e\u200b", "\\u202e\\u200b",
            "\ud800x\udc00", "\\ud800x\\udc00",
            "\udb40\udc41", "\\u{e0041}");
    shown.forEach((text, escaped) -> assertEquals(escaped, Printable.of(text)));
  }

  @Test
  void ordinaryTextIsShownUnchanged() {
    log.warn("grüße \\ \"{}\" 漢字 😀");
    log.warn((Object) null);
    assertEquals(List.of("it says grüße \\ \"{}\" 漢字 😀", "it says null"), lines);
  }

  @Test
  void lineIsBounded() {
    log.warn("x".repeat(1 << 20));
    log.warn("\n".repeat(1 << 20));
    assertTrue(lines.get(0).length() < 1_020 && lines.get(0).endsWith("…"), lines.get(0));
    assertTrue(lines.get(1).length() < 1_020 && lines.get(1).endsWith("…"), lines.get(1));
  }

  @Test
  void messageOfAnExceptionForgesNoLineEither() {
    Exception cause = new IllegalArgumentException("a\nWARNING: forged");
    Throwable logged = PrintableFailure.of(new IllegalStateException("fine", cause));
    StringWriter trace = new StringWriter();
    logged.printStackTrace(new PrintWriter(trace));
    assertTrue(trace.toString().contains("java.lang.IllegalStateException: fine"));
    assertTrue(trace.toString().contains("IllegalArgumentException: a\\u000aWARNING: forged"));
    assertFalse(trace.toString().lines().anyMatch(line -> line.startsWith("WARNING")));
    Exception harmless = new IllegalStateException("fine", new RuntimeException("fine"));
    assertSame(harmless, PrintableFailure.of(harmless));
  }

  private final class Lines extends Handler {

    @Override
    public void publish(LogRecord line) {
      lines.add(new SimpleFormatter().formatMessage(line));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
