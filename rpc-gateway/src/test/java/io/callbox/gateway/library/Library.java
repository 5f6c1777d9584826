package io.callbox.gateway.library;

import io.callbox.annotation.Durable;
import io.callbox.annotation.Idempotent;
import io.callbox.annotation.OneWay;
import io.callbox.annotation.RemoteService;
import io.callbox.annotation.Tool;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lends books. */
@RemoteService
public interface Library {

  /**
   * Finds a book by its number.
   *
   * @param number what is printed on its back
   * @return the book
   * @throws UnknownBookException if there is none
   */
  @Tool(title = "Find a book", readOnly = true, openWorld = false)
  @Idempotent
  Book find(int number) throws UnknownBookException;

  /** Puts a part on a shelf, and tells what is on it. */
  @Tool(title = "Arrange a shelf", destructive = false)
  Part arrange(Part part, @Nullable String note);

  /** Waits, and says who asked. */
  @Tool
  String wait(int millis) throws InterruptedException;

  /** Counts, and says how far it has come. */
  @Tool(title = "Count", readOnly = true)
  @Durable
  @Idempotent
  String count(int to) throws InterruptedException;

  /** Gives back what it is given. */
  BigDecimal same(BigDecimal number);

  /** Who calls, and with which headers. */
  Map<String, String> caller();

  /** Takes a note, and does not answer. */
  @OneWay
  void note(String text);

  /** All notes. */
  List<String> notes();

  /**
   * Gives books, one after the other.
   *
   * @param books how many
   * @param burnt whether the last is, which fails
   */
  Stream<Book> browse(int books, boolean burnt);

  /** Gives books as they arrive, which none does. */
  Flow.Publisher<Book> arrivals();

  /** Fails with what it does not declare. */
  int broken();

  /**
   * A book.
   *
   * @param number what is printed on its back
   * @param title its title
   */
  record Book(int number, String title) {}

  /** A part of a shelf. */
  sealed interface Part {

    /**
     * A book.
     *
     * @param book the book
     */
    record Single(Book book) implements Part {}

    /**
     * Parts side by side.
     *
     * @param parts the parts
     */
    record Row(List<Part> parts) implements Part {}
  }

  /** There is no such book. */
  final class UnknownBookException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int number;

    /** No book of this number. */
    public UnknownBookException(String message, int number) {
      super(message);
      this.number = number;
    }

    /** The number. */
    public int number() {
      return number;
    }
  }
}
