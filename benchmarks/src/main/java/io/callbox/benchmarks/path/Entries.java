package io.callbox.benchmarks.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Notes each entry into a method of {@link ObservedClasses} while a call is under way. There is one
 * of it for all of them, whichever loader they have. Thread-safe.
 */
public final class Entries {

  private static final List<ObservedMethod> METHODS = new ArrayList<>();

  /** Of one among threads that do the same. */
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+$");

  private static volatile @Nullable Queue<Entry> call;

  private Entries() {}

  /** One entry. */
  record Entry(ObservedMethod method, String thread) {}

  /** Gives a method the number by which it says that it is entered. */
  static synchronized int numberOf(ObservedMethod method) {
    METHODS.add(method);
    return METHODS.size() - 1;
  }

  /** Each observed method begins with this. */
  public static void enter(int number) {
    Queue<Entry> now = call;
    if (now != null) {
      String thread = NUMBER.matcher(Thread.currentThread().getName()).replaceFirst("");
      now.add(new Entry(method(number), thread));
    }
  }

  private static synchronized ObservedMethod method(int number) {
    return METHODS.get(number);
  }

  /** From now on entries are noted. */
  static void begin() {
    call = new ConcurrentLinkedQueue<>();
  }

  /** Those since {@link #begin}, in their order. */
  static List<Entry> end() {
    Queue<Entry> ended = call;
    call = null;
    return ended == null ? List.of() : List.copyOf(ended);
  }
}
