package io.callbox.cli.output;

/** Knows whether the output goes to a terminal, as far as Java can tell. */
public final class Terminal {

  private Terminal() {}

  /** Makes {@link #isThere} mean the same on every Java version. Call it first. */
  public static void prepare() {
    System.setProperty("jdk.console", "java.base"); // Java 22 has a console for files, too
  }

  /** Returns whether input and output are a terminal that supports more than lines. */
  @SuppressWarnings("SystemConsoleNull") // see prepare
  public static boolean isThere() {
    return System.console() != null && !"dumb".equals(System.getenv("TERM"));
  }

  /** Returns whether to use colours there. */
  public static boolean isColoured() {
    return isThere() && System.getenv("NO_COLOR") == null;
  }
}
