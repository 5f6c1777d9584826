package io.callbox.internal.redisson.take;

import io.callbox.transport.Delivery;
import io.callbox.transport.QueueConsumer.Receiver;
import java.time.Duration;
import java.util.List;

/**
 * Handles messages that come while no take has room for them. The receiver may accept one even
 * then, so a queue with few requests need not wait until a part of another queue's flood has ended.
 * Otherwise the message goes back at once, to be taken by others.
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

  /** Sets the receiver of messages, and the duration of waits. */
  void next(Receiver newReceiver, Duration newPatience) {
    receiver = newReceiver;
    patience = newPatience;
  }

  /** Handles the message of a wait. */
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
   * Starts all such waits, because a take is over, and the next one may come late. It also starts a
   * wait for a queue that seems busy, if the take has heard nothing of it because another queue
   * filled the take.
   */
  void listenToAll(List<BlockingPop> waits) {
    waits.forEach(this::listen);
  }

  /** Ends all waits: from now on, each message goes back, and no wait begins. */
  void end() {
    ended = true;
  }
}
