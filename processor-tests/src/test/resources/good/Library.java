package good;

import io.callbox.annotation.Idempotent;
import io.callbox.annotation.RemoteService;
import io.callbox.annotation.Tool;

/** Lends books. */
@RemoteService
public interface Library {

  /**
   * Finds a book.
   *
   * @param title what is printed on it
   * @return its number
   */
  @Tool(title = "Find a book", readOnly = true, openWorld = false)
  @Idempotent
  int find(String title);

  /** Lends a book. */
  @Tool
  void lend(int number);

  /** Burns all books, and is no tool. */
  void burn();
}
