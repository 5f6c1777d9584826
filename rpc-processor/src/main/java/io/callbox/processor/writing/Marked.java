package io.callbox.processor.writing;

import com.palantir.javapoet.ClassName;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Types whose package JavaPoet writes as a short mark. JavaPoet renders a file twice, the first
 * time to find its imports. With marks, it renders once, and {@link MarkedText} then puts in names
 * and imports. A mark begins with a character that is in no name and, unescaped, in no string. Safe
 * for use by many threads.
 */
public final class Marked {

  /** Begins a mark. */
  static final char BEGIN = '\u001c';

  private static final char FIRST_DIGIT = '\u4e00';
  private static final int DIGITS = 20_000;

  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final Map<String, String> MARKS = new ConcurrentHashMap<>();
  private static final Map<String, String> PACKAGES = new ConcurrentHashMap<>();

  private Marked() {}

  /** Returns a type of a package. */
  public static ClassName of(String packageName, String first, String... nested) {
    return ClassName.get(BEGIN + mark(packageName), first, nested);
  }

  /** Returns a type that the processor itself has. */
  public static ClassName of(Class<?> type) {
    return of(ClassName.get(type));
  }

  static ClassName of(ClassName type) {
    String[] nested = type.simpleNames().stream().skip(1).toArray(String[]::new);
    return of(type.packageName(), type.simpleNames().get(0), nested);
  }

  /** Returns the package of a mark, which is given without its first character. */
  static String packageOf(String mark) {
    return Objects.requireNonNull(PACKAGES.get(mark));
  }

  private static String mark(String packageName) {
    return MARKS.computeIfAbsent(packageName, Marked::newMark);
  }

  private static String newMark(String packageName) {
    StringBuilder mark = new StringBuilder();
    int number = NUMBERS.getAndIncrement();
    do {
      mark.append((char) (FIRST_DIGIT + number % DIGITS));
      number /= DIGITS;
    } while (number > 0);
    PACKAGES.put(mark.toString(), packageName);
    return mark.toString();
  }
}
