package io.callbox.internal.server;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.interceptor.LogContext;
import io.callbox.testing.Arith;
import io.callbox.testkit.time.Await;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.MDC;

/** What whoever may send requests can do to the log of a node that gets them. */
@Timeout(60)
final class LogOfMessagesTest {

  private static final Logger TARGET = Logger.getLogger("io.callbox");
  private static final String FORGED = "x\\nWARNING: all is lost\\u001b[31m";

  private final List<String> logged = new CopyOnWriteArrayList<>();
  private final Handler handler = new Lines();
  private Asker asker;

  @BeforeEach
  void start() {
    TARGET.addHandler(handler);
    asker =
        Asker.of(
            node ->
                node.interceptServer(LogContext.carrying("tenant"))
                    .register(
                        new Arith.Skeleton(
                            (a, b) -> {
                              logged.add(String.valueOf(MDC.getCopyOfContextMap()));
                              throw new IllegalStateException("no\nWARNING: all is lost");
                            })));
  }

  @AfterEach
  void stop() {
    TARGET.removeHandler(handler);
    asker.close();
  }

  private static String notification(String method) {
    return "{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\",\"params\":[1,2]}";
  }

  @Test
  void noMessageForgesALineOrReachesTheTerminal() {
    asker.send(notification("No." + FORGED));
    asker.send(notification(FORGED));
    asker.send(notification("Arith.multiply"));
    String from = ",\"from\":\"" + FORGED + "\",\"headers\":{\"mdc-tenant\":\"" + FORGED + "\"}";
    asker.send(Asker.request('"' + FORGED + '"', "Arith.multiply", "[1,2]", from));
    Await.until("the last has run", () -> String.join("\n", logged).contains("tenant="));
    String all = String.join("\n", logged);
    assertFalse(all.lines().anyMatch(line -> line.startsWith("WARNING")), all);
    assertFalse(all.contains("\u001b"), all);
    assertTrue(all.contains("callbox.from=x\\u000aWARNING"), all);
    assertTrue(all.contains("tenant=x\\u000aWARNING"), all);
  }

  @Test
  void badNotificationsFillNoLog() {
    for (int sent = 0; sent < 500; sent++) {
      asker.send(notification("No.such"));
    }
    asker.call("rpc.ping", "[]");
    assertTrue(logged.stream().filter(line -> line.contains("was refused")).count() <= 10);
  }

  private final class Lines extends Handler {

    @Override
    public void publish(LogRecord line) {
      StringWriter text = new StringWriter();
      text.write(new SimpleFormatter().formatMessage(line));
      if (line.getThrown() != null) {
        line.getThrown().printStackTrace(new PrintWriter(text, true));
      }
      logged.add(text.toString());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
