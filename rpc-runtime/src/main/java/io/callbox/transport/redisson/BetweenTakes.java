package io.callbox.transport.redisson;

import io.callbox.transport.Delivery;
import io.callbox.transport.QueueConsumer.Receiver;
import java.time.Duration;
import java.util.List;

/**
 * What comes while no take has room for it. The receiver may accept it even then: so a queue with
 * few requests need not wait until a part of another's flood has ended. Otherwise it goes back at
 * once, to be taken by others.
 *
 * <p>Not safe for use by many threads: its users hold the lock of the consumer.
 */
final class BetweenTakes {

  private final TakeScript script;
  private Receiver receiver = taken -> {};
  private Duration patience = Duration.ZERO;
  private boolean ended;

  BetweenTakes(TakeScript script) {
    this.script = script;
  }

  /** From now on, this receives what comes, and waits last so long. */
  void next(Receiver newReceiver, Duration newPatience) {
    receiver = newReceiver;
    patience = newPatience;
  }

  /** Handles what a wait has brought. */
  void arrived(BlockingPop wait, Delivery message) {
    if (!ended && !wait.isPaused() && receiver.receiveBetweenTakes(message)) {
      listen(wait);
    } else {
      wait.activity.seemsBusy();
      script.returnToQueue(message);
    }
  }

  /** Starts a wait whose message may be accepted. */
  void listen(BlockingPop wait) {
    if (!ended && receiver.receivesBetweenTakes(wait.queue)) {
      wait.startUnlessResting(patience);
    }
  }

  /**
   * Starts all such waits, as a take is over, and the next one may be long in coming. A queue of
   * which the take has heard nothing, because another one filled it, is waited for, too, although
   * it seems busy.
   */
  void listenToAll(List<BlockingPop> waits) {
    waits.forEach(this::listen);
  }

  /** From now on, all that comes goes back, and no wait begins. */
  void end() {
    ended = true;
  }
}
