package io.callbox.internal.redisson.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.callbox.internal.redisson.failure.RedisFailure;
import io.callbox.transport.QueueName;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the answers of commands; those of scripts are words: texts, and numbers in decimal digits,
 * as bytes.
 */
public final class Answers {

  private static final double MOST_MILLIS = Duration.ofDays(365).toMillis();

  private Answers() {}

  /** Returns the result of a command, with a failure translated for the caller. */
  public static <R, T extends @Nullable Object> CompletionStage<T> translated(
      QueueName queue, CompletionStage<R> command, Function<R, T> result) {
    return command.handle(
        (answer, failure) -> {
          if (failure != null) {
            throw RedisFailure.of(queue, failure);
          }
          return result.apply(answer);
        });
  }

  public static String text(byte[] word) {
    return new String(word, UTF_8);
  }

  public static List<String> texts(List<byte[]> words) {
    return words.stream().map(Answers::text).toList();
  }

  public static long number(byte[] word) {
    return Long.parseLong(text(word));
  }

  public static int count(byte[] word) {
    return Integer.parseInt(text(word));
  }

  /**
   * Returns a time in milliseconds, of which Lua may write a fraction. It comes from a score that
   * any node may have written, so this makes it finite, and no sum of such times overflows.
   */
  public static Duration millis(byte[] word) {
    String said = text(word);
    double millis =
        switch (said) {
          case "inf" -> Double.POSITIVE_INFINITY;
          case "-inf" -> Double.NEGATIVE_INFINITY;
          case "nan", "-nan" -> 0;
          default -> Double.parseDouble(said);
        };
    return Duration.ofMillis((long) Math.max(-MOST_MILLIS, Math.min(millis, MOST_MILLIS)));
  }
}
