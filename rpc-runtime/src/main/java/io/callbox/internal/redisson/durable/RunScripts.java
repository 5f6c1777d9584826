package io.callbox.internal.redisson.durable;

import io.callbox.internal.redisson.script.Answers;
import io.callbox.internal.redisson.script.KeptTimes;
import io.callbox.internal.redisson.script.Scripts;
import io.callbox.transport.CallStore.Begun;
import io.callbox.transport.CallStore.Verdict;
import io.callbox.transport.Chunk;
import io.callbox.transport.QueueName;
import io.callbox.transport.RunBegin;
import io.callbox.transport.RunEnd;
import io.callbox.transport.RunEnd.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The keys, the values and the answers of the scripts that begin and end runs of durable calls. */
final class RunScripts {

  /** The size of a result, in bytes, up to which it is told to the sender of its call. */
  private static final int LONGEST_TOLD = 4 << 10;

  private RunScripts() {}

  static List<QueueName> beginKeys(QueueName queue, List<RunBegin> beginnings) {
    QueueName taken = Objects.requireNonNull(beginnings.get(0).delivery().taken());
    List<QueueName> keys = new ArrayList<>(List.of(queue.later(), taken));
    beginnings.forEach(each -> keys.add(queue.call(each.id())));
    return keys;
  }

  static List<byte[]> beginValues(List<RunBegin> beginnings, byte[] later) {
    List<byte[]> values = new ArrayList<>(List.of(CallValues.WAIT, later));
    AlikeCalls.add(beginnings, RunScripts::isAlike, RunScripts::facts, values);
    for (RunBegin each : beginnings) {
      values.add(each.delivery().message());
      values.add(Scripts.text(each.run()));
      values.add(Scripts.text(each.sentAt()));
    }
    return values;
  }

  /** Returns whether two runs have the same facts. */
  static boolean isAlike(RunBegin one, RunBegin other) {
    return one.due() == other.due()
        && one.longest().equals(other.longest())
        && one.keep().equals(other.keep())
        && one.method().equals(other.method());
  }

  private static String facts(RunBegin each) {
    long keep = each.keep().toMillis();
    String times = each.due() + " " + each.longest().toMillis() + " " + keep;
    return times + " " + each.method();
  }

  static List<Begun> begun(List<byte[]> answer) {
    List<Begun> begun = new ArrayList<>();
    for (String each : Answers.text(answer.get(0)).split(" ", -1)) {
      Verdict verdict =
          switch (each.charAt(0)) {
            case 'R' -> Verdict.RUN;
            case 'S' -> Verdict.SCHEDULED;
            case 'X' -> Verdict.TOO_OLD;
            default -> Verdict.DROPPED;
          };
      begun.add(new Begun(verdict, Integer.parseInt(each, 1, each.length(), 10)));
    }
    return begun;
  }

  static List<QueueName> endKeys(QueueName queue, List<RunEnd> ends) {
    QueueName taken = Objects.requireNonNull(ends.get(0).delivery().taken());
    List<QueueName> keys = new ArrayList<>(List.of(queue, queue.later(), taken, queue.dead()));
    ends.forEach(each -> keys.add(queue.call(each.id())));
    return keys;
  }

  static List<byte[]> endValues(List<RunEnd> ends, byte[] later, byte[] done) {
    List<byte[]> values =
        new ArrayList<>(List.of(CallValues.WAIT, KeptTimes.ofDeadWorkers(), later, done));
    AlikeCalls.add(ends, RunScripts::isAlike, RunScripts::facts, values);
    for (RunEnd each : ends) {
      byte[] letter = each.deadLetter();
      String run = each.run();
      values.add(each.delivery().message());
      values.add(each.outcome());
      values.add(letter == null ? CallValues.NOTHING : letter);
      values.add(Scripts.text(each.id()));
      values.add(run == null ? CallValues.NOTHING : Scripts.text(run));
    }
    return values;
  }

  /** Returns whether two runs have the same facts. */
  static boolean isAlike(RunEnd one, RunEnd other) {
    return one.ending() == other.ending()
        && one.keep().equals(other.keep())
        && one.pause().equals(other.pause())
        && one.method().equals(other.method())
        && Objects.equals(one.doneTo(), other.doneTo())
        && isTold(one) == isTold(other);
  }

  private static String facts(RunEnd each) {
    String times = each.keep().toMillis() + " " + each.pause().toMillis();
    return each.ending() + " " + times + " " + told(each) + " " + each.method();
  }

  /** Returns the receivers of an end, and whether they receive the result. */
  private static String told(RunEnd each) {
    String doneTo = each.doneTo() == null ? "-" : each.doneTo();
    return doneTo + (isTold(each) ? " 1" : " 0");
  }

  /**
   * Returns whether the sender receives the result. Each server of a cluster receives the message,
   * so a large result is not sent. A line feed would end it too early. An error is read from the
   * record.
   */
  static boolean isTold(RunEnd each) {
    boolean fits = each.outcome().length <= LONGEST_TOLD;
    return each.ending() == Ending.COMPLETED && fits && Chunk.isOneLine(each.outcome());
  }
}
