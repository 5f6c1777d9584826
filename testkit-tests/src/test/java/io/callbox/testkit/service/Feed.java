package io.callbox.testkit.service;

import io.callbox.annotation.Idempotent;
import io.callbox.annotation.RemoteService;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

/** Gives numbers and lines, one after the other. */
@RemoteService
public interface Feed {

  /** What is there of a topic, and what comes. */
  Flow.Publisher<Item> follow(String topic);

  /** So many numbers from 0 on. */
  @Idempotent
  Stream<Integer> count(int items);

  /** Lines of so many characters, until nobody wants more. */
  Stream<String> lines(int length) throws NoSuchFeedException;

  /** What is given. */
  record Item(int number, String text) {}

  /** There is no such feed. */
  final class NoSuchFeedException extends Exception {

    private static final long serialVersionUID = 1L;

    /** There is no feed of this name. */
    public NoSuchFeedException(String message) {
      super(message);
    }
  }
}
