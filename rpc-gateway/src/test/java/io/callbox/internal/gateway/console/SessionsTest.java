package io.callbox.internal.gateway.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.gateway.access.Caller;
import io.callbox.gateway.access.RequestHead;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SessionsTest {

  private static final Caller ANN = new Caller("ann");
  private static final Caller BOB = new Caller("bob");
  private static final int MANY = 10_001;

  /** Goes only when it is told. */
  private static final class Hand extends Clock {

    private Instant now = Instant.EPOCH;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private final Hand clock = new Hand();
  private final Sessions sessions = new Sessions(clock);

  private RequestHead signIn(Caller caller) {
    clock.now = clock.now.plusMillis(1);
    String cookie = sessions.cookie(caller).split(";", 2)[0];
    return new RequestHead("GET", "/", Map.of("cookie", cookie));
  }

  private boolean isValid(RequestHead head) {
    return sessions.authenticate(head).isPresent();
  }

  private void signInAndOutOften(Caller caller) {
    for (int count = 0; count < MANY; count++) {
      sessions.end(signIn(caller));
    }
  }

  @Test
  void sessionThatWasSignedOutStaysSo() {
    RequestHead own = signIn(ANN);
    sessions.end(own);

    signInAndOutOften(ANN);

    assertFalse(isValid(own));
    assertTrue(isValid(signIn(ANN)));
  }

  @Test
  void callerWhoSignsOutOftenChangesNothingForAnother() {
    RequestHead open = signIn(BOB);
    RequestHead over = signIn(BOB);
    sessions.end(over);

    signInAndOutOften(ANN);

    assertTrue(isValid(open));
    assertFalse(isValid(over));
  }

  @Test
  void callersTogetherAreBoundedAndWhoHasMostGivesUpFirst() {
    EndedSessions ended = new EndedSessions(10, 100);
    ended.add("bob", "1", 1);
    for (int caller = 0; caller < 20; caller++) {
      for (int id = 0; id < 10; id++) {
        ended.add("ann" + caller, "" + id, 2 + id);
      }
    }

    assertEquals(21, ended.callers());
    assertFalse(ended.contains("bob", "2", 2), "nobody ends a session of another");
    assertTrue(ended.contains("bob", "1", 1));
    for (int caller = 0; caller < 20; caller++) {
      for (int id = 0; id < 10; id++) {
        assertTrue(ended.contains("ann" + caller, "" + id, 2 + id));
      }
    }
  }

  @Test
  void soManyCallersAsNobodyHasAreBoundedTooAndNoEndedSessionIsValidAgain() {
    EndedSessions ended = new EndedSessions(10, 100);
    for (int caller = 0; caller < 1_000; caller++) {
      ended.add("ann" + caller, "1", caller);
    }

    assertEquals(50, ended.callers());
    for (int caller = 0; caller < 1_000; caller++) {
      assertTrue(ended.contains("ann" + caller, "1", caller));
    }
    assertFalse(ended.contains("bob", "1", 950), "a session that ends later");
  }

  @Test
  void endedSessionIsForgottenWhenItsTimeIsOver() {
    EndedSessions ended = new EndedSessions();
    ended.add("ann", "1", 100);
    ended.add("bob", "2", 200);

    ended.removeOver(100);

    assertEquals(1, ended.callers());
    assertTrue(ended.contains("bob", "2", 200));
    ended.removeOver(200);
    assertEquals(0, ended.callers());
  }

  @Test
  void sessionEndsByTime() {
    RequestHead head = signIn(ANN);

    clock.now = clock.now.plus(Duration.ofHours(12));

    assertFalse(isValid(head));
  }
}
