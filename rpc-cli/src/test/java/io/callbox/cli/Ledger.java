package io.callbox.cli;

import io.callbox.annotation.Idempotent;
import io.callbox.annotation.OneWay;
import io.callbox.annotation.RemoteService;
import io.callbox.annotation.Tool;
import java.util.List;

/** Keeps accounts, for tests. */
@RemoteService
public interface Ledger {

  /** Adds two amounts. */
  @Idempotent
  @Tool(readOnly = true)
  int add(int a, int b);

  /** Books an entry. */
  String book(Entry entry) throws OverdrawnException;

  /** Notes a text. */
  @OneWay
  void note(String text);

  /**
   * An entry.
   *
   * @param account whose
   * @param amount how much
   * @param kind of which kind
   * @param tags what else
   */
  record Entry(String account, long amount, Kind kind, List<String> tags) {}

  /** Kinds of entries. */
  enum Kind {
    DEBIT,
    CREDIT
  }

  /** There is not enough. */
  final class OverdrawnException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Says whose. */
    public OverdrawnException(String message) {
      super(message);
    }
  }
}
