package io.callbox.spring;

import io.callbox.annotation.RemoteService;
import io.callbox.annotation.Tool;
import java.util.stream.Stream;

/** What programs without a stub ask for. */
@RemoteService
public interface Desk {

  /** Who asks. */
  @Tool(readOnly = true)
  String whoAsks();

  /** Counts, one number after the other. */
  Stream<Integer> count(int to);

  /**
   * Gives pages of four thousand letters: a thousand of them fill a connection that nobody reads.
   */
  Stream<String> pages(int count);
}
