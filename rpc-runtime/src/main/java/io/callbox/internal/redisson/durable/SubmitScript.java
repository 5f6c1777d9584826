package io.callbox.internal.redisson.durable;

import io.callbox.internal.redisson.script.Answers;
import io.callbox.internal.redisson.script.KeptTimes;
import io.callbox.internal.redisson.script.Scripts;
import io.callbox.transport.CallStore;
import io.callbox.transport.CallStore.Submitted;
import io.callbox.transport.PushOptions;
import io.callbox.transport.QueueName;
import io.callbox.transport.Submission;
import java.util.ArrayList;
import java.util.List;

/** The keys, the values and the answer of the script that submits durable calls. */
final class SubmitScript {

  private SubmitScript() {}

  static List<QueueName> keys(QueueName queue, List<Submission> calls, PushOptions admission) {
    List<QueueName> keys = new ArrayList<>();
    keys.add(queue);
    keys.add(queue.later());
    keys.add(queue.calls());
    keys.add(queue.pushed(admission.sender()));
    keys.add(queue.providers());
    calls.forEach(call -> keys.add(queue.call(call.id())));
    return keys;
  }

  static List<byte[]> values(
      QueueName queue, List<Submission> calls, PushOptions admission, byte[] later) {
    List<byte[]> values = new ArrayList<>();
    values.add(Scripts.text(admission.maxLength()));
    values.add(Scripts.text(CallStore.MOST_SCHEDULED));
    values.add(Scripts.text(CallStore.MOST_LISTED));
    values.add(Scripts.text(admission.number()));
    values.add(KeptTimes.ofPushes());
    values.add(CallValues.WAIT);
    values.add(later);
    values.add(AlikeCalls.idAt(queue));
    AlikeCalls.add(calls, SubmitScript::isAlike, SubmitScript::facts, values);
    calls.forEach(call -> values.add(call.request()));
    return values;
  }

  /** Returns whether two calls have the same facts. */
  private static boolean isAlike(Submission one, Submission other) {
    return one.due() == other.due()
        && one.orFail() == other.orFail()
        && one.keep().equals(other.keep())
        && one.method().equals(other.method());
  }

  private static String facts(Submission call) {
    String times = call.due() + " " + call.keep().toMillis();
    return times + (call.orFail() ? " 1 " : " 0 ") + call.method();
  }

  static List<Submitted> submitted(List<byte[]> answer) {
    String letters = Answers.text(answer.get(0));
    List<Submitted> submitted = new ArrayList<>(letters.length());
    for (int at = 0; at < letters.length(); at++) {
      submitted.add(
          switch (letters.charAt(at)) {
            case 'N' -> Submitted.NEW;
            case 'J' -> Submitted.JOINED;
            case 'T' -> Submitted.TAKEN;
            default -> Submitted.FULL;
          });
    }
    return submitted;
  }
}
