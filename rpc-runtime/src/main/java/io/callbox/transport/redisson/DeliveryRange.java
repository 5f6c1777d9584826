package io.callbox.transport.redisson;

import io.callbox.transport.QueueName;
import io.callbox.transport.ReplyMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Answered requests that lie side by side in a list of taken ones, so that the two at its ends name
 * them all.
 *
 * @param taken the list
 * @param answers at least one, the oldest request first
 */
record DeliveryRange(QueueName taken, List<ReplyMessage> answers) {

  private static final byte[] NO_NAME = {};

  private static final Comparator<ReplyMessage> BY_PLACE =
      Comparator.comparingLong(answer -> answer.request().place());

  /** Finds the runs among what is answered of one list, in whatever order. */
  static List<DeliveryRange> among(QueueName taken, List<ReplyMessage> unsorted) {
    List<ReplyMessage> answers = new ArrayList<>(unsorted);
    answers.sort(BY_PLACE);
    List<DeliveryRange> runs = new ArrayList<>();
    int start = 0;
    for (int end = 1; end <= answers.size(); end++) {
      if (end == answers.size()
          || !answers.get(end).request().follows(answers.get(end - 1).request())) {
        runs.add(new DeliveryRange(taken, answers.subList(start, end)));
        start = end;
      }
    }
    return runs;
  }

  /** Each by itself. */
  List<DeliveryRange> split() {
    return answers.stream().map(each -> new DeliveryRange(taken, List.of(each))).toList();
  }

  /** Adds what names the run to the values of a script: its length, its oldest and its newest. */
  void addName(List<byte[]> values) {
    int size = answers.size();
    values.add(Scripts.text(size));
    values.add(answers.get(0).request().message());
    values.add(size == 1 ? NO_NAME : answers.get(size - 1).request().message());
  }
}
