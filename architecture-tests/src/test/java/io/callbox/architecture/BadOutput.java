package io.callbox.architecture;

import java.util.List;
import java.util.function.Consumer;

/** Classes that speak to the console of the program they are part of: the rule must find each. */
final class BadOutput {

  private BadOutput() {}

  /** Prints a line. */
  record Printed(String line) {
    void show() {
      System.out.println(line);
    }
  }

  /** Prints lines, by a reference. */
  record PrintedByReference(List<String> lines) {
    void show() {
      Consumer<String> each = System.err::println;
      lines.forEach(each);
    }
  }

  /** Prints what should be in the log. */
  record Traced(Exception failure) {
    void show() {
      failure.printStackTrace();
    }
  }
}
