package io.callbox.internal.redisson.reply;

import io.callbox.internal.redisson.queue.Neighbours;
import io.callbox.internal.redisson.script.Scripts;
import io.callbox.transport.Chunk;
import io.callbox.transport.QueueName;
import io.callbox.transport.ReplyMessage;
import java.util.Arrays;
import java.util.List;

/**
 * Answered requests that are neighbours in a list of taken requests, so that the first and the last
 * of them name all.
 *
 * @param taken the list
 * @param answers at least one, the oldest request first
 * @param whole whether all bytes of a request are used as its name, even if it is long
 */
record DeliveryRange(QueueName taken, List<ReplyMessage> answers, boolean whole) {

  private static final byte[] NO_NAME = {};

  /** The size in bytes below which a request is sent as its own name. */
  private static final int LONG = 1 << 10;

  private static final int BEGINNING = 512;

  /** Finds the ranges among the answered requests of one list, which may be in any order. */
  static List<DeliveryRange> among(QueueName taken, List<ReplyMessage> unsorted) {
    return Neighbours.among(unsorted, ReplyMessage::request).stream()
        .map(answers -> new DeliveryRange(taken, answers, false))
        .toList();
  }

  /** Returns a separate range for each request, named by all of its bytes. */
  List<DeliveryRange> split() {
    return answers.stream().map(each -> new DeliveryRange(taken, List.of(each), true)).toList();
  }

  /**
   * Adds the name of the range to the values of a script: its length, its oldest and its newest
   * request. A single long request is named by its beginning and its length in bytes.
   */
  void addName(List<byte[]> values) {
    int size = answers.size();
    byte[] oldest = answers.get(0).request().message();
    values.add(Scripts.text(size));
    if (size > 1) {
      values.add(oldest);
      values.add(answers.get(size - 1).request().message());
    } else if (whole || oldest.length < LONG || !Chunk.isToldByItsFirst(BEGINNING, oldest)) {
      values.add(oldest);
      values.add(NO_NAME);
    } else {
      values.add(Arrays.copyOf(oldest, BEGINNING));
      values.add(Scripts.text(oldest.length));
    }
  }
}
