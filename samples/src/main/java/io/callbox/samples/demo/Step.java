package io.callbox.samples.demo;

/** One thing that the demo shows. */
interface Step {

  /** Returns what the step shows, in a few words. */
  String title();

  /**
   * Shows it.
   *
   * @return what was seen, in one line
   * @throws Exception if something else was seen
   */
  String show(Stage stage) throws Exception;
}
