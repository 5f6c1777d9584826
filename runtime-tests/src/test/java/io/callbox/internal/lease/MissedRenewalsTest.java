package io.callbox.internal.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.QueueName;
import io.callbox.transport.Worker;
import io.callbox.trial.LogLines;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MissedRenewalsTest {

  private static final QueueName ARITH = new QueueName("services:Arith");
  private static final QueueName TRIPLE = new QueueName("services:Triple");
  private static final QueueName SHARD = new QueueName("services:Arith:1");
  private static final List<QueueName> HELD = List.of(ARITH, TRIPLE, SHARD);

  private final RpcException away = new RpcException(StatusCode.UNAVAILABLE, "away");
  private final LogLines log = LogLines.of(MissedRenewals.class.getName());
  private final MissedRenewals missed = new MissedRenewals(new Worker("worker", "1"));

  @AfterEach
  void closeLog() {
    log.close();
  }

  @Test
  void queuesOfOneMasterThatIsAwayAreOneLineHoweverLongItIs() {
    for (int beat = 0; beat < 10; beat++) {
      missed.missed(List.of(ARITH), away);
      missed.missed(List.of(TRIPLE), away);
      missed.tell(HELD);
    }
    assertEquals(List.of(Level.WARNING), levels());
  }

  @Test
  void anotherQueueThatIsMissedIsAnotherLine() {
    missed.missed(List.of(ARITH), away);
    missed.tell(HELD);
    missed.missed(List.of(TRIPLE), away);
    missed.tell(HELD);
    assertEquals(List.of(Level.WARNING, Level.WARNING), levels());
  }

  @Test
  void endOfALossIsOneLine() {
    missed.missed(List.of(ARITH, TRIPLE), away);
    missed.tell(HELD);
    missed.renewed(List.of(ARITH, TRIPLE));
    missed.tell(HELD);
    missed.tell(HELD);
    assertEquals(List.of(Level.WARNING, Level.INFO), levels());
  }

  @Test
  void queueThatIsNoLongerHeldIsNotRenewedAgain() {
    missed.missed(List.of(SHARD), away);
    missed.tell(HELD);
    missed.tell(List.of(ARITH, TRIPLE));
    assertEquals(List.of(Level.WARNING), levels());
  }

  private List<Level> levels() {
    return log.records().stream().map(LogRecord::getLevel).toList();
  }
}
