package io.callbox.cli.output;

/** Whether a person sees what is written, as far as Java can tell. */
public final class Terminal {

  private Terminal() {}

  /** Has {@link #isThere} mean the same on every Java. To be called before anything else. */
  public static void prepare() {
    System.setProperty("jdk.console", "java.base"); // Java 22 has a console for files, too
  }

  /** Whether input and output are a terminal that understands more than lines. */
  @SuppressWarnings("SystemConsoleNull") // see prepare
  public static boolean isThere() {
    return System.console() != null && !"dumb".equals(System.getenv("TERM"));
  }

  /** Whether colours are wanted there. */
  public static boolean isColoured() {
    return isThere() && System.getenv("NO_COLOR") == null;
  }
}
