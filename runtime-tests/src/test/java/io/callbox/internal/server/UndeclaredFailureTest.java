package io.callbox.internal.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.node.RpcNode;
import io.callbox.node.RpcNodeBuilder;
import io.callbox.rpc.RpcException;
import io.callbox.testing.Talk;
import io.callbox.testkit.Nodes;
import io.callbox.trial.LogLines;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of an exception that no contract declares. */
@Timeout(60)
final class UndeclaredFailureTest {

  private final Nodes nodes = Nodes.inMemory();
  private final LogLines log = LogLines.of("io.callbox.internal.server.reply.FailureReports");

  @AfterEach
  void close() {
    nodes.close();
    log.close();
  }

  @Test
  void failureIsInTheLogOnceWithItsStackCallMethodAndCaller() throws Exception {
    Talk.Stub talk = talk(builder -> builder);
    assertThrows(RpcException.class, () -> talk.say("x"));
    assertEquals(1, log.records().size());
    LogRecord line = log.records().get(0);
    assertEquals(Level.WARNING, line.getLevel());
    assertEquals("unlucky", line.getThrown().getMessage());
    assertTrue(line.getMessage().contains("Talk.say"), line.getMessage());
    assertTrue(line.getMessage().contains("call client-…-"), line.getMessage());
    assertTrue(line.getMessage().endsWith(" of client"), line.getMessage());
  }

  @Test
  void callerIsToldWhereToLookAndNotTheMessage() throws Exception {
    Talk.Stub talk = talk(builder -> builder);
    RpcException failure = assertThrows(RpcException.class, () -> talk.say("x"));
    assertFalse(failure.toString().contains("unlucky"), failure::toString);
    String line = log.records().get(0).getMessage();
    String error = line.substring("error ".length(), line.indexOf(':'));
    assertEquals(
        "Talk.say: internal error " + error + ", see the log of node server", failure.getMessage());
  }

  @Test
  void failureShowsItsCodeNodeMethodAndType() throws Exception {
    Talk.Stub talk = talk(RpcNodeBuilder::exposeFailures);
    RpcException failure = assertThrows(RpcException.class, () -> talk.say("x"));
    assertEquals("unlucky", failure.getMessage());
    assertEquals("Talk.say", failure.method());
    assertEquals("server", failure.node());
    assertEquals(
        "io.callbox.rpc.RpcException: APPLICATION from server: Talk.say"
            + " threw java.lang.IllegalStateException: unlucky",
        failure.toString());
  }

  @Test
  void failureOfAFutureGoesTheSameWay() throws Exception {
    Talk.Stub talk = talk(builder -> builder);
    CompletableFuture<String> said = talk.sayLater("x");
    assertThrows(Exception.class, said::join);
    assertEquals("unlucky", log.records().get(0).getThrown().getMessage());
  }

  @Test
  void declaredExceptionIsNotLoggedAndKeepsItsMessage() throws Exception {
    nodes.start(
        "server",
        new Talk.Skeleton(
            line -> {
              throw new Talk.MuteException("as declared");
            }));
    Talk talk = new Talk.Stub(nodes.start("client").channelToAny());
    Exception failure = assertThrows(Talk.MuteException.class, () -> talk.say("x"));
    assertEquals("as declared", failure.getMessage());
    assertTrue(log.records().isEmpty());
  }

  @Test
  void failuresBeyondTheRateAreCountedAndNotLogged() throws Exception {
    Talk.Stub talk = talk(builder -> builder.logFailures(org.slf4j.event.Level.ERROR, 2));
    for (int call = 0; call < 5; call++) {
      assertThrows(RpcException.class, () -> talk.say("x"));
    }
    RpcException last = assertThrows(RpcException.class, () -> talk.say("x"));
    assertEquals(2, log.records().size());
    assertEquals(Level.SEVERE, log.records().get(0).getLevel());
    assertTrue(String.valueOf(last.getMessage()).contains("too many"), last::getMessage);
  }

  private Talk.Stub talk(UnaryOperator<RpcNodeBuilder> with) {
    nodes.start("server", with, new Talk.Skeleton(new Unlucky()));
    RpcNode client = nodes.start("client");
    return new Talk.Stub(client.channelToAny());
  }

  private static final class Unlucky implements Talk {

    @Override
    public String say(String line) {
      throw new IllegalStateException("unlucky");
    }

    @Override
    public CompletableFuture<String> sayLater(String line) {
      return CompletableFuture.failedFuture(new IllegalStateException("unlucky"));
    }
  }
}
