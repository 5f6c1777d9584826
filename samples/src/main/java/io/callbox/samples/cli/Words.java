package io.callbox.samples.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A method's arguments as words, read one by one. For one thread. */
public final class Words {

  private final String method;
  private final Deque<String> words;

  /** The arguments of a method, which errors name. */
  public Words(String method, List<String> words) {
    this.method = method;
    this.words = new ArrayDeque<>(words);
  }

  /**
   * The next argument.
   *
   * @throws UsageException if there is none
   */
  public String text(String parameter) {
    String word = words.poll();
    if (word == null) {
      throw new UsageException(method + ": argument '" + parameter + "' is missing");
    }
    return word;
  }

  /**
   * The next argument, a whole number.
   *
   * @throws UsageException if there is none, or if it is no {@code int}
   */
  public int integer(String parameter) {
    return WholeNumber.parse(method + ": argument '" + parameter + "'", text(parameter));
  }

  /**
   * To be called after the last argument.
   *
   * @throws UsageException if there are more
   */
  public void end() {
    if (!words.isEmpty()) {
      throw new UsageException(method + ": too many arguments: " + String.join(" ", words));
    }
  }
}
