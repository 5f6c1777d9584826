package io.callbox.internal.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.NodeStore.Gone;
import io.callbox.transport.NodeStore.JoinResult;
import io.callbox.transport.Worker;
import io.callbox.trial.LogLines;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CardRenewalTest {

  private static final Gone GONE = new Gone("gone", Duration.ofSeconds(1));

  private final LogLines log = LogLines.of(CardRenewal.class.getName());
  private final Card card = new Card();
  private final CardRenewal renewal = new CardRenewal(new Worker("worker", "1"), card);
  private int consequences;

  @AfterEach
  void closeLog() {
    log.close();
  }

  @Test
  void renewalThatFailsForLongIsOneLineAndItsEndAnother() {
    card.away = true;
    renew(3);
    card.away = false;
    renew(3);
    List<Level> levels = log.records().stream().map(LogRecord::getLevel).toList();
    assertEquals(List.of(Level.WARNING, Level.INFO), levels);
  }

  @Test
  void findingHoldsOnlyIfTheCardIsThereAndTheBrokerIsSteady() {
    card.away = true;
    renew(1);
    card.away = false;
    card.steady = false;
    renew(1);
    assertEquals(0, consequences);
    card.steady = true;
    renew(1);
    assertEquals(1, consequences);
  }

  @Test
  void nodesThatAreGoneAreSeenToOnceAndNotLostWhenTheCardIsNotRenewed() {
    renew(1);
    card.away = true;
    renew(1);
    assertTrue(renewal.areAnyGone());
    assertEquals(List.of(GONE), renewal.takeGone());
    assertFalse(renewal.areAnyGone());
  }

  private void renew(int times) {
    for (int time = 0; time < times; time++) {
      renewal.renew(new Probe.Finding(() -> consequences++, Duration.ofDays(1)));
    }
  }

  private static final class Card implements NodeCard {

    private boolean away;
    private boolean steady = true;

    @Override
    public void start() {}

    @Override
    public JoinResult renew() {
      if (away) {
        throw new RpcException(StatusCode.UNAVAILABLE, "away");
      }
      return new JoinResult(null, false, List.of(GONE), null, null);
    }

    @Override
    public boolean isSteady() {
      return steady;
    }
  }
}
